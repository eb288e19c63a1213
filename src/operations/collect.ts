import type { Audience } from '../fields/field.ts';
import type { Presented } from '../policy/present.ts';
import type { FindRequest } from './find.ts';
import { follow } from './follow.ts';
import type { House } from './house.ts';
import { withKeptSources } from './iati/with-kept.ts';
import { askIndex } from './internal/ask-index.ts';
import { inForce, inForceFor } from './internal/in-force.ts';

const chunk = 500;

/** Which of the records found: from this position on, at most so many; all where nothing is said. */
export interface Span {
  readonly from?: number;
  readonly most?: number;
  /** With what their sources said beside the values, as this audience may have it; the values too. */
  readonly keptFor?: Audience;
}

/** All records that a search finds, in its order, read from the log a few hundred at a time: for downloads. */
export async function* collect(
  house: House,
  request: Pick<FindRequest, 'words' | 'lang' | 'filters' | 'sort'>,
  { from = 0, most = Number.POSITIVE_INFINITY, keptFor }: Span = {},
): AsyncGenerator<Presented> {
  await follow(house);
  const { total } = askIndex(house, { ...request, offset: 0, limit: 0, count: [] });
  const limit = Math.max(0, Math.min(total - from, most));
  const { hits } = askIndex(house, { ...request, offset: from, limit, count: [] });
  for (let at = 0; at < hits.length; at += chunk) {
    const ids = hits.slice(at, at + chunk).map((hit) => hit.recordId);
    if (keptFor === undefined) yield* await inForce(house, ids);
    else yield* await withKeptSources(house, await inForceFor(house, ids, keptFor), keptFor);
  }
}
