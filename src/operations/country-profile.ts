import { anyCircle, type FacetName } from '../fields/facet.ts';
import type { Presented } from '../policy/present.ts';
import { allRegisters } from '../registers/all-registers.ts';
import { isWish } from '../registers/wishes.ts';
import { type Counts, count } from './count.ts';
import { find } from './find.ts';
import type { House } from './house.ts';
import type { FacetCount } from './ports.ts';

/** Kinds of records of which a country gives or receives something: all but those that ask for, propose or announce it. */
export const sharingKinds: readonly string[] = allRegisters
  .filter((register) => !isWish(register))
  .map(({ name }) => name);

/** What the records say of one country: never a rank, always counts of records. */
export interface CountryProfile {
  readonly code: string;
  readonly total: number;
  readonly gives: Side;
  readonly receives: Side;
  readonly circle: Circle;
  /** Start years of records that name the country, earliest first. */
  readonly years: readonly FacetCount[];
  /** What those of `sharingKinds` lack, most frequent first. */
  readonly gaps: readonly FacetCount[];
  readonly kinds: readonly FacetCount[];
  readonly organisations: readonly Presented[];
  readonly newest: readonly Presented[];
}

export interface Side {
  readonly total: number;
  /** Countries on the other side, by number of records. */
  readonly partners: readonly FacetCount[];
  readonly sectors: readonly FacetCount[];
}

/** Records in which the country is one of three or more that all share and use, as in a forum: neither gives nor receives. */
export interface Circle {
  readonly total: number;
  /** The others of these, by number of records. */
  readonly members: readonly FacetCount[];
}

/** How many records tell what each country gives and receives, and how many name it at all. */
export async function countryCounts(
  house: House,
): Promise<Readonly<Record<'named' | 'gives' | 'receives', readonly FacetCount[]>>> {
  const named = await count(house, {}, ['country']);
  const { facets } = await count(house, { kind: sharingKinds }, ['provider', 'host']);
  return {
    named: named.facets.country ?? [],
    gives: facets.provider ?? [],
    receives: facets.host ?? [],
  };
}

/** Gives, receives, with whom and in whose circle, since when, and what is missing. */
export async function countryProfile(house: House, code: string, lang: string): Promise<CountryProfile> {
  const kind = sharingKinds;
  const named = await count(house, { country: [code] }, ['kind', 'year']);
  const lacking = await count(house, { country: [code], kind }, ['gap']);
  const given = await count(house, { provider: [code], kind }, ['flow', 'sector']);
  const received = await count(house, { host: [code], kind }, ['flow', 'sector']);
  // Who both shares and uses where there is a circle is of it.
  const circles = { provider: [code], host: [code], circle: [anyCircle], kind };
  const among = await count(house, circles, ['circle']);
  const newest = await list(house, lang, { country: [code] }, 5);
  const organisations = await list(house, lang, { country: [code], kind: ['organisation'] }, 20);
  return {
    code,
    total: named.total,
    gives: side(given, (pair) => (pair.startsWith(`${code}-`) ? pair.slice(code.length + 1) : undefined)),
    receives: side(received, (pair) =>
      pair.endsWith(`-${code}`) ? pair.slice(0, -code.length - 1) : undefined,
    ),
    circle: { total: among.total, members: membersBeside(code, among) },
    years: [...(named.facets.year ?? [])].sort((a, b) => Number(a.value) - Number(b.value)),
    gaps: lacking.facets.gap ?? [],
    kinds: named.facets.kind ?? [],
    organisations,
    newest,
  };
}

function side(counts: Counts, partnerIn: (pair: string) => string | undefined): Side {
  const partners = (counts.facets.flow ?? []).flatMap(({ value, count: records }) => {
    const partner = partnerIn(value);
    return partner === undefined ? [] : [{ value: partner, count: records }];
  });
  return { total: counts.total, partners, sectors: counts.facets.sector ?? [] };
}

/** Pairs of a circle stand by the alphabet: the country may be either end. */
function membersBeside(code: string, { facets }: Counts): readonly FacetCount[] {
  return (facets.circle ?? []).flatMap(({ value, count: records }) => {
    const ends = value.split('-');
    const other = ends.find((end) => end !== code);
    return ends.length === 2 && ends.includes(code) && other !== undefined
      ? [{ value: other, count: records }]
      : [];
  });
}

async function list(
  house: House,
  lang: string,
  filters: Partial<Record<FacetName, readonly string[]>>,
  pageSize: number,
): Promise<readonly Presented[]> {
  const found = await find(house, { words: '', lang, filters, sort: 'newest', page: 1, pageSize, count: [] });
  return found.records;
}
