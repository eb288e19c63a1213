import { type FacetName, type FacetValues, facetNames, type Words } from '../fields/facet.ts';
import { groupsOf } from '../vocabulary/country-groups.ts';
import type { Register } from './register.ts';
import { isWish } from './wishes.ts';

/** Rises when the same record gives another digest: an index made under an older one is made anew. */
export const digestVersion = 7;

/** What a search needs of one record: its words by weight and the values it is counted under. */
export interface Digest {
  readonly title: readonly Words[];
  readonly summary: readonly Words[];
  readonly body: readonly Words[];
  readonly facets: FacetValues;
  readonly year?: number;
}

/**
 * Computed from the values alone, whatever the register: each field answers for itself. Groups of countries follow
 * from the countries on either side, as of the year in which the record starts (membership changes: graduations).
 */
export function digestOf(register: Register, values: Readonly<Record<string, unknown>>): Digest {
  const words: Record<'title' | 'summary' | 'body', Words[]> = { title: [], summary: [], body: [] };
  const facets = new Map<FacetName, Set<string>>(facetNames.map((name) => [name, new Set<string>()]));
  for (const [name, field] of Object.entries(register.fields)) {
    const value = values[name];
    if (value === undefined) continue;
    const weight = name === register.title ? 'title' : name === register.summary ? 'summary' : 'body';
    words[weight].push(...field.toWords(value));
    for (const [facet, counted] of Object.entries(field.facets(value))) {
      // Object.entries forgets that the keys are facet names.
      for (const one of counted ?? []) facets.get(facet as FacetName)?.add(one);
    }
  }
  if (!isWish(register)) pairAcrossFields(facets);
  const [year] = facets.get('year') ?? [];
  facets.get('kind')?.add(register.name);
  for (const country of [...(facets.get('provider') ?? []), ...(facets.get('host') ?? [])]) {
    facets.get('country')?.add(country);
    for (const group of groupsOf(country, year === undefined ? undefined : Number(year)))
      facets.get('group')?.add(group);
  }
  for (const name of register.expected) if (values[name] === undefined) facets.get('gap')?.add(name);
  return {
    ...words,
    facets: Object.fromEntries([...facets].map(([name, counted]) => [name, [...counted]])),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}

/** Where one field says who shares and another who uses (a practice's origin and its adoptions), they make the pairs together. */
function pairAcrossFields(facets: ReadonlyMap<FacetName, Set<string>>): void {
  const flow = facets.get('flow');
  // A circle has no pairs on purpose.
  const isCircle = (facets.get('circle')?.size ?? 0) > 0;
  if (flow === undefined || flow.size > 0 || isCircle) return;
  for (const from of facets.get('provider') ?? []) {
    for (const to of facets.get('host') ?? []) if (from !== to) flow.add(`${from}-${to}`);
  }
}
