import { type LikeAnswer, type LikeQuery, mostLikeWords, type WeighedWord } from '../../operations/ports.ts';
import type { Contents } from './contents.ts';
import { languageBit } from './language-bits.ts';
import { hitsOf, hitsOfAll, type Reading, readingOnce } from './match.ts';
import { type Measure, worthOf } from './rank.ts';
import { tally } from './tally.ts';
import { highest } from './top.ts';

/**
 * Where any word may be missing, a long text has some of everything: it is marked down more than in a search for all
 * words, and to say a word often counts longer than to say many in passing. Chosen on the half for development of the
 * needs in `evaluation/`.
 */
const measure: Measure = { saturation: 2, lengthBlame: 0.75 };

/** Records with any of the words: the sum over the words of the best way in which each record says them (BM25). */
export function like(contents: Contents, { words, filters, limit }: LikeQuery): LikeAnswer {
  const { documents, workspace } = contents;
  const read = words.slice(0, mostLikeWords);
  const said = new Said(documents.size);
  for (const [place, word] of read.entries()) addWord(contents, said, word, place);
  const { passing } = tally(contents, documents.all(), { filters, count: [] });
  const docs = passing.filter((doc) => said.isAny(doc));
  workspace.done();
  const keys = new Float64Array(docs.length);
  for (let i = 0; i < docs.length; i += 1) keys[i] = said.scores[docs[i] ?? 0] ?? 0;
  const changed = documents.changed.data;
  const places = highest(keys, limit, (place) => changed[docs[place] ?? 0] ?? 0);
  return {
    total: docs.length,
    hits: places.map((place) => {
      const doc = docs[place] ?? 0;
      return {
        recordId: documents.recordIds[doc] ?? '',
        score: keys[place] ?? 0,
        words: read.flatMap((_, at) => (said.has(doc, at) ? [at] : [])),
      };
    }),
  };
}

/** In how many documents any form of the terms stands, the commonest form of them, dead ones included. */
export function spread({ lexicon, postings }: Contents, terms: readonly string[]): number {
  const forms = new Set(terms.flatMap((term) => lexicon.formsOf(term)));
  let sum = 0;
  for (const form of forms) sum += postings.count(form);
  return sum;
}

/** Of every document its score so far and, bit by bit, which words it has. */
class Said {
  readonly scores: Float64Array;
  /** A bit a word: the first 32, and the others. */
  readonly words: readonly [Uint32Array, Uint32Array];
  /** Of the word under way. */
  readonly best: Float64Array;

  constructor(size: number) {
    this.scores = new Float64Array(size);
    this.words = [new Uint32Array(size), new Uint32Array(size)];
    this.best = new Float64Array(size);
  }

  has(doc: number, word: number): boolean {
    const [first, others] = this.words;
    return (((word < 32 ? first : others)[doc] ?? 0) >>> (word & 31)) % 2 === 1;
  }

  isAny(doc: number): boolean {
    const [first, others] = this.words;
    return first[doc] !== 0 || others[doc] !== 0;
  }
}

/**
 * Adds what one word is worth. All ways to say it are one word with one rarity, that of all records that say it in any
 * way: else a word would be worth more in the language in which the fewest records are (structured queries, Pirkola 1998).
 */
function addWord(contents: Contents, said: Said, { weight, ways }: WeighedWord, place: number): void {
  const { best, scores } = said;
  const words = said.words[place < 32 ? 0 : 1];
  // Of 32 bits those of the place, counted anew from 32 on.
  const bit = 1 << place;
  const langs = contents.documents.langs.data;
  // Ways to say a phrase share many of their words.
  const read = readingOnce(contents);
  const found = ways.map((way) => saidAs(contents, way, read));
  let matching = 0;
  for (const { docs, asked, elsewhere } of found) {
    for (const doc of docs) {
      if ((words[doc] ?? 0) & bit || (elsewhere === 0 && ((langs[doc] ?? 0) & asked) === 0)) continue;
      words[doc] = (words[doc] ?? 0) | bit;
      matching += 1;
    }
  }
  const worth = worthOf(contents.documents, matching, measure);
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
  contents.workspace.done();
}

type Way = WeighedWord['ways'][number];

/** Where a word is said in one way, and in records of which languages that counts. */
function saidAs(
  contents: Contents,
  { terms, next = [], beside, weight, lang, elsewhere = 1 }: Way,
  read: Reading,
) {
  const formsOf = (stems: readonly string[]): readonly number[] => [
    ...new Set(stems.flatMap((stem) => contents.lexicon.formsOf(stem))),
  ];
  const words = [terms, ...(beside ?? next).map((stem) => [stem])].map(formsOf);
  const { docs, weights } =
    beside === undefined ? hitsOf(contents, words, read) : hitsOfAll(contents, words, read);
  return { docs, weights, sure: weight, asked: languageBit(lang), elsewhere };
}
