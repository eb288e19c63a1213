import { hash } from 'node:crypto';
import type { ErasedEntry } from '../../lifecycle/erasure.ts';
import type { KeptName, RecordKey } from '../../lifecycle/revision.ts';
import { columnsOf, digestOf, entryFrom } from './entry-row.ts';
import { RecordNumbers } from './record-numbers.ts';

/**
 * What can be wrong with a log. Of an entry: it is `missing` (the first of a gap); `unreadable` on disk; its `body` cannot be understood;
 * its `columns` say other than its body; its `digest` does not follow from the entry before; its revision `number` is
 * not the next of its record; its `keys` are not as written; what is `kept` beside it is gone or other than its digest
 * says; it was `erased` from without an event that says so, or other than the event says. Of the file, under sequence number 0: a trigger that keeps
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
  | 'erased'
  | 'guard'
  | 'file'
  | 'strayKey'
  | 'strayKept'
  | 'orphanKey';

export interface StoredEntry {
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
export interface LostEntry {
  readonly seq: number;
  readonly body?: undefined;
}

/** Entries read before other work gets its turn. */
export const entriesPerTurn = 250;

/** What cannot be read, since the page on which it stands is damaged. */
export const unreadable = Symbol('unreadable');
export type Unreadable = typeof unreadable;

/** What is stored, whatever the engine: entries and what stands beside them, read or found to be unreadable. */
export interface StoredPage {
  readonly rows: readonly (StoredEntry | LostEntry)[];
  /** Where the next page begins after. */
  readonly cameTo: number;
  /** To which record a key of an entry leads. */
  keyOf(key: RecordKey, seq: number): string | undefined | Unreadable;
  /** SHA-256, in hex, of what is kept beside an entry. */
  keptOf(seq: number): string | undefined | Unreadable;
}

/** Goes through the entries in order and remembers what the next ones have to fit. To be closed in the end. */
export class EntryCheck {
  readonly damage: { seq: number; problem: LogProblem }[] = [];
  entries = 0;
  revisions = 0;
  keysSeen = 0;
  keptSeen = 0;
  readonly #numbers = new RecordNumbers();
  /** Where a record of which no revision had come yet was first led to by a key. */
  readonly #ledTo = new Map<string, number>();
  /** Digests of bodies from which something was erased, as they stand, and as events say. */
  readonly #sealed = new Map<number, string>();
  readonly #vouched = new Map<number, string>();
  #expected = 1;
  /** Digest of the entry before; undefined after a gap, where the next digest has to be believed. */
  #before: string | undefined = '';

  report(seq: number, problem: LogProblem): void {
    this.damage.push({ seq, problem });
  }

  /** Checks the next entries; gives the sequence number it has come to. */
  next(page: StoredPage): number {
    for (const row of page.rows) {
      if (row.seq > this.#expected) this.#skip(this.#expected, 'missing');
      this.#expected = row.seq + 1;
      if (row.body === undefined) this.#skip(row.seq, 'unreadable');
      else this.#entry(row, page);
    }
    return page.cameTo;
  }

  #skip(seq: number, problem: 'missing' | 'unreadable'): void {
    this.report(seq, problem);
    this.#before = undefined;
  }

  #entry(row: StoredEntry, page: StoredPage): void {
    this.entries += 1;
    if (row.kind === 'revision') this.revisions += 1;
    const understood = understand(row);
    this.#digest(row, understood);
    if (row.kind === 'revision' && row.record_id !== null && row.number !== null) {
      if (!this.#numbers.follows(row.record_id, row.number)) this.report(row.seq, 'number');
    }
    if (understood === undefined) {
      this.report(row.seq, 'body');
    } else {
      const { columns, kept } = understood;
      if (!sameColumns(row, columns)) this.report(row.seq, 'columns');
      this.#keys(row.seq, columns, page);
      if (kept !== undefined) this.#keptBeside(row.seq, kept, page);
    }
  }

  /** The digest of an entry from which something was erased has to be believed: an event vouches for it. */
  #digest({ seq, body, digest }: StoredEntry, understood: Understood | undefined): void {
    if (understood?.sealed === true) this.#sealed.set(seq, hash('sha256', body));
    else if (this.#before !== undefined && digestOf(this.#before, seq, body) !== digest)
      this.report(seq, 'digest');
    this.#before = digest;
    for (const one of understood?.erases ?? []) this.#vouched.set(one.seq, one.sha256);
  }

  #keptBeside(seq: number, { sha256 }: KeptName, page: StoredPage): void {
    const found = page.keptOf(seq);
    if (typeof found === 'string') this.keptSeen += 1;
    if (found !== sha256) this.report(seq, 'kept');
  }

  #keys(seq: number, { keys, recordId }: ReturnType<typeof columnsOf>, page: StoredPage): void {
    if (recordId === null || keys.length === 0) return;
    const stored = keys.map((key) => page.keyOf(key, seq));
    this.keysSeen += stored.filter((found) => typeof found === 'string').length;
    if (stored.some((found) => found !== recordId)) this.report(seq, 'keys');
    if (!this.#ledTo.has(recordId) && !this.#numbers.knows(recordId)) this.#ledTo.set(recordId, seq);
  }

  /** After the last entry: what should still have come. */
  end(last: number): void {
    if (this.#expected <= last) this.report(this.#expected, 'missing');
    for (const seq of new Set([...this.#sealed.keys(), ...this.#vouched.keys()]))
      if (this.#sealed.get(seq) !== this.#vouched.get(seq)) this.report(seq, 'erased');
    for (const [recordId, seq] of this.#ledTo)
      if (!this.#numbers.knows(recordId)) this.report(seq, 'orphanKey');
  }

  /** Records with revisions, so far. */
  get records(): number {
    return this.#numbers.size;
  }

  close(): void {
    this.#numbers.close();
  }

  /** A key that stands beside this entry: whether the entry knows of it. Only looked for where there are more keys than seen. */
  strayKey(seq: number, { scheme, value }: RecordKey, row: StoredEntry | LostEntry | undefined): void {
    const written = row?.body === undefined ? [] : (understand(row)?.columns.keys ?? []);
    if (!written.some((key) => key.scheme === scheme && key.value === value)) this.report(seq, 'strayKey');
  }

  /** The same of what is kept. */
  strayKept(seq: number, row: StoredEntry | LostEntry | undefined): void {
    const named = row?.body === undefined ? undefined : understand(row)?.kept;
    if (named === undefined) this.report(seq, 'strayKept');
  }
}

/** What the body says of the columns, and of what is kept beside it. */
interface Understood {
  readonly columns: ReturnType<typeof columnsOf>;
  readonly kept?: KeptName;
  /** Something was erased from it. */
  readonly sealed?: true;
  /** What it says that was erased from others. */
  readonly erases?: readonly ErasedEntry[];
}

function understand(row: StoredEntry): Understood | undefined {
  try {
    const entry = entryFrom(row.seq, row.body);
    // A body that was tampered with may lack what columnsOf reads (it then throws) or be of no kind (undefined).
    const columns = columnsOf(entry) as ReturnType<typeof columnsOf> | undefined;
    if (columns === undefined) return undefined;
    return {
      columns,
      ...(entry.kind === 'revision' && entry.kept !== undefined ? { kept: entry.kept } : {}),
      ...(entry.sealed === undefined ? {} : { sealed: true }),
      ...(entry.kind === 'event' && entry.event.type === 'erased' ? { erases: entry.event.of } : {}),
    };
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
