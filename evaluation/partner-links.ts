import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Link } from '../src/matching/partners/links.ts';
import { fieldOf, suggestPartners } from '../src/matching/partners/suggest-partners.ts';
import { isCountry, isSouth } from '../src/vocabulary/countries.ts';
import { kilometresBetween } from '../src/vocabulary/country-facts.ts';
import { sharedData } from '../tests/fixtures/shared-data.ts';
import { bootstrap, type Interval } from './statistics.ts';

/** Years of the window from which is reckoned, and in which a new link counts as found. */
const window = 3;
const cuts = [2014, 2015, 2016];

/** What one provider's order of recipients is worth at one cut. */
interface Order {
  readonly precision: number;
  readonly first10: number;
}

export interface PartnerFigures {
  /** Provider and cut pairs that have at least one new link. */
  readonly cases: number;
  /** Share of new links among all candidates: what an order by chance would have. */
  readonly prevalence: number;
  readonly ways: Readonly<
    Record<string, { readonly averagePrecision: Interval; readonly precisionAt10: Interval }>
  >;
}

type Score = (provider: string, links: readonly Link[]) => ReadonlyMap<string, number>;

/** The order to compare with: reach over distance. */
const baseline = 'gravity × popularity';

/** Orders that are compared: by the number of providers alone, that by distance, and our suggestions. */
const ways: Readonly<Record<string, Score>> = {
  popularity: (provider, links) => scores(provider, links, (popularity) => popularity),
  [baseline]: (provider, links) =>
    scores(
      provider,
      links,
      (popularity, recipient) => popularity / (kilometresBetween(provider, recipient) ?? 1e4),
    ),
  suggestions: (provider, links) => {
    const question = { country: provider, wanted: 'recipient', links, all: links } as const;
    const found = suggestPartners(question, fieldOf(question));
    return new Map(found.map(({ country, points }) => [country, points]));
  },
};

/**
 * New links of Southern providers, split by time: reckoned from years up to a cut, found in the three after it. Links
 * that were there in the window are no candidates. Undefined where the shared data are absent.
 */
export function partnerFigures(): PartnerFigures | undefined {
  const years = new Map<number, readonly Link[]>();
  for (let year = 2012; year <= 2019; year += 1) {
    const links = linksOf(year);
    if (links === undefined) return undefined;
    years.set(year, links);
  }
  const orders: Record<string, Order[]> = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  let [found, candidates] = [0, 0];
  for (const cut of cuts) {
    const before = between(years, cut - window + 1, cut);
    const after = new Set(between(years, cut + 1, cut + window).map(({ from, to }) => `${from}-${to}`));
    for (const provider of new Set(before.map(({ from }) => from).filter(isSouth))) {
      const fresh = new Map([...(ways[baseline]?.(provider, before) ?? [])]);
      const right = new Set([...fresh.keys()].filter((recipient) => after.has(`${provider}-${recipient}`)));
      if (right.size === 0) continue;
      found += right.size;
      candidates += fresh.size;
      for (const [way, score] of Object.entries(ways))
        orders[way]?.push(orderOf(score(provider, before), right));
    }
  }
  const cases = orders[baseline]?.length ?? 0;
  return {
    cases,
    prevalence: candidates === 0 ? 0 : found / candidates,
    ways: Object.fromEntries(
      Object.entries(orders).map(([way, all]) => [
        way,
        {
          averagePrecision: bootstrap(all.map(({ precision }) => precision)),
          precisionAt10: bootstrap(all.map(({ first10 }) => first10)),
        },
      ]),
    ),
  };
}

function scores(
  provider: string,
  links: readonly Link[],
  worth: (popularity: number, recipient: string) => number,
): ReadonlyMap<string, number> {
  const providers = new Map<string, Set<string>>();
  for (const { from, to } of links) providers.set(to, (providers.get(to) ?? new Set()).add(from));
  return new Map(
    [...providers]
      .filter(([recipient, known]) => recipient !== provider && !known.has(provider))
      .map(([recipient, known]) => [recipient, worth(known.size, recipient)]),
  );
}

function orderOf(scored: ReadonlyMap<string, number>, right: ReadonlySet<string>): Order {
  const order = [...scored].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one);
  let [hits, sum] = [0, 0];
  for (const [at, one] of order.entries()) {
    if (!right.has(one)) continue;
    hits += 1;
    sum += hits / (at + 1);
  }
  return {
    precision: sum / right.size,
    first10: order.slice(0, 10).filter((one) => right.has(one)).length / 10,
  };
}

function between(years: ReadonlyMap<number, readonly Link[]>, from: number, to: number): readonly Link[] {
  return [...years].flatMap(([year, links]) => (year >= from && year <= to ? links : []));
}

/** Who gave to whom in a year, countries alone: recipient → provider → money. */
function linksOf(year: number): readonly Link[] | undefined {
  const path = sharedData('flows', 'oecd-crs-matrix', `crs_${year}.json.gz`);
  if (path === undefined) return undefined;
  // The form is that of the file, looked at.
  const table = JSON.parse(gunzipSync(readFileSync(path)).toString()) as Record<
    string,
    Record<string, number>
  >;
  return Object.entries(table).flatMap(([to, row]) =>
    Object.entries(row).flatMap(([from, money]) =>
      isCountry(from) && isCountry(to) && money > 0 ? [{ from, to, count: 1 }] : [],
    ),
  );
}
