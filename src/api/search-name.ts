import { type FacetName, facetNames } from '../fields/facet.ts';
import type { FindRequest } from '../operations/find.ts';
import { type CodeList, nameOf } from '../vocabulary/code-list.ts';
import { countryGroups } from '../vocabulary/country-groups.ts';
import { modalities } from '../vocabulary/modalities.ts';
import { sdgs } from '../vocabulary/sdg.ts';
import { sectors } from '../vocabulary/sectors.ts';
import { registerLabel } from '../wording/labels.ts';
import type { Translate } from '../wording/messages.ts';
import { markedLabel } from '../wording/reserved.ts';
import { countryLabel } from './reservation-notes.ts';

const lists: Readonly<Partial<Record<FacetName, CodeList>>> = {
  group: countryGroups,
  modality: modalities,
  sector: sectors,
  sdg: sdgs,
};
const sides: ReadonlySet<FacetName> = new Set(['provider', 'host', 'country']);

/** What a search is called: its words and what it is filtered by. Empty for everything. */
export function searchName(t: Translate, { words, filters }: Pick<FindRequest, 'words' | 'filters'>): string {
  const chosen = facetNames.flatMap((facet) =>
    (filters[facet] ?? []).map((value) => valueName(t, facet, value)),
  );
  return [...(words === '' ? [] : [words]), ...chosen].join(' · ');
}

function valueName(t: Translate, facet: FacetName, value: string): string {
  if (facet === 'kind') return registerLabel(t, value, true);
  if (sides.has(facet)) return countryLabel(t, value);
  const list = lists[facet];
  return list === undefined ? value : markedLabel(t, list.name, value, nameOf(list, value, t.lang));
}
