import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openConcepts } from '../src/language/concepts/open-concepts.ts';
import type { Way as WayToSay } from '../src/matching/ways.ts';
import type { Library } from '../src/operations/matching/library.ts';
import { rankLibrary } from '../src/operations/matching/rank-library.ts';
import { collection } from './collection.ts';
import { blindNeeds, judgements, type NeedStatement, needStatements } from './needs.ts';
import { bootstrap, type Interval } from './statistics.ts';

const concepts = fileURLToPath(new URL('../content/weights/concepts.bin', import.meta.url));
const kinds = ['practice', 'activity', 'organisation'];
const year = 2026;

/** What a way of searching is worth over some needs. */
export interface NeedFigures {
  readonly way: string;
  readonly half: NeedStatement['half'];
  readonly needs: number;
  readonly ndcg10: Interval;
  readonly recall20: Interval;
  /** Share of the first ten that somebody has judged: what was not counts as no answer. */
  readonly judged10: number;
  readonly byLanguage: Readonly<Record<string, number>>;
}

type Way = (library: Library, need: NeedStatement) => Promise<readonly string[]>;

/** Ways of searching, from the search box to the whole. */
const ways: Readonly<Record<string, Way>> = {
  'search box (all words)': async ({ index }, { text, language }) => {
    const query = { words: text, lang: language, filters: { kind: kinds }, offset: 0, limit: 20, count: [] };
    const { hits } = (index as unknown as Searching).search({ ...query, sort: 'best' });
    return hits.map(({ recordId }) => recordId);
  },
  'plain words (any word, BM25)': async (library, { text, language }) => {
    const { index } = library;
    const words = { like: plainly(index), spread: index.spread.bind(index), size: index.size.bind(index) };
    return ranked({ index: words, held: library.held }, { text, language }, true);
  },
  'words in seven languages': (library, need) =>
    ranked(
      { index: library.index, held: library.held, ...(library.meanings && { meanings: library.meanings }) },
      need,
      true,
    ),
  'who has solved this': (library, need) => ranked(library, need, false),
};

interface Searching {
  search(query: object): { readonly hits: readonly { readonly recordId: string }[] };
}

/** The index asked for the words as they were typed alone, without phrases of our lists and what is related to them. */
function plainly(index: Library['index']): Library['index']['like'] {
  return ({ words, related: _, ...query }) =>
    index.like({
      ...query,
      words: words
        .filter((word) => !('isPhrase' in word))
        .map(({ weight, ways: all }) => ({ weight, ways: all.slice(0, 1).map(anywhere) })),
    });
}

/** A plain search does not know in which language a record is. */
function anywhere({ terms, weight }: WayToSay): WayToSay {
  return { terms, weight };
}

async function ranked(
  library: Library,
  need: Pick<NeedStatement, 'text' | 'language'> & Partial<Pick<NeedStatement, 'country'>>,
  wordsAlone: boolean,
): Promise<readonly string[]> {
  const { text, language, country } = need;
  const setting = {
    sectors: [],
    goals: [],
    year,
    ...(country === undefined || wordsAlone ? {} : { country }),
  };
  const { ranked: all } = await rankLibrary(library, {
    text,
    lang: language,
    filters: { kind: kinds },
    setting,
  });
  const order = wordsAlone ? all.toSorted((a, b) => b.candidate.score - a.candidate.score) : all;
  return order.slice(0, 20).map(({ candidate }) => candidate.id);
}

/** Every way over the needs of some halves; undefined where the shared data are absent. */
export async function needFigures(
  halves: readonly NeedStatement['half'][],
): Promise<readonly NeedFigures[] | undefined> {
  const found = await collection();
  if (found === undefined) return undefined;
  const library: Library = { ...found, meanings: openConcepts(readFileSync(concepts)) };
  const figures: NeedFigures[] = [];
  for (const [way, search] of Object.entries(ways)) {
    for (const half of halves) {
      const needs = [...needStatements, ...blindNeeds].filter(
        (need) => need.half === half && answered.has(need.id),
      );
      const orders = await Promise.all(needs.map((need) => search(library, need)));
      figures.push(figuresOf(way, half, needs, orders));
    }
  }
  return figures;
}

/** Needs for which somebody found a record worth a closer look: the others tell no way from another. */
const answered = new Set(judgements.filter(({ grade }) => grade >= 2).map(({ need }) => need));

function figuresOf(
  way: string,
  half: NeedStatement['half'],
  needs: readonly NeedStatement[],
  orders: readonly (readonly string[])[],
): NeedFigures {
  const scores = needs.map((need, at) => scoresOf(need, orders[at] ?? []));
  const byLanguage = Map.groupBy(needs.keys(), (at) => needs[at]?.language ?? '');
  return {
    way,
    half,
    needs: needs.length,
    ndcg10: bootstrap(scores.map(({ ndcg }) => ndcg)),
    recall20: bootstrap(scores.map(({ recall }) => recall)),
    judged10: scores.reduce((sum, { judged }) => sum + judged, 0) / scores.length,
    byLanguage: Object.fromEntries(
      [...byLanguage].map(([language, places]) => [
        language,
        places.reduce((sum, at) => sum + (scores[at]?.ndcg ?? 0), 0) / places.length,
      ]),
    ),
  };
}

/** nDCG with gains of 2^grade − 1 (Järvelin and Kekäläinen 2002); recall of what was graded 2 or 3. */
function scoresOf(need: NeedStatement, order: readonly string[]) {
  const grades = new Map(
    judgements.filter((one) => one.need === need.id).map(({ record, grade }) => [record, grade as number]),
  );
  const gain = (list: readonly number[]): number =>
    list.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
  const ideal = gain([...grades.values()].sort((a, b) => b - a));
  const good = [...grades].filter(([, grade]) => grade >= 2).map(([record]) => record);
  const first = order.slice(0, 10);
  return {
    ndcg: ideal === 0 ? 0 : gain(order.map((record) => grades.get(record) ?? 0)) / ideal,
    recall: good.length === 0 ? 0 : good.filter((record) => order.includes(record)).length / good.length,
    judged: first.length === 0 ? 1 : first.filter((record) => grades.has(record)).length / first.length,
  };
}
