import type { IndexQuery } from '../../operations/ports.ts';
import type { Contents } from './contents.ts';
import { type Documents, noYear } from './documents.ts';
import type { Hits } from './postings.ts';

/**
 * BM25 (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009). `saturation` (k1) says how soon more of the
 * same word stops counting; `lengthBlame` (b, usually 0.75) how much long texts are marked down: mild here, since a
 * record with more said about it is no worse.
 */
const saturation = 1.2;
const lengthBlame = 0.4;

/** What one clause is worth in a document, by its weighted frequency there. */
export type Worth = (doc: number, weight: number) => number;

/** How soon more of a word stops counting (k1), and how much long texts are marked down (b). */
export interface Measure {
  readonly saturation: number;
  readonly lengthBlame: number;
}

/** @param matching how many living documents the clause matches. */
export function worthOf(
  documents: Documents,
  matching: number,
  { saturation: k1, lengthBlame: b }: Measure = { saturation, lengthBlame },
): Worth {
  const { living } = documents;
  const rarity = Math.log(1 + (living - matching + 0.5) / (matching + 0.5));
  const perWord = (k1 * b) / documents.meanLength();
  const lengths = documents.lengths.data;
  return (doc, weight) => {
    const norm = k1 * (1 - b) + perWord * (lengths[doc] ?? 0);
    return (rarity * weight * (k1 + 1)) / (weight + norm);
  };
}

/** Adds to each document's score what one clause is worth in it. `docs` and the hits are ascending. */
export function addScores(scores: Float64Array, docs: Int32Array, hits: Hits, documents: Documents): void {
  const worth = worthOf(documents, hits.docs.length);
  const { byDocument } = hits;
  if (byDocument !== undefined) {
    for (let i = 0; i < docs.length; i += 1) {
      const doc = docs[i] ?? 0;
      scores[i] = (scores[i] ?? 0) + worth(doc, byDocument[doc] ?? 0);
    }
    return;
  }
  for (let i = 0, j = 0; i < docs.length && j < hits.docs.length; ) {
    const doc = docs[i] ?? 0;
    const hit = hits.docs[j] ?? 0;
    if (doc === hit) scores[i] = (scores[i] ?? 0) + worth(doc, hits.weights[j] ?? 0);
    if (doc <= hit) i += 1;
    if (hit <= doc) j += 1;
  }
}

/** One number for each document, the first in order having the highest; `best` without scores is newest first. */
export function sortKeys(
  order: IndexQuery['sort'],
  docs: Int32Array,
  { documents, workspace }: Contents,
): Float64Array {
  const keys = workspace.keys(docs.length);
  if (order === 'newest' || order === 'best') {
    for (let i = 0; i < docs.length; i += 1) keys[i] = documents.changed.data[docs[i] ?? 0] ?? 0;
    return keys;
  }
  if (order === 'changes') {
    for (let i = 0; i < docs.length; i += 1) keys[i] = -(documents.changed.data[docs[i] ?? 0] ?? 0);
    return keys;
  }
  const sign = order === 'year' ? 1 : -1;
  for (let i = 0; i < docs.length; i += 1) {
    const year = documents.years.data[docs[i] ?? 0] ?? noYear;
    keys[i] = year === noYear ? Number.NEGATIVE_INFINITY : sign * year;
  }
  return keys;
}
