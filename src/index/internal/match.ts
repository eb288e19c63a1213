import type { Clause, WordClause } from '../../language/query.ts';
import type { Contents } from './contents.ts';
import { consecutive } from './phrase.ts';
import { type Hits, noHits } from './postings.ts';

/** A word being typed stands for at most this many word forms, the most frequent. */
const mostForms = 128;

/** Word forms that stand for a clause: of a word, its alternatives; of a phrase, those of each word. */
export type ClauseForms = readonly (readonly number[])[];

export function formsOfClause(contents: Contents, clause: Clause): ClauseForms {
  return 'words' in clause
    ? clause.words.map((word) => formsOfWord(contents, word))
    : [formsOfWord(contents, clause)];
}

function formsOfWord(contents: Contents, { terms, surface, prefix }: WordClause): readonly number[] {
  const forms = new Set(terms.flatMap((term) => contents.lexicon.formsOf(term)));
  if (prefix) for (const form of contents.frequentForms(surface, mostForms)) forms.add(form);
  return [...forms];
}

/** The living documents that a clause matches. Several forms of a word count as one word: their weights are added. */
export function hitsOf(contents: Contents, words: ClauseForms): Hits {
  let all: Hits | undefined;
  for (const forms of words) {
    const hits = living(contents, union(contents, forms));
    all = all === undefined ? hits : both(all, hits);
    if (all.docs.length === 0) return noHits;
  }
  if (all === undefined) return noHits;
  return words.length > 1 ? consecutive(contents, words, all) : all;
}

/** Documents of any of the forms. */
function union({ postings, documents }: Contents, forms: readonly number[]): Hits {
  const [first, ...others] = forms.map((form) => postings.hits(form));
  if (first === undefined) return noHits;
  if (others.length === 0) return first;
  const sums = new Int32Array(documents.size);
  let size = 0;
  for (const { docs, weights } of [first, ...others]) {
    for (let i = 0; i < docs.length; i += 1) {
      const doc = docs[i] ?? 0;
      const sum = sums[doc] ?? 0;
      if (sum === 0) size += 1;
      sums[doc] = sum + (weights[i] ?? 0);
    }
  }
  const docs = new Int32Array(size);
  const weights = new Int32Array(size);
  for (let doc = 0, i = 0; i < size; doc += 1) {
    const sum = sums[doc] ?? 0;
    if (sum === 0) continue;
    docs[i] = doc;
    weights[i] = sum;
    i += 1;
  }
  return { docs, weights };
}

function living({ documents }: Contents, hits: Hits): Hits {
  if (documents.dead === 0) return hits;
  const alive = documents.alive.data;
  const { docs, weights } = hits;
  let size = 0;
  for (let i = 0; i < docs.length; i += 1) {
    const doc = docs[i] ?? 0;
    if (alive[doc] !== 1) continue;
    docs[size] = doc;
    weights[size] = weights[i] ?? 0;
    size += 1;
  }
  return { docs: docs.subarray(0, size), weights: weights.subarray(0, size) };
}

/** Documents in both, with the smaller of the two weights. */
function both(a: Hits, b: Hits): Hits {
  const docs = new Int32Array(Math.min(a.docs.length, b.docs.length));
  const weights = new Int32Array(docs.length);
  let size = 0;
  for (let i = 0, j = 0; i < a.docs.length && j < b.docs.length; ) {
    const left = a.docs[i] ?? 0;
    const right = b.docs[j] ?? 0;
    if (left === right) {
      docs[size] = left;
      weights[size] = Math.min(a.weights[i] ?? 0, b.weights[j] ?? 0);
      size += 1;
    }
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return { docs: docs.subarray(0, size), weights: weights.subarray(0, size) };
}

/** Documents that stand in every one of the lists; without lists, every living document. */
export function inAll({ documents }: Contents, lists: readonly Hits[]): Int32Array {
  const [smallest, ...others] = lists.toSorted((a, b) => a.docs.length - b.docs.length);
  return smallest === undefined ? documents.all() : others.reduce(both, smallest).docs;
}

/** Documents of `docs` that stand in none of the lists. */
export function without(docs: Int32Array, lists: readonly Hits[]): Int32Array {
  if (lists.length === 0) return docs;
  const excluded = new Set<number>();
  for (const list of lists) for (const doc of list.docs) excluded.add(doc);
  return docs.filter((doc) => !excluded.has(doc));
}
