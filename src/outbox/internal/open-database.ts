import { chmodSync, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../kernel/fault.ts';
import { sqliteFault } from './sqlite-fault.ts';

/** Says in the file's header that it is an outbox of ours: the letters SBOX. */
const applicationId = 0x53424f58;

/** Every change of the schema, in order; the version of a file is how many of them it has seen. Only ever added to. */
const migrations = [
  `
  -- body: the words as JSON; null once they are not needed any more. attempts only ever grows: it tells whose try is whose.
  CREATE TABLE letter (
    seq         INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    recipient   TEXT NOT NULL,
    subject     TEXT NOT NULL,
    body        TEXT,
    standing    TEXT NOT NULL DEFAULT 'waiting',
    attempts    INTEGER NOT NULL DEFAULT 0,
    queued_at   TEXT NOT NULL,
    next_try_at TEXT,
    sent_at     TEXT,
    problem     TEXT
  ) STRICT;
  CREATE INDEX letter_waiting ON letter (attempts, seq) WHERE standing = 'waiting';
  `,
];

/** Milliseconds to wait while another process writes. */
const patienceMs = 5000;

/**
 * Opens the file, makes it where it is not there, and sets it to lose nothing.
 * @throws Fault as `openOutbox` says.
 */
export function openDatabase(file: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    const fresh = file !== ':memory:' && !existsSync(file);
    db = new DatabaseSync(file, { timeout: patienceMs });
    // Letters hold links with secrets: for the node's own user alone.
    if (fresh) chmodSync(file, 0o600);
    checkVersion(db, file);
    patiently(db, 'PRAGMA journal_mode = WAL');
    // FULL: every commit waits until the disk has it. secure_delete: what is erased is gone from the file too.
    db.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA secure_delete = ON');
    db.exec('BEGIN IMMEDIATE');
    // Asked again under the lock: another process may have been first.
    for (const statements of migrations.slice(checkVersion(db, file))) db.exec(statements);
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`);
    return db;
  } catch (error) {
    if (db?.isOpen === true) db.close();
    throw sqliteFault(error, file);
  }
}

/** How many migrations the file has seen, 0 for a new one. A file that is not ours is refused before anything is written. */
function checkVersion(db: DatabaseSync, file: string): number {
  const number = (name: string) => Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
  const version = number('user_version');
  const empty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (!empty && number('application_id') !== applicationId) throw new Fault('logDamaged', { file });
  if (version > migrations.length)
    throw new Fault('schemaTooNew', { file, version, known: migrations.length });
  return version;
}

/** SQLite itself does not wait where two connections change the journal mode of a new file at once. */
function patiently(db: DatabaseSync, statement: string): void {
  const deadline = performance.now() + patienceMs;
  const bell = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      db.exec(statement);
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      Atomics.wait(bell, 0, 0, 5);
    }
  }
}
