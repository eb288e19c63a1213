import { type LikeAnswer, type LikeQuery, mostLikeWords, type WeighedWord } from '../../operations/ports.ts';
import type { Contents } from './contents.ts';
import { countWritten, isWritten, languageBit } from './language-bits.ts';
import { addRelated } from './like-related.ts';
import { hitsOf, hitsOfAll, hitsOnce, placesOnce, type Reading, those } from './match.ts';
import type { Hits } from './postings.ts';
import { worthOf } from './rank.ts';
import { addBest, bestOf, formsOfWay, measure, Said, type SaidAs, type Way } from './said.ts';
import { tally } from './tally.ts';

/** Records with any of the words: the sum over the words of the best way in which each record says them (BM25). */
export function like(contents: Contents, query: LikeQuery): LikeAnswer {
  const { words, related = [], filters, written = [], limit } = query;
  const { documents, workspace } = contents;
  const read = words.slice(0, mostLikeWords);
  const said = new Said(documents.size);
  const places = placesOnce(contents);
  for (const [place, word] of read.entries()) addWord(contents, { said, place, places }, word);
  // A copy: what stands in the workspace is written over by the next who works there.
  const passing = tally(contents, documents.all(), { filters, count: [] }).passing.slice();
  workspace.done();
  addRelated(contents, { said, passing, places }, related);
  const any = passing.filter((doc) => said.scores[doc] !== 0);
  const bitsOf = (doc: number): number => documents.langs.data[doc] ?? 0;
  const docs = written.length === 0 ? any : any.filter((doc) => isWritten(bitsOf(doc), written));
  const best = bestOf(contents, docs, said.scores, limit);
  return {
    total: docs.length,
    written: countWritten(any, bitsOf),
    hits: best.map((doc) => {
      const bits = said.words[doc] ?? 0;
      return {
        recordId: documents.recordIds[doc] ?? '',
        score: said.scores[doc] ?? 0,
        words: read.flatMap((_, at) => ((bits >>> at) & 1 ? [at] : [])),
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

/**
 * Adds what one word is worth. All ways to say it are one word with one rarity, that of all records that say it in any
 * way: else a word would be worth more in the language in which the fewest records are (structured queries, Pirkola 1998).
 */
function addWord(
  contents: Contents,
  {
    said,
    place,
    places,
  }: { readonly said: Said; readonly place: number; readonly places: Reading['places'] },
  { weight, ways }: WeighedWord,
): void {
  const { words } = said;
  const bit = 1 << place;
  const langs = contents.documents.langs.data;
  // Ways to say a phrase share many of their words.
  const read = { hits: hitsOnce(contents), places };
  const found = ways.map((way) => saidAs(contents, way, read));
  let matching = 0;
  for (const { docs, asked, elsewhere } of found) {
    for (const doc of docs) {
      if ((words[doc] ?? 0) & bit || (elsewhere === 0 && ((langs[doc] ?? 0) & asked) === 0)) continue;
      words[doc] = (words[doc] ?? 0) | bit;
      matching += 1;
    }
  }
  addBest(contents, said, found, { weight, worth: worthOf(contents.documents, matching, measure) });
  contents.workspace.done();
}

function saidAs(contents: Contents, way: Way, read: Reading): SaidAs {
  const { beside, weight, lang, elsewhere = 1 } = way;
  const words = formsOfWay(contents, way);
  const asked = languageBit(lang);
  const langs = contents.documents.langs.data;
  // A phrase of another language is not looked for in records that have nothing in it.
  const keep = elsewhere === 0 ? (hits: Hits) => those(hits, (doc) => (langs[doc] ?? 0) & asked) : undefined;
  const { docs, weights } = (beside === undefined ? hitsOf : hitsOfAll)(contents, words, { ...read, keep });
  return { docs, weights, sure: weight, asked, elsewhere };
}
