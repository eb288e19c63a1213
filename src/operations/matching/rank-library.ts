import type { FacetName } from '../../fields/facet.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Candidate, Setting } from '../../matching/candidate.ts';
import { type Problem, readProblem } from '../../matching/problem.ts';
import { type Ranked, rank } from '../../matching/rank.ts';
import type { FacetCount } from '../ports.ts';
import type { Library } from './library.ts';
import { meaningOf } from './meaning-of.ts';

/** Records that are looked at closely; the index knows how their words fit. */
const closely = 100;

export interface LibraryRequest {
  readonly text: string;
  /** Language of the reader. */
  readonly lang: string;
  readonly filters: Partial<Record<FacetName, readonly string[]>>;
  /** Only records with texts in one of these languages; any where none is named. */
  readonly written?: readonly string[];
  readonly setting: Setting;
  /** A record that is not to be found: the one that asks. */
  readonly except?: RecordId;
}

export interface RankedLibrary {
  readonly problem: Problem;
  /** Records that have any of the words and pass the filters. */
  readonly total: number;
  /** Of those of any language, how many have texts in each of the seven. */
  readonly written: readonly FacetCount[];
  readonly ranked: readonly Ranked[];
}

/** Candidates by words as typed and as translated, filters first; then in the order of their visible points. */
export async function rankLibrary(library: Library, request: LibraryRequest): Promise<RankedLibrary> {
  const { index, meanings } = library;
  const { text, lang, filters, written, setting, except } = request;
  const problem = readProblem(text, lang, {
    records: index.size().records,
    spread: (terms) => index.spread(terms),
    ...(meanings === undefined
      ? {}
      : { translations: (stem, from, to) => meanings.translations(stem, from, to) }),
  });
  const found = index.like({
    words: problem.words,
    related: problem.related,
    filters,
    ...(written === undefined ? {} : { written }),
    limit: closely,
  });
  const { total, hits } = found;
  const held = await library.held(hits.map(({ recordId }) => recordId));
  const near = meaningOf(library, problem);
  const candidates = hits.flatMap(({ recordId, score, words }): readonly Candidate[] => {
    const record = recordId === except ? undefined : held.get(recordId);
    if (record === undefined) return [];
    const meaning = near?.(record);
    return [{ ...record, score, words, ...(meaning === undefined ? {} : { meaning }) }];
  });
  const own = except !== undefined && held.has(except) ? 1 : 0;
  return { problem, total: total - own, written: found.written, ranked: rank(candidates, setting) };
}
