import type { Contents } from './contents.ts';
import type { Hits, Postings } from './postings.ts';
import { afterVarint, readVarint } from './varint.ts';

/**
 * Of the documents in which every word stands, those in which the words stand one after the other.
 * `words` are the forms that each word may have.
 */
export function consecutive(
  { postings }: Contents,
  words: readonly (readonly number[])[],
  candidates: Hits,
): Hits {
  const readers = words.map((forms) => forms.map((form) => new PlaceReader(postings, form)));
  const docs = new Int32Array(candidates.docs.length);
  const weights = new Int32Array(docs.length);
  let size = 0;
  candidates.docs.forEach((doc, i) => {
    let ends: ReadonlySet<number> | undefined;
    for (const word of readers) {
      const next = new Set<number>();
      for (const reader of word) {
        for (const place of reader.placesIn(doc))
          if (ends === undefined || ends.has(place - 1)) next.add(place);
      }
      ends = next;
      if (next.size === 0) return;
    }
    docs[size] = doc;
    weights[size] = candidates.weights[i] ?? 1;
    size += 1;
  });
  return { docs: docs.subarray(0, size), weights: weights.subarray(0, size) };
}

/** Reads the positions of one form, document after document. */
class PlaceReader {
  readonly #docs: Int32Array;
  readonly #bytes: Uint8Array;
  #place: number;
  #next = 0;

  constructor(postings: Postings, form: number) {
    this.#docs = postings.hits(form).docs;
    const { bytes, start } = postings.placesOf(form);
    this.#bytes = bytes;
    this.#place = start;
  }

  /** Where the form stands in `doc`; documents must be asked for in ascending order, each once. */
  placesIn(doc: number): readonly number[] {
    for (; (this.#docs[this.#next] ?? doc) < doc; this.#next += 1) this.#skip();
    if (this.#docs[this.#next] !== doc) return [];
    const places: number[] = [];
    let at = afterVarint(this.#bytes, this.#place);
    this.#skip();
    this.#next += 1;
    for (let place = 0; at < this.#place; at = afterVarint(this.#bytes, at)) {
      place += readVarint(this.#bytes, at);
      places.push(place);
    }
    return places;
  }

  #skip(): void {
    this.#place = afterVarint(this.#bytes, this.#place) + readVarint(this.#bytes, this.#place);
  }
}
