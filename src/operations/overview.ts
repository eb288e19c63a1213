import type { Presented } from '../policy/present.ts';
import { count } from './count.ts';
import { find } from './find.ts';
import { type Flow, flows } from './flows.ts';
import type { House } from './house.ts';
import type { FacetCount } from './ports.ts';

/** What is in the house, for the first page. */
export interface Overview {
  readonly total: number;
  readonly kinds: readonly FacetCount[];
  readonly countries: number;
  /** The newest moment at which anything changed; absent in an empty house. */
  readonly asOf?: string;
  readonly newest: readonly Presented[];
  readonly flows: readonly Flow[];
}

/** Pairs for the map: with some to spare, as a few countries have no place on it. */
const drawnPairs = 200;

/** As everybody may see it; newest: the six records that changed last. */
export async function overview(house: House, lang: string): Promise<Overview> {
  const counts = await count(house, {}, ['kind', 'country']);
  const { records } = await find(house, {
    words: '',
    lang,
    filters: {},
    sort: 'newest',
    page: 1,
    pageSize: 6,
    count: [],
  });
  const { pairs } = await flows(house, {}, '', drawnPairs);
  const asOf = records[0]?.changedAt;
  return {
    total: counts.total,
    kinds: counts.facets.kind ?? [],
    countries: counts.facets.country?.length ?? 0,
    ...(asOf === undefined ? {} : { asOf }),
    newest: records,
    flows: pairs,
  };
}
