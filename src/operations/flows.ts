import { anyCircle, type FacetName } from '../fields/facet.ts';
import { count } from './count.ts';
import type { House } from './house.ts';

/** So many records say that one country shared something with another. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

export interface Flows {
  /** Most records first. A record with several countries counts once for each pair: pairs do not add up to records. */
  readonly pairs: readonly Flow[];
  /** Records that the search finds, with or without a pair. */
  readonly records: number;
  /** Of these the ones in which three countries or more all share and use: no pairs are counted among such. */
  readonly circles: number;
}

/** Who shares with whom, for any search: all pairs, or `most` of them. */
export async function flows(
  house: House,
  filters: Partial<Record<FacetName, readonly string[]>>,
  words = '',
  most?: number,
): Promise<Flows> {
  const { total, facets } = await count(
    house,
    filters,
    ['flow', 'circle'],
    words,
    most === undefined ? {} : { flow: most },
  );
  const pairs = (facets.flow ?? []).flatMap(({ value, count: records }) => {
    const [from, to] = value.split('-');
    return from === undefined || to === undefined ? [] : [{ from, to, count: records }];
  });
  const circles = facets.circle?.find(({ value }) => value === anyCircle)?.count ?? 0;
  return { pairs, records: total, circles };
}
