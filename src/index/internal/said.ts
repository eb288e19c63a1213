import type { WeighedWord } from '../../operations/ports.ts';
import type { Contents } from './contents.ts';
import type { Hits } from './postings.ts';
import type { Measure, Worth } from './rank.ts';
import { highest } from './top.ts';

/**
 * Where any word may be missing, a long text has some of everything: it is marked down more than in a search for all
 * words, and to say a word often counts longer than to say many in passing. Chosen on the half for development of the
 * needs in `evaluation/`.
 */
export const measure: Measure = { saturation: 2, lengthBlame: 0.75 };

/** Of every document its score so far and, bit by bit, which words it has. */
export class Said {
  readonly scores: Float64Array;
  readonly words: Uint32Array;
  /** Of the word under way. */
  readonly best: Float64Array;

  constructor(size: number) {
    this.scores = new Float64Array(size);
    this.words = new Uint32Array(size);
    this.best = new Float64Array(size);
  }
}

/** Where a thing is said in one way, how surely it is meant, and in records of which languages that counts. */
export interface SaidAs extends Hits {
  readonly sure: number;
  readonly asked: number;
  readonly elsewhere: number;
}

/** Adds to each document the best of the ways in which it says a thing. */
export function addBest(
  { documents }: Contents,
  { scores, best }: Said,
  found: readonly SaidAs[],
  { weight, worth }: { readonly weight: number; readonly worth: Worth },
): void {
  const langs = documents.langs.data;
  for (const { docs, weights, sure, asked, elsewhere } of found) {
    for (let i = 0; i < docs.length; i += 1) {
      const doc = docs[i] ?? 0;
      const share = (langs[doc] ?? 0) & asked ? 1 : elsewhere;
      const here = weight * sure * share * worth(doc, weights[i] ?? 0);
      if (here <= (best[doc] ?? 0)) continue;
      // What a worse way gave is taken back.
      scores[doc] = (scores[doc] ?? 0) + here - (best[doc] ?? 0);
      best[doc] = here;
    }
  }
  for (const { docs } of found) for (const doc of docs) best[doc] = 0;
}

export type Way = WeighedWord['ways'][number];

/** The forms that each word of a way may have. */
export function formsOfWay(
  { lexicon }: Contents,
  { terms, next = [], beside }: Way,
): readonly (readonly number[])[] {
  return [terms, ...(beside ?? next).map((stem) => [stem])].map((stems) => [
    ...new Set(stems.flatMap((stem) => lexicon.formsOf(stem))),
  ]);
}

/** The documents with the highest scores, those first; of equal ones what changed last. */
export function bestOf(
  { documents }: Contents,
  docs: Int32Array,
  scores: Float64Array,
  limit: number,
): readonly number[] {
  const keys = new Float64Array(docs.length);
  for (let i = 0; i < docs.length; i += 1) keys[i] = scores[docs[i] ?? 0] ?? 0;
  const changed = documents.changed.data;
  return highest(keys, limit, (place) => changed[docs[place] ?? 0] ?? 0).map((place) => docs[place] ?? 0);
}
