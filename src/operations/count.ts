import type { FacetName } from '../fields/facet.ts';
import { followForReading } from './follow.ts';
import type { House } from './house.ts';
import { askIndex } from './internal/ask-index.ts';
import type { FacetCount } from './ports.ts';

export interface Counts {
  readonly total: number;
  readonly facets: Partial<Record<FacetName, readonly FacetCount[]>>;
}

/** Counts without records: how many, and how many of each value; of a facet at most so many values. */
export async function count(
  house: House,
  filters: Partial<Record<FacetName, readonly string[]>>,
  facets: readonly FacetName[],
  words = '',
  most: Partial<Record<FacetName, number>> = {},
): Promise<Counts> {
  await followForReading(house);
  const { total, facets: counted } = askIndex(house, {
    words,
    lang: 'en',
    filters,
    sort: 'newest',
    offset: 0,
    limit: 0,
    count: facets,
    most,
  });
  return { total, facets: counted };
}
