import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteLog } from '../../src/log/sqlite-log.ts';
import type { RecordLog } from '../../src/operations/ports.ts';
import { recordLogContract } from './record-log.ts';

recordLogContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-log-'));
  const file = join(folder, 'log.sqlite');
  const handles: RecordLog[] = [];
  const another = async () => {
    const log = openSqliteLog({ file });
    handles.push(log);
    return log;
  };
  const raw = (work: (db: DatabaseSync) => void) => {
    const db = new DatabaseSync(file);
    try {
      work(db);
    } finally {
      db.close();
    }
  };
  return {
    log: await another(),
    another,
    attempt: async (sql) => raw((db) => db.exec(sql)),
    tamper: async (sql) =>
      raw((db) => {
        const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all();
        for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`);
        db.exec(sql);
      }),
    drop: async () => {
      for (const log of handles) await log.close();
      rmSync(folder, { recursive: true });
    },
  };
});
