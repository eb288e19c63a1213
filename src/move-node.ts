import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { accountsPart } from './accounts/store/migrations.ts';
import type { MoveDone, MoveRequest } from './cli/doors.ts';
import type { Settings } from './config.ts';
import { copyTables } from './database/copy-tables.ts';
import { databaseAddress } from './database/database-address.ts';
import type { Postgres } from './database/postgres.ts';
import { openSqliteTables } from './database/sqlite-tables.ts';
import type { Tables, TablesPart } from './database/tables.ts';
import { Fault } from './kernel/fault.ts';
import { copyLog, type StoredLog, storedInFile, storedInPostgres } from './log/copy-log.ts';
import { reportFiles } from './log/report-files.ts';
import { reportsPart, sharedReports } from './log/shared-reports.ts';
import { openLog } from './open-log.ts';
import type { ReportArchive } from './operations/ports/report-archive.ts';
import type { LogReport } from './operations/ports.ts';
import { outboxPart } from './outbox/outbox-part.ts';
import { uploadsPart } from './uploads/open-uploads.ts';

/** All that a node keeps, wherever it stands. */
interface Place {
  readonly name: string;
  readonly log: StoredLog;
  tables(part: TablesPart): Promise<Tables>;
  readonly reports: ReportArchive;
  /** Digests of all closed reports. */
  reportNames(): Promise<readonly string[]>;
  writeKey(made?: string): Promise<string | undefined>;
  verify(onProgress: (done: number, all: number) => void): Promise<LogReport>;
  close(): Promise<void>;
}

const parts = [accountsPart, outboxPart, uploadsPart] as const;

/**
 * Copies a whole node to another place: a database (`postgres://…`) or a folder. Nothing is taken away from where it was.
 * Broken off, it goes on when it is called again. The node should not be served meanwhile: what is written then is
 * copied by another call.
 * @throws Fault as `copyLog`, `copyTables` and the opening of a log say.
 */
export async function moveNode(
  settings: Settings,
  { to: target, onProgress }: MoveRequest,
): Promise<MoveDone> {
  const isDatabase = /^postgres(ql)?:/.test(target);
  const there = isDatabase
    ? { dataDir: settings.dataDir, databaseUrl: addressOf(target) }
    : { dataDir: resolve(target), databaseUrl: '' };
  await mkdir(settings.dataDir, { recursive: true });
  await mkdir(there.dataDir, { recursive: true });
  const from = await placeOf(settings);
  try {
    const to = await placeOf(there);
    try {
      const end = await copyLog(from.log, to.log, to.name, (done, all) => onProgress('log', done, all));
      let rows = 0;
      for (const part of parts)
        rows += await copyTables(await from.tables(part), await to.tables(part), part);
      const reports = await copyReports(from, to);
      const key = await from.writeKey();
      if (key !== undefined) await to.writeKey(key);
      const keys = join(settings.dataDir, 'log-keys');
      if (existsSync(keys) && there.dataDir !== settings.dataDir)
        await cp(keys, join(there.dataDir, 'log-keys'), { recursive: true });
      const { damage } = await to.verify((done, all) => onProgress('verify', done, all));
      const [wrong] = damage;
      if (wrong !== undefined) throw new Fault('logDamaged', { file: to.name, seq: wrong.seq });
      return { entries: end.seq, digest: end.digest, rows, reports };
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** @throws Fault `badSetting`. */
function addressOf(url: string): string {
  try {
    databaseAddress(url);
    return url;
  } catch (error) {
    const right = error instanceof Error ? error.message : '';
    throw new Fault('badSetting', { place: '--to', got: url.replace(/:[^:@/]*@/, ':•••@'), right }, error);
  }
}

async function copyReports(from: Place, to: Place): Promise<number> {
  const names = await from.reportNames();
  for (const name of names) {
    const bytes = await from.reports.find(name);
    if (bytes === undefined) throw new Fault('logDamaged', { file: `reports/${name}`, seq: 0 });
    await to.reports.put(name, bytes);
  }
  return names.length;
}

async function placeOf(where: Pick<Settings, 'dataDir' | 'databaseUrl'>): Promise<Place> {
  // Opened as the node opens it: brought to today's schema, and refused where it is none of ours.
  const { log, postgres, close } = await openLog(where);
  const verify = (onProgress: (done: number, all: number) => void) => log.verify(onProgress);
  return postgres === undefined
    ? { ...inFolder(where.dataDir, close), verify }
    : { ...(await inDatabase(postgres, close)), verify };
}

function inFolder(folder: string, closeLog: () => Promise<void>): Omit<Place, 'verify'> {
  const log = storedInFile(join(folder, 'southbridge.db'));
  const opened: Tables[] = [];
  const key = join(folder, 'write.key');
  return {
    name: folder,
    log,
    tables: async (part) => {
      const tables = openSqliteTables(join(folder, `${part.name}.db`), part);
      opened.push(tables);
      return tables;
    },
    reports: reportFiles(join(folder, 'reports')),
    reportNames: async () =>
      (await readdir(join(folder, 'reports')).catch(() => [])).filter((name) => /^[0-9a-f]{64}$/.test(name)),
    writeKey: async (made) => {
      if (made !== undefined) await writeFile(key, `${made}\n`, { mode: 0o600 });
      return existsSync(key) ? (await readFile(key, 'utf8')).trim() : undefined;
    },
    close: async () => {
      for (const tables of opened) await tables.close();
      await log.close();
      await closeLog();
    },
  };
}

async function inDatabase(postgres: Postgres, closeLog: () => Promise<void>): Promise<Omit<Place, 'verify'>> {
  const [{ openPostgresTables }, { sharedSecret }] = await Promise.all([
    import('./database/postgres-tables.ts'),
    import('./database/shared-secret.ts'),
  ]);
  const reports = await openPostgresTables(postgres, reportsPart);
  return {
    name: postgres.name,
    log: storedInPostgres(postgres),
    tables: (part) => openPostgresTables(postgres, part),
    reports: sharedReports(reports),
    reportNames: async () =>
      (await reports.all('SELECT sha256 FROM report_file')).map(({ sha256 }) => String(sha256)),
    writeKey: (made) => sharedSecret(postgres, 'write key', made),
    close: closeLog,
  };
}
