import { type FacetName, facetNames, shownFacets } from '../../fields/facet.ts';
import type { Found } from '../../operations/find.ts';
import type { FacetCount } from '../../operations/ports.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import type { FacetGroup } from '../pieces/facets.ts';
import { facetValueName } from './facet-values.ts';
import { type Question, queryOf } from './search-question.ts';

/** What the countries have said, and how long ago: offered after the eight facets of the thing itself. */
const offered: ReadonlySet<FacetName> = new Set([...shownFacets, 'confirmation', 'due']);
/** Facets that stand open; the rest opens at a touch. */
const open: ReadonlySet<FacetName> = new Set(['kind', 'provider', 'host', 'sdg']);

/** Facets to count for a page: those offered, pairs for the map, and any other that the address filters by. */
export function countedFacets({ request }: Question): readonly FacetName[] {
  return facetNames.filter(
    (name) => offered.has(name) || name === 'flow' || request.filters[name] !== undefined,
  );
}

/** Of the pairs those that the map draws, with some to spare: a few countries have no place on it. */
const drawnPairs = 200;

/** How many values of a facet a page needs: of tens of thousands of pairs a few, unless they are its matter. */
export function neededValues({ request, listed }: Question): Partial<Record<FacetName, number>> {
  return listed === 'flow' || request.filters.flow !== undefined ? {} : { flow: drawnPairs };
}

/**
 * The facets beside the results. `most` values each, with those that are on always among them; on the page that lists
 * one facet, all values of that one and of the others only what is on (so that the form keeps it).
 */
export function facetGroups(
  t: Translate,
  question: Question,
  facets: Found['facets'],
  most: number,
): readonly FacetGroup[] {
  const { request, listed } = question;
  return facetNames.flatMap((name): FacetGroup[] => {
    const chosen = request.filters[name] ?? [];
    if (!offered.has(name) && chosen.length === 0 && listed !== name) return [];
    const counts = inOrder(name, facets[name] ?? []);
    const limit = listed === undefined ? (offered.has(name) ? most : 0) : listed === name ? counts.length : 0;
    const shown = counts.filter(({ value }, place) => place < limit || chosen.includes(value));
    const absent = chosen.filter((value) => !shown.some((one) => one.value === value));
    const options = [...shown, ...absent.map((value) => ({ value, count: 0 }))];
    if (options.length === 0) return [];
    const more = listed === undefined && counts.length > shown.length && offered.has(name);
    return [
      {
        name,
        label: t(`facet.${name}`),
        open: listed === undefined ? open.has(name) || chosen.length > 0 : listed === name,
        options: options.map(({ value, count }) => ({
          value,
          count,
          name: facetValueName(t, name, value),
          chosen: chosen.includes(value),
        })),
        ...(more ? { all: pageAddress(t.lang, `/search${queryOf(question, { listed: name })}`) } : {}),
      },
    ];
  });
}

/** Most frequent first, but years as years. */
function inOrder(name: FacetName, counts: readonly FacetCount[]): readonly FacetCount[] {
  return name === 'year' ? [...counts].sort((a, b) => Number(b.value) - Number(a.value)) : counts;
}
