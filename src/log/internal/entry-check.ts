import { hash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { KeptName } from '../../lifecycle/revision.ts';
import { columnsOf, digestOf, entryFrom } from './entry-row.ts';
import { isDamage } from './sqlite-fault.ts';

/**
 * What can be wrong with a log. Of an entry: it is `missing` (the first of a gap); `unreadable` on disk; its `body` cannot be understood;
 * its `columns` say other than its body; its `digest` does not follow from the entry before; its revision `number` is
 * not the next of its record; its `keys` are not as written; what is `kept` beside it is gone or other than its digest
 * says. Of the file, under sequence number 0: a trigger that keeps
 * it append-only is gone (`guard`); pages or lookups are damaged (`file`). A `strayKey` and a `strayKept` belong to no
 * entry, an `orphanKey` leads to a record without revisions.
 */
type LogProblem =
  | 'missing'
  | 'unreadable'
  | 'body'
  | 'columns'
  | 'digest'
  | 'number'
  | 'keys'
  | 'kept'
  | 'guard'
  | 'file'
  | 'strayKey'
  | 'strayKept'
  | 'orphanKey';

interface StoredEntry {
  readonly seq: number;
  readonly kind: string;
  readonly record_id: string | null;
  readonly register: string | null;
  readonly number: number | null;
  readonly at: string;
  readonly post: string;
  readonly body: string;
  readonly digest: string;
}

/** An entry that stands on a damaged page. */
interface LostEntry {
  readonly seq: number;
  readonly body?: undefined;
}

/** Entries read before other work gets its turn. */
const entriesPerTurn = 250;

/** Goes through the entries in order and remembers what the next ones have to fit. */
export class EntryCheck {
  readonly damage: { seq: number; problem: LogProblem }[] = [];
  /** The last revision number of each record. */
  readonly numbers = new Map<string, number>();
  entries = 0;
  revisions = 0;
  keysSeen = 0;
  keptSeen = 0;
  readonly #db: DatabaseSync;
  readonly #range: StatementSync;
  readonly #one: StatementSync;
  readonly #key: StatementSync;
  readonly #kept: StatementSync;
  /** Where each record was first led to by a key. */
  readonly #ledTo = new Map<string, number>();
  #expected = 1;
  /** Digest of the entry before; undefined after a gap, where the next digest has to be believed. */
  #before: string | undefined = '';

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#range = db.prepare('SELECT * FROM entry WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?');
    this.#one = db.prepare('SELECT * FROM entry WHERE seq = ?');
    this.#key = db.prepare('SELECT record_id FROM record_key WHERE scheme = ? AND value = ? AND seq = ?');
    this.#kept = db.prepare('SELECT bytes FROM kept WHERE seq = ?');
  }

  report(seq: number, problem: LogProblem): void {
    this.damage.push({ seq, problem });
  }

  /** Checks the next entries after `after`, up to `last`; gives the sequence number it has come to. */
  next(after: number, last: number): number {
    const { rows, cameTo } = this.#read(after, last);
    for (const row of rows) {
      if (row.seq > this.#expected) this.#skip(this.#expected, 'missing');
      this.#expected = row.seq + 1;
      if (row.body === undefined) this.#skip(row.seq, 'unreadable');
      else this.#entry(row);
    }
    return cameTo;
  }

  /** A damaged page spoils a whole range: then each entry is tried by itself. */
  #read(after: number, last: number): { rows: readonly (StoredEntry | LostEntry)[]; cameTo: number } {
    try {
      const rows = this.#range.all(after, last, entriesPerTurn).map(storedEntry);
      const cameTo = rows.at(-1)?.seq ?? last;
      // On a damaged page numbers may run backwards: then there is no way on, and `end` says what is missing.
      return { rows, cameTo: cameTo > after ? cameTo : last };
    } catch (error) {
      if (!isDamage(error)) throw error;
      const start = Math.max(after, 0);
      const cameTo = Math.min(start + entriesPerTurn, last);
      const rows: (StoredEntry | LostEntry)[] = [];
      for (let seq = start + 1; seq <= cameTo; seq += 1) {
        const row = this.#readOne(seq);
        if (row !== undefined) rows.push(row);
      }
      return { rows, cameTo };
    }
  }

  #readOne(seq: number): StoredEntry | LostEntry | undefined {
    try {
      const row = this.#one.get(seq);
      return row === undefined ? undefined : storedEntry(row);
    } catch (error) {
      if (!isDamage(error)) throw error;
      return { seq };
    }
  }

  #skip(seq: number, problem: 'missing' | 'unreadable'): void {
    this.report(seq, problem);
    this.#before = undefined;
  }

  #entry(row: StoredEntry): void {
    this.entries += 1;
    if (row.kind === 'revision') this.revisions += 1;
    if (this.#before !== undefined && digestOf(this.#before, row.seq, row.body) !== row.digest) {
      this.report(row.seq, 'digest');
    }
    this.#before = row.digest;
    if (row.kind === 'revision' && row.record_id !== null && row.number !== null) {
      const right = (this.numbers.get(row.record_id) ?? 0) + 1;
      if (row.number !== right) this.report(row.seq, 'number');
      this.numbers.set(row.record_id, row.number);
    }
    const understood = understand(row);
    if (understood === undefined) {
      this.report(row.seq, 'body');
    } else {
      const { columns, kept } = understood;
      if (!sameColumns(row, columns)) this.report(row.seq, 'columns');
      this.#keys(row.seq, columns);
      if (kept !== undefined) this.#keptBeside(row.seq, kept);
    }
  }

  #keptBeside(seq: number, { sha256 }: KeptName): void {
    try {
      // The table is STRICT: SQLite itself keeps the type.
      const bytes = this.#kept.get(seq)?.['bytes'] as Uint8Array | undefined;
      if (bytes !== undefined) this.keptSeen += 1;
      if (bytes === undefined || hash('sha256', bytes) !== sha256) this.report(seq, 'kept');
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.report(seq, 'kept');
    }
  }

  #keys(seq: number, { keys, recordId }: ReturnType<typeof columnsOf>): void {
    if (recordId === null || keys.length === 0) return;
    try {
      const stored = keys.map(({ scheme, value }) => this.#key.get(scheme, value, seq)?.['record_id']);
      this.keysSeen += stored.filter((found) => found !== undefined).length;
      if (stored.some((found) => found !== recordId)) this.report(seq, 'keys');
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.report(seq, 'keys');
    }
    if (!this.#ledTo.has(recordId)) this.#ledTo.set(recordId, seq);
  }

  /** After the last entry: what should still have come. */
  end(last: number): void {
    if (this.#expected <= last) this.report(this.#expected, 'missing');
    for (const [recordId, seq] of this.#ledTo) if (!this.numbers.has(recordId)) this.report(seq, 'orphanKey');
  }

  /** Only looked for where there are more keys than the entries account for. */
  strayKeys(upTo: number): void {
    const keys = this.#db.prepare('SELECT scheme, value, seq FROM record_key WHERE seq <= ? ORDER BY seq');
    for (const { scheme, value, seq } of keys.iterate(upTo)) {
      const row = this.#readOne(Number(seq));
      const written = row?.body === undefined ? [] : (understand(row)?.columns.keys ?? []);
      const known = written.some((key) => key.scheme === scheme && key.value === value);
      if (!known) this.report(Number(seq), 'strayKey');
    }
  }

  /** Only looked for where more is kept than the entries account for. */
  strayKept(upTo: number): void {
    for (const { seq } of this.#db
      .prepare('SELECT seq FROM kept WHERE seq <= ? ORDER BY seq')
      .iterate(upTo)) {
      const row = this.#readOne(Number(seq));
      const named = row?.body === undefined ? undefined : understand(row)?.kept;
      if (named === undefined) this.report(Number(seq), 'strayKept');
    }
  }
}

function storedEntry(row: Record<string, unknown>): StoredEntry {
  // The table is STRICT: SQLite itself keeps these types.
  return row as unknown as StoredEntry;
}

/** What the body says of the columns, and of what is kept beside it. */
interface Understood {
  readonly columns: ReturnType<typeof columnsOf>;
  readonly kept?: KeptName;
}

function understand(row: StoredEntry): Understood | undefined {
  try {
    const entry = entryFrom(row.seq, row.body);
    // A body that was tampered with may lack what columnsOf reads (it then throws) or be of no kind (undefined).
    const columns = columnsOf(entry) as ReturnType<typeof columnsOf> | undefined;
    if (columns === undefined) return undefined;
    return entry.kind === 'revision' && entry.kept !== undefined
      ? { columns, kept: entry.kept }
      : { columns };
  } catch {
    return undefined;
  }
}

function sameColumns(row: StoredEntry, columns: ReturnType<typeof columnsOf>): boolean {
  return (
    row.kind === columns.kind &&
    row.record_id === columns.recordId &&
    row.register === columns.register &&
    row.number === columns.number &&
    row.at === columns.at &&
    row.post === columns.post
  );
}
