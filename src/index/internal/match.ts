import type { Clause, WordClause } from '../../language/query.ts';
import type { Contents } from './contents.ts';
import type { Documents } from './documents.ts';
import { gather, isDense } from './gather.ts';
import { consecutive, FormPlaces } from './phrase.ts';
import { type Hits, noHits, type Postings } from './postings.ts';
import type { Workspace } from './workspace.ts';

/** A word being typed stands for at most this many word forms, the most frequent. */
const mostForms = 128;
/** After every document. */
const past = 2 ** 31 - 1;

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
export function hitsOf(contents: Contents, words: ClauseForms, read = reading(contents)): Hits {
  const candidates = hitsOfAll(contents, words, read);
  return words.length > 1 ? consecutive(words, words, { candidates, placesOf: read.places }) : candidates;
}

/** The living documents in which each of the words stands, wherever. */
export function hitsOfAll(contents: Contents, words: ClauseForms, read = reading(contents)): Hits {
  let all: Hits | undefined;
  // The rarest first: what is left of it is all that has to be looked up in the others.
  for (const forms of rarestFirst(contents, words)) {
    const hits = read.hits(forms);
    if (all !== undefined) all = both(all, hits, contents.workspace);
    else all = words.length > 1 && read.keep !== undefined ? read.keep(hits) : hits;
    if (all.docs.length === 0) return noHits;
  }
  return all ?? noHits;
}

/** How forms are read: the living documents of any of some, and where one stands. */
export interface Reading {
  readonly hits: (forms: readonly number[]) => Hits;
  readonly places: (form: number) => FormPlaces;
  /** Which documents of the first word of several are worth looking for the others in; all where absent. */
  readonly keep?: ((hits: Hits) => Hits) | undefined;
}

function reading(contents: Contents): Reading {
  return {
    hits: (forms) => formHits(contents, forms),
    places: (form) => new FormPlaces(contents.postings, form),
  };
}

/** Reads where forms stand once for a whole question; `hits` as it is given. */
export function placesOnce({ postings }: Contents): Reading['places'] {
  const known = new Map<number, FormPlaces>();
  return (form) => {
    const found = known.get(form) ?? new FormPlaces(postings, form);
    known.set(form, found);
    return found;
  };
}

/** Reads the same forms once, for whoever asks several times before the workspace is given back. */
export function hitsOnce(contents: Contents): Reading['hits'] {
  const known = new Map<string, Hits>();
  return (forms) => {
    const key = forms.join();
    const found = known.get(key) ?? formHits(contents, forms);
    known.set(key, found);
    return found;
  };
}

/** The words in the order of how seldom they stand anywhere. */
export function rarestFirst({ postings }: Contents, words: ClauseForms): ClauseForms {
  if (words.length < 2) return words;
  const count = (forms: readonly number[]): number =>
    forms.reduce((sum, form) => sum + postings.count(form), 0);
  return words.toSorted((a, b) => count(a) - count(b));
}

/** Living documents of any of the forms: gathered where they are many, else merged. */
function formHits(contents: Contents, forms: readonly number[]): Hits {
  const { postings, documents } = contents;
  const found = forms.reduce((sum, form) => sum + postings.count(form), 0);
  return isDense(found, documents.size) ? gather(contents, forms) : living(documents, union(postings, forms));
}

/** The documents of a list that are marked by something other than 0. */
export function those({ docs, weights }: Hits, isMarked: (doc: number) => number): Hits {
  const some = { docs: new Int32Array(docs.length), weights: new Int32Array(docs.length) };
  let size = 0;
  for (let i = 0; i < docs.length; i += 1) {
    const doc = docs[i] ?? 0;
    some.docs[size] = doc;
    some.weights[size] = weights[i] ?? 0;
    size += isMarked(doc) === 0 ? 0 : 1;
  }
  return { docs: some.docs.subarray(0, size), weights: some.weights.subarray(0, size) };
}

/** Documents of any of the forms: neighbours are merged two by two until one list is left. */
function union(postings: Postings, forms: readonly number[]): Hits {
  let lists = forms.map((form) => postings.hits(form));
  while (lists.length > 1) {
    const merged: Hits[] = [];
    for (let i = 0; i < lists.length; i += 2) merged.push(either(lists[i] ?? noHits, lists[i + 1] ?? noHits));
    lists = merged;
  }
  return lists[0] ?? noHits;
}

/** Documents in one or both, with the sum of the two weights. */
function either(a: Hits, b: Hits): Hits {
  if (b.docs.length === 0) return a;
  const docs = new Int32Array(a.docs.length + b.docs.length);
  const weights = new Int32Array(docs.length);
  let size = 0;
  for (let i = 0, j = 0; i < a.docs.length || j < b.docs.length; size += 1) {
    const left = a.docs[i] ?? past;
    const right = b.docs[j] ?? past;
    docs[size] = Math.min(left, right);
    let weight = 0;
    if (left <= right) weight += a.weights[i++] ?? 0;
    if (right <= left) weight += b.weights[j++] ?? 0;
    weights[size] = weight;
  }
  return { docs: docs.subarray(0, size), weights: weights.subarray(0, size) };
}

function living(documents: Documents, hits: Hits): Hits {
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
function both(a: Hits, b: Hits, workspace: Workspace): Hits {
  if (b.byDocument !== undefined) return knownIn(a, b.byDocument, workspace);
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

/** As `both`, by looking each document up: without a branch, which common words would make the processor guess wrongly. */
function knownIn({ docs, weights }: Hits, byDocument: Int32Array, workspace: Workspace): Hits {
  const known = { docs: workspace.numbers(docs.length), weights: workspace.numbers(docs.length) };
  let size = 0;
  for (let i = 0; i < docs.length; i += 1) {
    const doc = docs[i] ?? 0;
    const weight = byDocument[doc] ?? 0;
    known.docs[size] = doc;
    known.weights[size] = Math.min(weights[i] ?? 0, weight);
    // 1 where the weight is above 0.
    size += (0 - weight) >>> 31;
  }
  return { docs: known.docs.subarray(0, size), weights: known.weights.subarray(0, size) };
}

/** Documents that stand in every one of the lists; without lists, every living document. */
export function inAll({ documents, workspace }: Contents, lists: readonly Hits[]): Int32Array {
  const [smallest, ...others] = lists.toSorted((a, b) => a.docs.length - b.docs.length);
  return smallest === undefined
    ? documents.all()
    : others.reduce((all, list) => both(all, list, workspace), smallest).docs;
}

/** Documents of `docs` that stand in none of the lists. */
export function without(docs: Int32Array, lists: readonly Hits[]): Int32Array {
  if (lists.length === 0) return docs;
  const excluded = new Set<number>();
  for (const list of lists) for (const doc of list.docs) excluded.add(doc);
  return docs.filter((doc) => !excluded.has(doc));
}
