import type { FacetName } from '../../fields/facet.ts';
import { type Gaps, gapsOf } from '../../matching/partners/gaps.ts';
import type { Link, Wanted } from '../../matching/partners/links.ts';
import { type Partner, suggestPartners } from '../../matching/partners/suggest-partners.ts';
import { countries, isSouth } from '../../vocabulary/countries.ts';
import { count } from '../count.ts';
import type { House } from '../house.ts';

/** Who could work with a country, in a sector or at all. */
export interface PartnerRequest {
  readonly country: string;
  /** Sector category (DAC, three digits). */
  readonly sector?: string;
  /** Providers for a country that wants something, or recipients for one that has something. */
  readonly wanted: Wanted;
}

export interface Partners {
  readonly request: PartnerRequest;
  /** Countries that do such things and do not yet do them with this one. */
  readonly partners: readonly Partner[];
  /** Those with which it does them already, most records first. */
  readonly already: readonly { readonly country: string; readonly records: number }[];
  readonly gaps: Gaps;
  /** Records with a pair of countries in the sector. */
  readonly records: number;
}

/** Kinds of records that say who worked with whom; wishes are no links. */
const worked: readonly string[] = ['activity', 'practice', 'adoption'];

/** Partners for a country from counts of records that everybody may see, with what such a list would hide. */
export async function partners(house: House, request: PartnerRequest): Promise<Partners> {
  const { country, sector, wanted } = request;
  const inSector: Partial<Record<FacetName, readonly string[]>> =
    sector === undefined ? {} : { sector: [sector] };
  const found = await linksIn(house, inSector);
  const { links } = found;
  const all = sector === undefined ? links : (await linksIn(house, {})).links;
  const question = { links, all, wanted };
  const asked = await count(house, { ...inSector, kind: ['need'] }, ['host']);
  const needs = new Map(asked.facets.host?.map(({ value, count: records }) => [value, records]) ?? []);
  const south = [...countries.entries.keys()].filter(isSouth);
  return {
    request,
    partners: suggestPartners({ country, ...question }),
    already: alreadyIn(links, country, wanted),
    gaps: gapsOf(question, south, wanted === 'provider' ? needs : new Map()),
    records: found.records,
  };
}

/** Who worked with whom, and in how many of these records both belong to a circle that shares among itself. */
async function linksIn(
  house: House,
  filters: Partial<Record<FacetName, readonly string[]>>,
): Promise<{ readonly links: readonly Link[]; readonly records: number }> {
  const { total, facets } = await count(house, { ...filters, kind: worked }, ['flow', 'circle']);
  const links = new Map<string, Link>();
  for (const { value, count: records } of facets.flow ?? []) {
    const [from = '', to = ''] = value.split('-');
    // Regions and unknown places stand in pairs, too.
    if (countries.entries.has(from) && countries.entries.has(to))
      links.set(value, { from, to, count: records });
  }
  for (const { value, count: records } of facets.circle ?? []) {
    const [one = '', other = ''] = value.split('-');
    if (!countries.entries.has(one) || !countries.entries.has(other)) continue;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = links.get(`${from}-${to}`)?.count ?? 0;
      links.set(`${from}-${to}`, { from, to, count: known + records, inCircle: records });
    }
  }
  return { links: [...links.values()], records: total };
}

function alreadyIn(links: readonly Link[], country: string, wanted: Wanted): Partners['already'] {
  return links
    .flatMap(({ from, to, count: records }) => {
      const [asks, other] = wanted === 'provider' ? [to, from] : [from, to];
      return asks === country && other !== country ? [{ country: other, records }] : [];
    })
    .sort((a, b) => b.records - a.records || (a.country < b.country ? -1 : 1));
}
