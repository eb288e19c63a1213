import { closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../kernel/fault.ts';
import { migrations } from './migrations.ts';

/** Says in the file's header that it holds accounts of ours: the letters SBAC. */
const applicationId = 0x53424143;

/** How long SQLite waits for another process that writes, in milliseconds. */
const patienceMs = 5000;

/** An open file of accounts. What SQLite refuses comes as a Fault. */
export interface Connection {
  readonly db: DatabaseSync;
  ask<Answer>(work: () => Answer): Promise<Answer>;
  /** All of the work or nothing of it. */
  together<Answer>(work: () => Answer): Promise<Answer>;
}

/**
 * Opens the file, readable for its owner alone, and brings its schema up to date.
 * @throws Fault `notAFile` {file} for a file that is not ours or cannot be opened, `schemaTooNew` {file, version, known}.
 */
export function connect(file: string): Connection {
  const fault = (error: unknown) => storeFault(error, file);
  let db: DatabaseSync | undefined;
  try {
    // SQLite gives the files it makes beside this one (-wal, -shm) the same rights.
    if (file !== ':memory:' && !existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    const opened = new DatabaseSync(file, { timeout: patienceMs });
    db = opened;
    prepareFile(opened, file);
    return {
      db: opened,
      ask: async (work) => attempt(work, fault),
      together: async (work) => attempt(() => inTransaction(opened, work), fault),
    };
  } catch (error) {
    if (db?.isOpen === true) db.close();
    throw fault(error);
  }
}

function prepareFile(db: DatabaseSync, file: string): void {
  checkedVersion(db, file);
  // secure_delete writes zeros over what is deleted; temp_store keeps the copy that VACUUM makes out of other folders.
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1;
    PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON`);
  inTransaction(db, () => {
    for (const statements of migrations.slice(checkedVersion(db, file))) db.exec(statements);
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`);
  });
}

/** The version of the schema, 0 for a new file. Looked at before anything is written, so that a foreign file stays as it is. */
function checkedVersion(db: DatabaseSync, file: string): number {
  const application = headerNumber(db, 'application_id');
  const version = headerNumber(db, 'user_version');
  const fresh = application === 0 && db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (!fresh && application !== applicationId) throw new Fault('notAFile', { file });
  if (version > migrations.length) {
    throw new Fault('schemaTooNew', { file, version, known: migrations.length });
  }
  return version;
}

function headerNumber(db: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function attempt<Answer>(work: () => Answer, fault: (error: unknown) => unknown): Answer {
  try {
    return work();
  } catch (error) {
    throw fault(error);
  }
}

function inTransaction<Answer>(db: DatabaseSync, work: () => Answer): Answer {
  db.exec('BEGIN IMMEDIATE');
  try {
    const answer = work();
    db.exec('COMMIT');
    return answer;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** What an error of SQLite (sqlite.org/rescode.html) or of the file system means to the accounts; any other stays as it is. */
function storeFault(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error;
  if ('errcode' in error && typeof error.errcode === 'number') {
    const code = error.errcode & 0xff;
    if (code === 5 || code === 6) return new Fault('logBusy', { file }, error);
    if (code === 13) return new Fault('diskFull', { file }, error);
    if (code === 8) return new Fault('writeRefused', { file }, error);
    if ([10, 11, 14, 26].includes(code)) return new Fault('notAFile', { file }, error);
  }
  return 'syscall' in error ? new Fault('notAFile', { file }, error) : error;
}
