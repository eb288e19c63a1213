import { type FacetName, facetNames } from '../../fields/facet.ts';
import { Fault } from '../../kernel/fault.ts';

/** `--filter provider=BR --filter sdg=3` as a search takes it. Throws Fault `badQuery`. */
export function filtersFrom(pairs: readonly string[]): Partial<Record<FacetName, readonly string[]>> {
  const filters: Partial<Record<FacetName, string[]>> = {};
  for (const pair of pairs) {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const facet = facetNames.find((known) => known === name);
    if (facet === undefined || value === '')
      throw new Fault('badQuery', { place: '--filter', got: pair, right: facetNames.join(', ') });
    filters[facet] = [...(filters[facet] ?? []), value];
  }
  return filters;
}

/** Collects an option that may be given several times. */
export function collected(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}
