import { DatabaseSync } from 'node:sqlite';

/** Of what is remembered so much stands in memory, in KiB: all of it for 100,000 records. */
const cacheKib = 16_000;

/**
 * The last revision number of each record, while a log is read from its beginning. Kept in a temporary file that nobody
 * else sees and that is gone when this is closed: memory stays as it is, however many records there are.
 */
export class RecordNumbers {
  readonly #db = new DatabaseSync('');
  readonly #first;
  readonly #next;
  readonly #other;
  readonly #known;
  /** Records seen. */
  size = 0;

  constructor() {
    // Nothing of it is worth anything after a stop.
    this.#db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;
      PRAGMA cache_size = -${cacheKib};
      CREATE TABLE record (id TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID; BEGIN`);
    this.#first = this.#db.prepare('INSERT INTO record VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.#next = this.#db.prepare('UPDATE record SET number = ?1 WHERE id = ?2 AND number = ?1 - 1');
    this.#other = this.#db.prepare('UPDATE record SET number = ? WHERE id = ?');
    this.#known = this.#db.prepare('SELECT 1 FROM record WHERE id = ?');
  }

  /** Takes the next revision of a record; whether its number follows the one before. */
  follows(recordId: string, number: number): boolean {
    if (number !== 1 && this.#next.run(number, recordId).changes === 1) return true;
    if (this.#first.run(recordId, number).changes === 1) {
      this.size += 1;
      return number === 1;
    }
    this.#other.run(number, recordId);
    return false;
  }

  knows(recordId: string): boolean {
    return this.#known.get(recordId) !== undefined;
  }

  close(): void {
    this.#db.close();
  }
}
