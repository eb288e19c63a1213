import { type FacetName, facetNames, shownFacets } from '../../fields/facet.ts';
import { Fault } from '../../kernel/fault.ts';
import { count } from '../../operations/count.ts';
import { countryCounts, countryProfile } from '../../operations/country-profile.ts';
import { findRequest } from '../../operations/find-request.ts';
import { flows as flowsOf } from '../../operations/flows.ts';
import type { House } from '../../operations/house.ts';
import {
  alpha3Of,
  countries as countryList,
  countryName,
  isCountry,
  isSouth,
  m49Of,
} from '../../vocabulary/countries.ts';
import { groupsOf } from '../../vocabulary/country-groups.ts';
import { type Asked, languageOf } from '../asked.ts';
import { onLabel } from '../reservation-notes.ts';

/** How many records a search finds, and how many of each value of a facet. */
export async function counts({ office, context }: Asked): Promise<Response> {
  const { searchParams } = new URL(context.req.url);
  const { words, filters } = findRequest(searchParams, 'en', 1);
  const { total, facets } = await count(office, filters, facetsAsked(context.req.query('facet')), words);
  return context.json({ total, facets });
}

/** @throws Fault `badQuery`. */
function facetsAsked(asked: string | undefined): readonly FacetName[] {
  if (asked === undefined) return shownFacets;
  return asked.split(',').map((name) => {
    const found = facetNames.find((one) => one === name.trim());
    if (found === undefined) {
      throw new Fault('badQuery', { place: 'facet', got: name.slice(0, 100), right: facetNames.join(', ') });
    }
    return found;
  });
}

/** Who shares with whom, in the records that a search finds. */
export async function flows({ office, context }: Asked): Promise<Response> {
  const { words, filters } = findRequest(new URL(context.req.url).searchParams, 'en', 1);
  return context.json(await flowsOf(office, filters, words));
}

/** All countries, with the number of records that name each. */
export async function countries({ office, context }: Asked): Promise<Response> {
  const lang = languageOf(context);
  const counts = await countryCounts(office);
  const numbers = (name: keyof typeof counts) =>
    new Map(counts[name].map(({ value, count: records }) => [value, records]));
  const [named, gives, receives] = [numbers('named'), numbers('gives'), numbers('receives')];
  const shown = [...countryList.entries.keys()].map((code) => ({
    ...countryJson(office, code, lang),
    records: named.get(code) ?? 0,
    gives: gives.get(code) ?? 0,
    receives: receives.get(code) ?? 0,
  }));
  return context.json({ countries: shown });
}

/** What the records say of one country. @throws Fault `notFound`. */
export async function country({ office, context }: Asked): Promise<Response> {
  const code = context.req.param('code') ?? '';
  if (!isCountry(code)) throw new Fault('notFound', { register: 'country', id: code });
  const lang = languageOf(context);
  const { total, gives, receives, circle, years, gaps, kinds } = await countryProfile(office, code, lang);
  return context.json({
    ...countryJson(office, code, lang),
    total,
    gives,
    receives,
    circle,
    years,
    gaps,
    kinds,
  });
}

function countryJson({ board }: House, code: string, lang: string) {
  const [alpha3, m49] = [alpha3Of(code), m49Of(code)];
  return {
    code,
    ...(alpha3 === undefined ? {} : { alpha3 }),
    ...(m49 === undefined ? {} : { m49 }),
    name: countryName(code, lang),
    ...onLabel(board.reservations(), countryList.name, code),
    south: isSouth(code),
    groups: groupsOf(code),
  };
}
