import type { FacetName } from '../../fields/facet.ts';
import { type Freshness, freshnessOn } from '../../lifecycle/freshness.ts';
import { type House, today } from '../house.ts';
import type { FacetCount, IndexAnswer, IndexQuery } from '../ports.ts';

/**
 * Asks the index. It knows days, people mean freshness: `due` is asked and counted as `fresh`, `due`, `stale` or
 * `unconfirmed`, reckoned from today.
 */
export function askIndex(house: Pick<House, 'index' | 'clock'>, query: IndexQuery): IndexAnswer {
  const { due } = query.filters;
  const filters = due === undefined ? query.filters : { ...query.filters, due: daysOf(house, query, due) };
  const answer = house.index.search({ ...query, filters });
  const days = answer.facets.due;
  if (days === undefined) return answer;
  return { ...answer, facets: { ...answer.facets, due: counted(days, today(house)) } };
}

function daysOf(
  house: Pick<House, 'index' | 'clock'>,
  { lang }: IndexQuery,
  wanted: readonly string[],
): readonly string[] {
  const count: readonly FacetName[] = ['due'];
  const all = house.index.search({
    words: '',
    lang,
    filters: {},
    sort: 'newest',
    offset: 0,
    limit: 0,
    count,
  });
  const day = today(house);
  const days = (all.facets.due ?? []).flatMap(({ value }) =>
    wanted.includes(freshnessOf(value, day)) ? [value] : [],
  );
  // No record stands under this: nothing is found, as it should be.
  return days.length === 0 ? ['none'] : days;
}

function counted(days: readonly FacetCount[], day: string): readonly FacetCount[] {
  const counts = new Map<Freshness, number>();
  for (const { value, count } of days) {
    const name = freshnessOf(value, day);
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Of one day: every search tells it of a thousand due days. */
let known: { readonly day: string; readonly of: Map<string, Freshness> } | undefined;

function freshnessOf(value: string, day: string): Freshness {
  if (known?.day !== day) known = { day, of: new Map() };
  const before = known.of.get(value);
  if (before !== undefined) return before;
  const freshness = freshnessOn(value === 'never' ? undefined : value, day);
  known.of.set(value, freshness);
  return freshness;
}
