import type { Found } from '../../operations/find.ts';
import { lastPage } from '../../operations/find.ts';
import { findParameters } from '../../operations/find-request.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import type { MenuEntry } from '../layout.ts';
import { facetForm } from '../pieces/facets.ts';
import { findForm } from '../pieces/find-form.ts';
import { pager } from '../pieces/pager.ts';
import { downloads } from './downloads.ts';
import { type EmptyHelp, emptyResult } from './empty-result.ts';
import { facetGroups } from './facet-groups.ts';
import { pairsIn } from './flow-pairs.ts';
import { flowsFigure } from './flows-figure.ts';
import { type Followed, followForms, followLinks } from './follow-links.ts';
import { anyRecord, type PageParts } from './page-parts.ts';
import { resultList } from './result-item.ts';
import { left, resultsHead } from './results-head.ts';
import { resultsMap } from './results-map.ts';
import { resultsTable } from './results-table.ts';
import { bareQueryOf, chosen, type Question, queryOf } from './search-question.ts';

/** What shrinks when a page would weigh too much: passages under the titles, values of a facet. */
const levels = [
  { passage: 180, most: 7 },
  { passage: 110, most: 6 },
  { passage: 60, most: 5 },
  { passage: 0, most: 4 },
] as const;
const mostArcs = 24;

export interface SearchOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Where nothing was found. */
  readonly help?: EmptyHelp;
  /** Address of the node. */
  readonly node: string;
}

/** Results with their facets, as a list, a map or a table; or all values of one facet; or help where nothing was found. */
export function searchPage(
  t: Translate,
  question: Question,
  found: Found,
  { today, help, node }: SearchOptions,
): PageParts {
  const { request, listed, view } = question;
  const { words, filters } = request;
  const carried = chosen(filters).map(({ facet, value }) => [facet, value] as const);
  const figure = view === 'map' || found.total === 0 || listed !== undefined;
  const current = menuEntry(question);
  return {
    title: words === '' ? t('search.title') : t('search.titleFor', { q: words }),
    path: `/search${queryOf(question, { page: request.page })}`,
    ...(current === undefined ? {} : { current }),
    otherForms: [
      { type: 'application/json', path: `/search.json${bareQueryOf(question)}` },
      ...followForms(followedBy(question)),
    ],
    unlisted: carried.length > 1 || words !== '' || request.page > 1 || listed !== undefined,
    shows: [anyRecord],
    hero: html`${findForm(t, words, carried)}${!figure && flowsFigure(t, pairsIn(found.facets.flow, filters.flow), mostArcs, bareQueryOf(question))}`,
    bodies: levels.map((level) => () => bodyOf(t, question, found, { ...level, today, help, node })),
  };
}

type Level = (typeof levels)[number] & {
  readonly today: string;
  readonly help: EmptyHelp | undefined;
  readonly node: string;
};

function bodyOf(t: Translate, question: Question, found: Found, level: Level): Html {
  if (question.listed !== undefined) return listedFacet(t, question, found);
  if (found.total === 0)
    return html`${resultsHead(t, question, found)}${emptyResult(t, question, level.help)}${hearOf(t, question)}`;
  const form = facetForm(
    t,
    pageAddress(t.lang, '/search'),
    facetGroups(t, question, found.facets, level.most),
    carriedBy(question),
  );
  const to = (page: number): string => pageAddress(t.lang, `/search${queryOf(question, { page })}`);
  return html`${resultsHead(t, question, found)}<div class=cols>${form}<div id=results>${resultsIn(t, question, found, level)}${question.view !== 'map' && pager(t, found.page, found.pages, to)}${found.page === lastPage && found.page <= found.pages && html`<p class=note>${t('search.deepest')}`}${downloads(t, '/search', bareQueryOf(question))}${followLinks(t, followedBy(question), level.node)}${hearOf(t, question)}</div></div>`;
}

/** The whole search goes along. */
function hearOf(t: Translate, question: Question): Html {
  const to = pageAddress(t.lang, `/follow${bareQueryOf(question)}`);
  return html`<p><a class="btn quiet" href="${to}" rel=nofollow>${t('interest.here')}</a>`;
}

/** News have an order of their own. */
function followedBy({ request }: Question): Followed {
  const { words, filters } = request;
  const query = findParameters({ words, filters, sort: words === '' ? 'newest' : 'best', page: 1 });
  return { path: '/search', query: query.size === 0 ? '' : `?${query}`, kinds: filters.kind };
}

function resultsIn(t: Translate, question: Question, found: Found, { passage, today }: Level): Html {
  switch (question.view) {
    case 'list':
      return html`<h2 class=vh>${t('search.resultsWord', { n: found.total })}</h2>${resultList(t, found.records, { today, terms: found.terms, passage })}`;
    case 'table':
      return resultsTable(t, found.records);
    case 'map':
      return resultsMap(t, question, found);
  }
}

/** All values of one facet as boxes; what else was asked for is carried along. */
function listedFacet(t: Translate, question: Question, found: Found): Html {
  const { listed } = question;
  const groups = facetGroups(t, question, found.facets, 0);
  return html`<h1>${listed !== undefined && t(`facet.${listed}`)}</h1><p><a href="${pageAddress(t.lang, `/search${queryOf(question)}`)}">${t('search.back')}</a>${left(t, question)}<div class=whole>${facetForm(
    t,
    pageAddress(t.lang, '/search'),
    groups,
    carriedBy(question),
    'main',
  )}</div>`;
}

/** Everything of the address that the form of facets does not hold itself. */
function carriedBy({ request: { words, sort }, view }: Question): Record<string, string> {
  return {
    ...(words === '' ? {} : { q: words }),
    ...(sort === (words === '' ? 'newest' : 'best') ? {} : { sort }),
    ...(view === 'list' ? {} : { view }),
  };
}

function menuEntry({ request: { filters, words } }: Question): MenuEntry | undefined {
  const on = chosen(filters);
  if (on.length === 0 || words !== '') return 'search';
  if (on.length > 1 || on[0]?.facet !== 'kind') return 'search';
  const entries: Readonly<Record<string, MenuEntry>> = {
    practice: 'practices',
    organisation: 'organisations',
    event: 'events',
  };
  return entries[on[0].value] ?? 'search';
}
