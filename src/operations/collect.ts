import { type Presented, present } from '../policy/present.ts';
import { getRegister } from '../registers/all-registers.ts';
import type { FindRequest } from './find.ts';
import { follow } from './follow.ts';
import type { House } from './house.ts';

const chunk = 500;

/** All records that a search finds, in its order, read from the log a few hundred at a time: for downloads. */
export async function* collect(
  house: House,
  request: Pick<FindRequest, 'words' | 'lang' | 'filters' | 'sort'>,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Presented> {
  await follow(house);
  const { total } = house.index.search({ ...request, offset: 0, limit: 0, count: [] });
  const { hits } = house.index.search({ ...request, offset: 0, limit: Math.min(total, limit), count: [] });
  for (let from = 0; from < hits.length; from += chunk) {
    const ids = hits.slice(from, from + chunk).map((hit) => hit.recordId);
    const revisions = await house.log.latest(ids);
    for (const id of ids) {
      const revision = revisions.get(id);
      if (revision === undefined) continue;
      yield present(
        getRegister(revision.register),
        revision,
        { standing: revision.origin.standing },
        'everybody',
      );
    }
  }
}
