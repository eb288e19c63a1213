import { type Hits, noHits, type Postings } from './postings.ts';
import { afterVarint, readVarint } from './varint.ts';

/**
 * Of some documents those in which all of the words stand one after the other, with the smallest weight of the words.
 * `words` are the forms that each word may have; `seldom` the same, those first that stand in the fewest documents.
 */
export function consecutive(
  words: readonly (readonly number[])[],
  seldom: readonly (readonly number[])[],
  { candidates, placesOf }: { readonly candidates: Hits; readonly placesOf: (form: number) => FormPlaces },
): Hits {
  if (candidates.docs.length === 0) return noHits;
  const byForms = new Map(
    words.map((forms) => [forms, forms.map((form) => new Cursor(() => placesOf(form)))]),
  );
  const cursorsOf = (forms: readonly number[]): readonly Cursor[] => byForms.get(forms) ?? [];
  const cursors = { inTurn: words.map(cursorsOf), seldom: seldom.map(cursorsOf) };
  const docs = new Int32Array(candidates.docs.length);
  const weights = new Int32Array(docs.length);
  let size = 0;
  for (const doc of candidates.docs) {
    const weight = weightTogether(cursors, doc);
    if (weight === 0) continue;
    docs[size] = doc;
    weights[size] = weight;
    size += 1;
  }
  return { docs: docs.subarray(0, size), weights: weights.subarray(0, size) };
}

interface Cursors {
  readonly inTurn: readonly (readonly Cursor[])[];
  readonly seldom: readonly (readonly Cursor[])[];
}

/** The smallest weight of the words in a document in which they stand one after the other; else 0. */
function weightTogether({ inTurn, seldom }: Cursors, doc: number): number {
  let least = Number.POSITIVE_INFINITY;
  // Whether all are there is known before any position is read.
  for (const forms of seldom) {
    let weight = 0;
    for (const cursor of forms) weight += cursor.goTo(doc);
    if (weight === 0) return 0;
    least = Math.min(least, weight);
  }
  let ends: number[] = [];
  for (const [at, forms] of inTurn.entries()) {
    const next: number[] = [];
    // A word stands seldom in one document: looking through a few numbers is cheaper than a set of them.
    for (const cursor of forms)
      cursor.places((place) => {
        if (at === 0 || ends.includes(place - 1)) next.push(place);
      });
    if (next.length === 0) return 0;
    ends = next;
  }
  return least;
}

/** The documents of a form, and where its positions in each begin. */
export class FormPlaces {
  readonly hits: Hits;
  readonly bytes: Uint8Array;
  readonly #start: number;
  #starts: Int32Array | undefined;

  constructor(postings: Postings, form: number) {
    this.hits = postings.hits(form);
    const { bytes, start } = postings.placesOf(form);
    this.bytes = bytes;
    this.#start = start;
  }

  /** Where the positions in the document in a place begin; found when the first is asked for. */
  startOf(place: number): number {
    this.#starts ??= this.#find();
    return this.#starts[place] ?? 0;
  }

  #find(): Int32Array {
    const starts = new Int32Array(this.hits.docs.length);
    let at = this.#start;
    for (let i = 0; i < starts.length; i += 1) {
      starts[i] = at;
      at = afterVarint(this.bytes, at) + readVarint(this.bytes, at);
    }
    return starts;
  }
}

/** Walks through the documents of a form; they must be asked for in ascending order. */
class Cursor {
  readonly #open: () => FormPlaces;
  #form: FormPlaces | undefined;
  #at = 0;
  #isThere = false;

  constructor(open: () => FormPlaces) {
    this.#open = open;
  }

  /** The weight of the form in a document, 0 where it does not stand. */
  goTo(doc: number): number {
    this.#form ??= this.#open();
    const { docs, weights } = this.#form.hits;
    // In strides that double, then back by halves: most documents in between are never looked at.
    let low = this.#at;
    let stride = 1;
    while ((docs[low + stride] ?? doc) < doc) {
      low += stride;
      stride *= 2;
    }
    let high = Math.min(low + stride, docs.length);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((docs[middle] ?? doc) < doc) low = middle + 1;
      else high = middle;
    }
    this.#at = low;
    this.#isThere = docs[low] === doc;
    return this.#isThere ? (weights[low] ?? 0) : 0;
  }

  /** Tells where the form stands in the document that was gone to, in order. */
  places(tell: (place: number) => void): void {
    if (!this.#isThere || this.#form === undefined) return;
    const { bytes } = this.#form;
    const start = this.#form.startOf(this.#at);
    let at = afterVarint(bytes, start);
    const end = at + readVarint(bytes, start);
    for (let place = 0; at < end; at = afterVarint(bytes, at)) {
      place += readVarint(bytes, at);
      tell(place);
    }
  }
}
