import type { RecordId } from '../../kernel/ids.ts';
import { Column, float64, int32, uint8 } from './column.ts';

/** Stands in the column of years where the year is not known. */
export const noYear = -2147483648;

/** What is kept of a document beside its words. */
export interface DocumentRow {
  readonly length: number;
  readonly year: number;
  readonly changed: number;
  /** As `languageBits`. */
  readonly langs: number;
}

/**
 * One row per document ever put in, numbered from 0. A record that is put in again gets a new row and the older one
 * is dead from then on: so the lists of the index only ever grow at their end.
 */
export class Documents {
  readonly recordIds: string[];
  readonly alive: Column<Uint8Array>;
  /** Weighted words of the longest language version, for ranking. */
  readonly lengths: Column;
  readonly years: Column;
  readonly changed: Column<Float64Array>;
  /** Languages of its texts (`languageBits`). */
  readonly langs: Column<Uint8Array>;
  readonly #docOf = new Map<RecordId, number>();
  #living = 0;
  #livingLength = 0;
  /** Until the next change. */
  #all: Int32Array | undefined;

  constructor(
    recordIds: string[] = [],
    alive = new Column(uint8),
    lengths = new Column(int32),
    years = new Column(int32),
    changed = new Column(float64),
    langs = new Column(uint8),
  ) {
    this.recordIds = recordIds;
    this.alive = alive;
    this.lengths = lengths;
    this.years = years;
    this.changed = changed;
    this.langs = langs;
    for (let doc = 0; doc < alive.length; doc += 1) if (alive.at(doc) === 1) this.#enter(doc);
  }

  get size(): number {
    return this.recordIds.length;
  }

  get living(): number {
    return this.#living;
  }

  get dead(): number {
    return this.size - this.#living;
  }

  meanLength(): number {
    return this.#living === 0 ? 1 : Math.max(1, this.#livingLength / this.#living);
  }

  add(recordId: RecordId, { length, year, changed, langs }: DocumentRow): number {
    this.remove(recordId);
    const doc = this.size;
    this.recordIds.push(recordId);
    this.alive.push(1);
    this.lengths.push(length);
    this.years.push(year);
    this.changed.push(changed);
    this.langs.push(langs);
    this.#enter(doc);
    return doc;
  }

  #enter(doc: number): void {
    this.#docOf.set(this.recordIds[doc] ?? '', doc);
    this.#living += 1;
    this.#all = undefined;
    this.#livingLength += this.lengths.at(doc);
  }

  /** Answers the document that is dead from now on. */
  remove(recordId: RecordId): number | undefined {
    const doc = this.#docOf.get(recordId);
    if (doc === undefined) return undefined;
    this.#docOf.delete(recordId);
    this.alive.put(doc, 0);
    this.#living -= 1;
    this.#livingLength -= this.lengths.at(doc);
    this.#all = undefined;
    return doc;
  }

  /** The living documents, ascending; not to be written to. */
  all(): Int32Array {
    if (this.#all !== undefined) return this.#all;
    const docs = new Int32Array(this.#living);
    const alive = this.alive.data;
    let size = 0;
    for (let doc = 0; doc < this.size; doc += 1) {
      if (alive[doc] === 1) docs[size++] = doc;
    }
    this.#all = docs;
    return docs;
  }
}
