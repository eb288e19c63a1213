import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { RecordKey } from '../../lifecycle/revision.ts';
import {
  entriesPerTurn,
  type LostEntry,
  type StoredEntry,
  type StoredPage,
  type Unreadable,
  unreadable,
} from './entry-check.ts';
import { isDamage } from './sqlite-fault.ts';

/** Reads what is stored in a file page by page, damaged or not. */
export function sqlitePages(db: DatabaseSync) {
  const range = db.prepare('SELECT * FROM entry WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?');
  const one = db.prepare('SELECT * FROM entry WHERE seq = ?');
  const key = db.prepare('SELECT record_id FROM record_key WHERE scheme = ? AND value = ? AND seq = ?');
  const kept = db.prepare('SELECT bytes FROM kept WHERE seq = ?');

  const readOne = (seq: number): StoredEntry | LostEntry | undefined => {
    const row = readable(() => one.get(seq));
    if (row === unreadable) return { seq };
    return row === undefined ? undefined : storedEntry(row);
  };
  /** A damaged page spoils a whole range: then each entry is tried by itself. */
  const read = (after: number, last: number): Pick<StoredPage, 'rows' | 'cameTo'> => {
    const rows = readable(() => range.all(after, last, entriesPerTurn).map(storedEntry));
    if (rows !== unreadable) {
      const cameTo = rows.at(-1)?.seq ?? last;
      // On a damaged page numbers may run backwards: then there is no way on, and the check says what is missing.
      return { rows, cameTo: cameTo > after ? cameTo : last };
    }
    const start = Math.max(after, 0);
    const cameTo = Math.min(start + entriesPerTurn, last);
    const numbers = Array.from({ length: cameTo - start }, (_, place) => start + 1 + place);
    return { rows: numbers.flatMap((seq) => readOne(seq) ?? []), cameTo };
  };
  return {
    one: readOne,
    page: (after: number, last: number): StoredPage => ({
      ...read(after, last),
      keyOf: ({ scheme, value }: RecordKey, seq: number) =>
        readable(() => {
          const found = key.get(scheme, value, seq)?.['record_id'];
          return found === undefined ? undefined : String(found);
        }),
      keptOf: (seq: number) =>
        readable(() => {
          const bytes = kept.get(seq)?.['bytes'];
          return bytes instanceof Uint8Array ? hash('sha256', bytes) : undefined;
        }),
    }),
  };
}

function readable<Answer>(read: () => Answer): Answer | Unreadable {
  try {
    return read();
  } catch (error) {
    if (!isDamage(error)) throw error;
    return unreadable;
  }
}

function storedEntry(row: Record<string, unknown>): StoredEntry {
  // The table is STRICT: SQLite itself keeps these types.
  return row as unknown as StoredEntry;
}
