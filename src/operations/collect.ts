import type { Presented } from '../policy/present.ts';
import type { FindRequest } from './find.ts';
import { follow } from './follow.ts';
import type { House } from './house.ts';
import { askIndex } from './internal/ask-index.ts';
import { inForce } from './internal/in-force.ts';

const chunk = 500;

/** All records that a search finds, in its order, read from the log a few hundred at a time: for downloads. */
export async function* collect(
  house: House,
  request: Pick<FindRequest, 'words' | 'lang' | 'filters' | 'sort'>,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Presented> {
  await follow(house);
  const { total } = askIndex(house, { ...request, offset: 0, limit: 0, count: [] });
  const { hits } = askIndex(house, { ...request, offset: 0, limit: Math.min(total, limit), count: [] });
  for (let from = 0; from < hits.length; from += chunk) {
    const ids = hits.slice(from, from + chunk).map((hit) => hit.recordId);
    yield* await inForce(house, ids);
  }
}
