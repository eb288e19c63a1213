import { parseQuery } from '../../language/query.ts';
import type { IndexAnswer, IndexQuery } from '../../operations/ports.ts';
import type { Contents } from './contents.ts';
import { formsOfClause, hitsOf, inAll, without } from './match.ts';
import type { Hits } from './postings.ts';
import { addScores, sortKeys } from './rank.ts';
import { countsOf, tally } from './tally.ts';
import { highest } from './top.ts';

const noDocs = new Int32Array(0);

/** Words first, then filters and counts, then ranking of what is left: only what passes is ever scored. */
export function search(contents: Contents, query: IndexQuery): IndexAnswer {
  try {
    return answerOf(contents, query);
  } finally {
    contents.workspace.done();
  }
}

function answerOf(contents: Contents, query: IndexQuery): IndexAnswer {
  const { documents, facets } = contents;
  const { must, not } = parseQuery(query.words, query.lang, { typing: query.typing === true });
  const mustForms = must.map((clause) => formsOfClause(contents, clause));
  const mustHits = mustForms.map((forms) => hitsOf(contents, forms));
  const notHits = not.map((clause) => hitsOf(contents, formsOfClause(contents, clause)));
  const tallied = tally(contents, without(inAll(contents, mustHits), notHits), query);
  const passing = within(tallied.passing, documents.changed.data, query.changed);
  const byScore = query.sort === 'best' && must.length > 0;
  const wanted = query.limit === 0 ? noDocs : passing;
  const keys = byScore ? scoresOf(contents, wanted, mustHits) : sortKeys(query.sort, wanted, contents);
  const changed = documents.changed.data;
  const places = highest(keys, query.offset + query.limit, (place) => changed[passing[place] ?? 0] ?? 0);
  return {
    total: tallied.passing.length,
    hits: places.slice(query.offset).map((place) => ({
      recordId: documents.recordIds[passing[place] ?? 0] ?? '',
      score: byScore ? (keys[place] ?? 0) : 0,
    })),
    facets: Object.fromEntries(
      query.count.map((name) => [name, countsOf(facets, tallied, name, query.most?.[name])]),
    ),
    terms: termsOf(contents, mustForms.flat(2)),
  };
}

/** Those of the documents that last changed within the window. */
function within(docs: Int32Array, changed: ArrayLike<number>, window: IndexQuery['changed']): Int32Array {
  if (window === undefined) return docs;
  const { after = -1, before = Number.POSITIVE_INFINITY } = window;
  return docs.filter((doc) => {
    const at = changed[doc] ?? 0;
    return after < at && at < before;
  });
}

function scoresOf(
  { documents, workspace }: Contents,
  docs: Int32Array,
  clauses: readonly Hits[],
): Float64Array {
  const scores = workspace.keys(docs.length).fill(0);
  for (const hits of clauses) addScores(scores, docs, hits, documents);
  return scores;
}

/** The terms and surfaces of all forms looked for, each once. */
function termsOf({ lexicon }: Contents, forms: readonly number[]): readonly string[] {
  const found = new Set<string>();
  for (const form of forms) {
    found.add(lexicon.terms[lexicon.termOf.at(form)] ?? '');
    found.add(lexicon.surfaces[form] ?? '');
  }
  return [...found];
}
