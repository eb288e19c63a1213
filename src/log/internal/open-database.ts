import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../kernel/fault.ts';
import { migrations } from '../migrations/migrations.ts';
import { isBusy, isMisfit, sqliteFault } from './sqlite-fault.ts';

/** Says in the file's header that it is a log of ours: the letters SBLG. */
const applicationId = 0x53424c47;

/** A WAL that a long reader has made grow is cut back to this many bytes at the next checkpoint. */
const walLimitBytes = 64 * 1024 * 1024;

export interface OpenOptions {
  readonly file: string;
  readonly readOnly: boolean;
  /** How long to wait for another process, in milliseconds. */
  readonly patienceMs: number;
}

/**
 * Opens the file, brings its schema up to date and sets it to lose nothing.
 * @throws Fault as `openSqliteLog` says.
 */
export function openDatabase(options: OpenOptions): DatabaseSync {
  const { file, readOnly, patienceMs } = options;
  if (readOnly && !existsSync(file)) throw new Fault('notFound', { file });
  let db: DatabaseSync | undefined;
  try {
    const opened = new DatabaseSync(file, { readOnly, timeout: patienceMs });
    db = opened;
    patiently(patienceMs, () => prepareFile(opened, options));
    return opened;
  } catch (error) {
    if (db?.isOpen === true) db.close();
    throw sqliteFault(error, { file });
  }
}

function prepareFile(db: DatabaseSync, { file, readOnly }: OpenOptions): void {
  const version = inTransaction(db, 'BEGIN', () => checkedVersion(db, file));
  refuseHalf(db, file, version);
  if (readOnly) {
    if (version < migrations.length)
      throw new Fault('logDamaged', { file, version, right: migrations.length });
    return;
  }
  db.exec('PRAGMA journal_mode = WAL');
  // FULL: every commit waits until the disk has it. fullfsync: on macOS fsync alone leaves it in the drive's cache.
  db.exec(`PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA journal_size_limit = ${walLimitBytes}`);
  // What is erased is written over.
  db.exec('PRAGMA secure_delete = ON');
  if (version < migrations.length) migrate(db, file);
}

/**
 * The version of the schema, 0 for a new file. Read before anything is written, so that a foreign file stays as it is;
 * read within a transaction, so that a file that another process is just making is seen before or after, not between.
 */
function checkedVersion(db: DatabaseSync, file: string): number {
  const application = headerNumber(db, 'application_id');
  const version = headerNumber(db, 'user_version');
  const tables = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get();
  const fresh = application === 0 && version === 0 && tables === undefined;
  if (!fresh && application !== applicationId) throw new Fault('logDamaged', { file, application });
  if (version > migrations.length) {
    throw new Fault('schemaTooNew', { file, version, known: migrations.length });
  }
  return version;
}

/** Tables that a file has from which version on. A migration is one transaction: without them, it was no work of ours. */
const tablesSince: readonly (readonly [version: number, table: string])[] = [
  [1, 'entry'],
  [1, 'record_key'],
  [2, 'kept'],
];

/** @throws Fault `halfMigrated` {file, version, right}. */
function refuseHalf(db: DatabaseSync, file: string, version: number): void {
  const there = new Set(
    db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map(({ name }) => name),
  );
  if (tablesSince.some(([since, table]) => version >= since && !there.has(table)))
    throw halfMigrated(file, version);
}

function halfMigrated(file: string, version: number, cause?: unknown): Fault {
  return new Fault('halfMigrated', { file, version, right: migrations.length }, cause);
}

/** Runs what is missing under the write lock; the version is read again there, as another process may have been first. */
function migrate(db: DatabaseSync, file: string): void {
  inTransaction(db, 'BEGIN IMMEDIATE', () => {
    const version = checkedVersion(db, file);
    try {
      for (const statements of migrations.slice(version)) db.exec(statements);
    } catch (error) {
      // A statement that does not go with what is there: somebody else has changed the schema.
      throw isMisfit(error) ? halfMigrated(file, version, error) : error;
    }
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`);
  });
}

function inTransaction<Answer>(
  db: DatabaseSync,
  begin: 'BEGIN' | 'BEGIN IMMEDIATE',
  work: () => Answer,
): Answer {
  db.exec(begin);
  try {
    const answer = work();
    db.exec('COMMIT');
    return answer;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Tries again while the file is busy: SQLite itself does not wait where two connections change the journal mode. */
function patiently(patienceMs: number, work: () => void): void {
  const deadline = performance.now() + patienceMs;
  const bell = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      work();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      Atomics.wait(bell, 0, 0, 5);
    }
  }
}

function headerNumber(db: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
}
