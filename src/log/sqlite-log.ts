import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setImmediate as breath, setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../kernel/fault.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { ErasedEntry } from '../lifecycle/erasure.ts';
import type { KeptName, RecordKey, Revision } from '../lifecycle/revision.ts';
import type {
  Intake,
  KeptBeside,
  LogEntry,
  LogReport,
  NewEntry,
  RecordLog,
  RevisionName,
  Unmoved,
} from '../operations/ports.ts';
import { digestOf, type EntryRow, entryFrom, rowOf, storedKey, writtenAs } from './internal/entry-row.ts';
import { eraseInFile, wipe } from './internal/erase-in-file.ts';
import { erasedIn, erasureIn } from './internal/erased-body.ts';
import { openDatabase } from './internal/open-database.ts';
import { isBusy, sqliteFault } from './internal/sqlite-fault.ts';
import { prepareStatements } from './internal/statements.ts';
import { verifyLog } from './internal/verify-log.ts';

export interface SqliteLogOptions {
  /** Path of the file, made if it is not there; its folder must be. `:memory:` for a log that is gone when closed. */
  readonly file: string;
  /** Opens an existing file to read only: `append` then answers with Fault `writeRefused`. Default false. */
  readonly readOnly?: boolean;
  /** How long to wait while another process writes, in milliseconds, before Fault `logBusy`. Default 5,000. */
  readonly patienceMs?: number;
  /**
   * `since` gives entries about posts alone, so that projections fed from it know the posts and no record: for commands
   * that concern people, beside a running server. Default false.
   */
  readonly postsAlone?: boolean;
}

/**
 * The precious store in one SQLite file (WAL, `synchronous=FULL`): what `append` has answered is on disk. Any number
 * of processes may have the file open.
 * @throws Fault `schemaTooNew` {file, version, known} for a file of a newer program; `logDamaged` {file} for a file
 * that is no log of ours or cannot be read; `notFound` for an absent file opened to read only; `notAFile` where no
 * file can be opened (a folder, no right); `logBusy`, `diskFull`.
 */
export function openSqliteLog(options: SqliteLogOptions): RecordLog {
  const { file, readOnly = false, patienceMs = 5000, postsAlone = false } = options;
  const db = openDatabase({ file, readOnly, patienceMs });
  return new SqliteLog(db, { file, readOnly, patienceMs, postsAlone });
}

/** Records or keys looked up before other work gets its turn: some 5 ms. */
const lookUpsPerTurn = 500;

class SqliteLog implements RecordLog {
  readonly #db: DatabaseSync;
  readonly #options: Required<SqliteLogOptions>;
  readonly #sql: ReturnType<typeof prepareStatements>;

  constructor(db: DatabaseSync, options: Required<SqliteLogOptions>) {
    this.#db = db;
    this.#options = options;
    this.#sql = prepareStatements(db);
  }

  async append(entries: readonly NewEntry[], unmoved: readonly Unmoved[] = []): Promise<readonly LogEntry[]> {
    const { file, readOnly, patienceMs } = this.#options;
    if (readOnly) throw new Fault('writeRefused', { file });
    if (entries.length === 0) return [];
    const rows = entries.map(rowOf);
    const deadline = performance.now() + patienceMs;
    const gone: string[] = [];
    for (;;) {
      const first = this.#write(rows, unmoved, gone);
      if (first !== undefined && gone.length > 0) await this.#wipe(gone);
      if (first !== undefined)
        return entries.map((entry, place) => writtenAs(entry, first + place, rows[place]));
      if (performance.now() > deadline) throw new Fault('logBusy', { file, waitedMs: patienceMs });
      await sleep(1 + Math.random() * 3);
    }
  }

  async head(): Promise<number> {
    return this.#reading(() => Number(this.#sql.head.get()?.['seq']));
  }

  async since(seq: number, limit: number): Promise<readonly LogEntry[]> {
    const { since, postsSince } = this.#sql;
    const wanted = this.#options.postsAlone ? postsSince : since;
    return this.#reading(() => wanted.all(seq, limit).map(entryOf));
  }

  async latest(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Revision>> {
    const found = new Map<RecordId, Revision>();
    await this.#lookUpEach(
      ids,
      this.#sql.latest,
      (id) => [id],
      (id, row) => {
        const entry = entryOf(row);
        if (entry.kind === 'revision') found.set(id, entry.revision);
      },
    );
    return found;
  }

  async revisions(wanted: readonly RevisionName[]): Promise<ReadonlyMap<RecordId, Revision>> {
    const found = new Map<RecordId, Revision>();
    await this.#lookUpEach(
      wanted,
      this.#sql.revision,
      ({ id, number }) => [id, number],
      ({ id }, row) => {
        const entry = entryOf(row);
        if (entry.kind === 'revision') found.set(id, entry.revision);
      },
    );
    return found;
  }

  async kept(wanted: readonly RevisionName[]): Promise<ReadonlyMap<RecordId, KeptBeside>> {
    const found = new Map<RecordId, KeptBeside>();
    await this.#lookUpEach(
      wanted,
      this.#sql.kept,
      ({ id, number }) => [id, number],
      ({ id }, row) => {
        // Written by rowOf from an entry that kept something; the table is STRICT, so that SQLite keeps the type of bytes.
        const name = JSON.parse(String(row['name'])) as KeptName;
        found.set(id, { ...name, number: Number(row['number']), bytes: row['bytes'] as Uint8Array });
      },
    );
    return found;
  }

  async history(id: RecordId): Promise<readonly LogEntry[]> {
    return this.#reading(() => this.#sql.history.all(id).map(entryOf));
  }

  async findByKeys(keys: readonly RecordKey[]): Promise<ReadonlyMap<string, RecordId>> {
    const found = new Map<string, RecordId>();
    const stored = (key: RecordKey) => {
      const { scheme, value } = storedKey(key);
      return [scheme, value];
    };
    await this.#lookUpEach(keys, this.#sql.findByKey, stored, ({ scheme, value }, row) => {
      found.set(`${scheme}:${value}`, String(row['record_id']));
    });
    return found;
  }

  async intakes(limit: number, sha256?: string): Promise<readonly Intake[]> {
    const { intakes, intakesOf } = this.#sql;
    const entries = this.#reading(() =>
      (sha256 === undefined ? intakes.all(limit) : intakesOf.all(sha256, limit)).map(entryOf),
    );
    return entries.flatMap((entry) => (entry.kind === 'intake' ? [entry.intake] : []));
  }

  async erased(): Promise<readonly ErasedEntry[]> {
    return erasedIn(this.#reading(() => this.#sql.erasures.all().map(entryOf)));
  }

  async verify(onProgress: (done: number, all: number) => void): Promise<LogReport> {
    try {
      return await verifyLog(this.#db, onProgress);
    } catch (error) {
      throw sqliteFault(error, { file: this.#options.file });
    }
  }

  /** A second call does nothing. */
  async close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
  }

  async #wipe(gone: readonly string[]): Promise<void> {
    const { file } = this.#options;
    try {
      await wipe(this.#db, file, gone);
    } catch (error) {
      throw sqliteFault(error, { file });
    }
  }

  /** Writes all rows or none, without giving way in between; undefined while another connection is writing. */
  #write(rows: readonly EntryRow[], unmoved: readonly Unmoved[], gone: string[]): number | undefined {
    try {
      if (!this.#begin()) return undefined;
      this.#refuseMoved(unmoved);
      const first = this.#insert(rows, gone);
      this.#sql.commit.run();
      return first;
    } catch (error) {
      if (this.#db.isTransaction) this.#sql.rollback.run();
      throw sqliteFault(error, { file: this.#options.file });
    }
  }

  /** Takes the write lock or says no at once: SQLite's own waiting would stop every other request of this process. */
  #begin(): boolean {
    this.#db.exec('PRAGMA busy_timeout = 0');
    try {
      this.#sql.begin.run();
      return true;
    } catch (error) {
      if (isBusy(error)) return false;
      throw error;
    } finally {
      this.#db.exec(`PRAGMA busy_timeout = ${this.#options.patienceMs}`);
    }
  }

  #refuseMoved(unmoved: readonly Unmoved[]): void {
    for (const { recordId, seq } of unmoved) {
      const right = Number(this.#sql.lastSeqOf.get(recordId)?.['seq']);
      if (right !== seq) throw new Fault('recordMoved', { recordId, right, got: seq });
    }
  }

  #insert(rows: readonly EntryRow[], gone: string[]): number {
    const { lastEntry, lastNumber, insertEntry, insertKey, insertKept } = this.#sql;
    const last = lastEntry.get();
    const first = Number(last?.['seq'] ?? 0) + 1;
    let seq = first;
    let digest = String(last?.['digest'] ?? '');
    for (const { kind, recordId, register, number, at, post, body, keys, kept } of rows) {
      if (recordId !== null && number !== null) {
        const right = Number(lastNumber.get(recordId)?.['number'] ?? 0) + 1;
        if (number !== right) throw new Fault('revisionMoved', { recordId, number, right });
      }
      digest = digestOf(digest, seq, body);
      insertEntry.run(seq, kind, recordId, register, number, at, post, body, digest);
      for (const { scheme, value } of keys) insertKey.run(scheme, value, seq, recordId);
      if (kept !== undefined) insertKept.run(seq, kept);
      const erasure = erasureIn(body, keys);
      if (erasure !== undefined) gone.push(...eraseInFile(this.#sql, erasure));
      seq += 1;
    }
    return first;
  }

  async #lookUpEach<Wanted>(
    wanted: readonly Wanted[],
    statement: StatementSync,
    bind: (wanted: Wanted) => readonly (string | number)[],
    take: (wanted: Wanted, row: Row) => void,
  ): Promise<void> {
    for (let start = 0; start < wanted.length; start += lookUpsPerTurn) {
      if (start > 0) await breath();
      this.#reading(() => {
        for (const one of wanted.slice(start, start + lookUpsPerTurn)) {
          const row = statement.get(...bind(one));
          if (row !== undefined) take(one, row);
        }
      });
    }
  }

  #reading<Answer>(read: () => Answer): Answer {
    try {
      return read();
    } catch (error) {
      throw sqliteFault(error, { file: this.#options.file });
    }
  }
}

type Row = NonNullable<ReturnType<StatementSync['get']>>;

function entryOf(row: Row): LogEntry {
  return entryFrom(Number(row['seq']), String(row['body']));
}
