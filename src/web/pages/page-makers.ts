import { Fault } from '../../kernel/fault.ts';
import { compare } from '../../operations/compare.ts';
import { count } from '../../operations/count.ts';
import { countryProfile } from '../../operations/country-profile.ts';
import { find } from '../../operations/find.ts';
import { type Flows, flows } from '../../operations/flows.ts';
import type { House, Office } from '../../operations/house.ts';
import { overview } from '../../operations/overview.ts';
import { show } from '../../operations/show.ts';
import { isCountry } from '../../vocabulary/countries.ts';
import type { Translate } from '../../wording/messages.ts';
import type { Visitor } from '../desk/visitor.ts';
import { aboutPage } from './about-page.ts';
import { comparePage } from './compare-page.ts';
import { countriesPage } from './countries-page.ts';
import { countryPage } from './country-page.ts';
import { emptyHelp } from './empty-help.ts';
import { countedFacets } from './facet-groups.ts';
import { flowsPage } from './flows-page.ts';
import { historyPage } from './history-page.ts';
import { homePage } from './home-page.ts';
import { mentionsOf } from './mentions-of.ts';
import type { PageParts } from './page-parts.ts';
import { recordPage } from './record-page.ts';
import { searchPage } from './search-page.ts';
import { type Question, readQuestion } from './search-question.ts';

/** One request for a page. */
export interface Asked {
  readonly house: Office;
  readonly t: Translate;
  readonly parameters: URLSearchParams;
  /** Parts of the path by name. */
  readonly named: Readonly<Record<string, string>>;
  readonly publicAddress: string;
  /** Who is signed in. */
  readonly visitor?: Visitor;
}

/** Makes a page, or says where it has moved. @throws Fault `notFound`, `unknownRegister`. */
export type PageMaker = (asked: Asked) => Promise<PageParts | URL>;

const pageSize = 20;

/** Every kind of page by its address under the language. Order matters: the first that matches answers. */
export const pageMakers: Readonly<Record<string, PageMaker>> = {
  '/': async ({ house, t }) => homePage(t, await overview(house, t.lang)),
  '/about': async ({ t }) => aboutPage(t),
  '/search': search,
  '/flows': async ({ house, t, parameters }) => {
    const question = readQuestion(parameters, t.lang, pageSize);
    return flowsPage(t, question, await flowsFor(house, question));
  },
  '/countries': async ({ house, t }) => {
    const { facets } = await count(house, {}, ['provider', 'host']);
    return countriesPage(t, { provider: facets.provider ?? [], host: facets.host ?? [] });
  },
  '/countries/:code': country,
  '/:register/:id': async ({ house, t, parameters, named, publicAddress }) => {
    const shown = await shownFor(house, named);
    const mentions =
      shown.record.register.name === 'organisation' ? await mentionsOf(house, t, shown.record) : undefined;
    const all = parameters.get('all') === '1';
    return recordPage(t, shown, { all, publicAddress, ...(mentions === undefined ? {} : { mentions }) });
  },
  '/:register/:id/history': async ({ house, t, parameters, named }) =>
    historyPage(t, await shownFor(house, named), parameters.get('all') === '1'),
  '/:register/:id/compare': async ({ house, t, parameters, named }) => {
    const shown = await shownFor(house, named);
    const { revision } = shown.record;
    const to = revisionIn(parameters.get('to')) ?? revision;
    const from = revisionIn(parameters.get('from')) ?? Math.max(1, to - 1);
    return comparePage(t, shown, compare(shown, from, to));
  },
};

async function search({ house, t, parameters }: Asked): Promise<PageParts> {
  const question = readQuestion(parameters, t.lang, pageSize);
  const found = await find(house, { ...question.request, count: countedFacets(question) });
  if (found.total > 0) return searchPage(t, question, found);
  return searchPage(t, question, found, await emptyHelp(house, question));
}

async function country({ house, t, named: { code = '' } }: Asked): Promise<PageParts | URL> {
  const capitals = code.toUpperCase();
  if (!isCountry(capitals)) throw new Fault('notFound', { got: code });
  // Only the path and query of it are used.
  if (capitals !== code) return new URL(`/${t.lang}/countries/${capitals}`, 'http://here');
  return countryPage(t, await countryProfile(house, code, t.lang));
}

/** The pairs that an address asks for. */
export async function flowsFor(house: House, { request: { filters, words } }: Question): Promise<Flows> {
  const { pairs, records } = await flows(house, filters, words);
  const only = filters.flow;
  return {
    records,
    pairs: only === undefined ? pairs : pairs.filter(({ from, to }) => only.includes(`${from}-${to}`)),
  };
}

function shownFor(house: House, { register = '', id = '' }: Asked['named']) {
  return show(house, register, id);
}

function revisionIn(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
