import type { WeighedWord } from '../../operations/ports.ts';
import type { Contents } from './contents.ts';
import { languageBit } from './language-bits.ts';
import { hitsOnce, type Reading, rarestFirst, those } from './match.ts';
import { consecutive } from './phrase.ts';
import { worthOf } from './rank.ts';
import { addBest, bestOf, formsOfWay, measure, type Said, type SaidAs, type Way } from './said.ts';

/** Records in which related things are looked for: those that say most of the words. */
const mostLookedAt = 1_000;

interface Looking {
  readonly said: Said;
  /** Documents that pass the filters. */
  readonly passing: Int32Array;
  readonly places: Reading['places'];
}

/**
 * Adds what things are worth that count beside the words. They are many and said in many ways; most records that say
 * nothing else come nowhere near the first hundred: only the records that say most of the words are looked at, all where
 * these are few.
 */
export function addRelated(
  contents: Contents,
  { said, passing, places }: Looking,
  related: readonly WeighedWord[],
): void {
  if (related.length === 0) return;
  const { documents, workspace } = contents;
  const saying = passing.filter((doc) => said.scores[doc] !== 0);
  const looked =
    saying.length <= mostLookedAt ? passing : bestOf(contents, saying, said.scores, mostLookedAt);
  const isLooked = new Uint8Array(documents.size);
  for (const doc of looked) isLooked[doc] = 1;
  for (const { weight, ways } of related) {
    const hits = hitsOnce(contents);
    const found = ways.map((way) => saidInSome(contents, way, { isLooked, hits, places }));
    const matching = Math.min(documents.living, reckoned(found));
    addBest(contents, said, found, { weight, worth: worthOf(documents, matching, measure) });
    workspace.done();
  }
}

interface SaidInSome extends SaidAs {
  /** How many documents have its rarest word beside each of those that were looked at. */
  readonly scale: number;
}

function saidInSome(
  contents: Contents,
  way: Way,
  { isLooked, hits, places }: Reading & { readonly isLooked: Uint8Array },
): SaidInSome {
  const { weight, lang, elsewhere = 1 } = way;
  const words = formsOfWay(contents, way);
  const seldom = rarestFirst(contents, words);
  const all = hits(seldom[0] ?? []);
  const langs = contents.documents.langs.data;
  const asked = languageBit(lang);
  const isAsked = (doc: number) => (elsewhere > 0 ? 1 : (langs[doc] ?? 0) & asked);
  const some = those(all, (doc) => (isLooked[doc] === 1 ? isAsked(doc) : 0));
  const { docs, weights } =
    words.length > 1 ? consecutive(words, seldom, { candidates: some, placesOf: places }) : some;
  const scale = all.docs.length / Math.max(1, some.docs.length);
  return { docs, weights, scale, sure: weight, asked, elsewhere };
}

/** In how many documents a thing is said, by how often in those that were looked at. */
function reckoned(found: readonly SaidInSome[]): number {
  const counted = new Set<number>();
  let sum = 0;
  for (const { docs, scale } of found) {
    for (const doc of docs) {
      if (counted.has(doc)) continue;
      counted.add(doc);
      sum += scale;
    }
  }
  return sum;
}
