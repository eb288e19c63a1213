import type { Found } from '../../operations/find.ts';
import type { SortOrder } from '../../operations/ports.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { chips, choices } from '../pieces/chips.ts';
import { filtersLink } from '../pieces/facets.ts';
import { facetValueName } from './facet-values.ts';
import {
  bareQueryOf,
  chosen,
  type Question,
  queryOf,
  views,
  withoutValue,
  withValue,
} from './search-question.ts';

/** The forms that people take results away in; the foot of the results has them all. */
const files = ['xlsx', 'csv', 'json'] as const;

/** The number found, the ways to look at it, what is filtered by, the order, and names that could be filters. */
export function resultsHead(t: Translate, question: Question, found: Found): Html {
  const { request, view } = question;
  const { words, sort } = request;
  const here = (change: Parameters<typeof queryOf>[1]): string =>
    pageAddress(t.lang, `/search${queryOf(question, change)}`);
  const orders: readonly SortOrder[] =
    words === '' ? ['newest', 'year', 'oldest'] : ['best', 'newest', 'year', 'oldest'];
  return html`<div class=top><h1 class=n>${heading(t, words, found.total)}</h1>${
    found.total > 0 && filtersLink(t, chosen(request.filters).length)
  }${
    found.total > 0 &&
    choices(undefined, [
      ...views.map((one) => ({ name: t(`view.${one}`), href: here({ view: one }), current: one === view })),
      ...files.map((one) => ({
        name: t(`download.${one}`),
        href: pageAddress(t.lang, `/search.${one}${bareQueryOf(question)}`),
      })),
    ])
  }</div>${offers(t, question, found)}<div class=bar>${filterChips(t, question, '/search')}${
    found.total > 1 &&
    view !== 'map' &&
    choices(
      t('sort.label'),
      orders.map((one) => ({ name: t(`sort.${one}`), href: here({ sort: one }), current: one === sort })),
    )
  }</div>${left(t, question)}`;
}

function heading(t: Translate, words: string, total: number): Html {
  if (total === 0) return html`${words === '' ? t('search.none') : t('search.noneFor', { q: words })}`;
  const said =
    words === '' ? t('search.resultsWord', { n: total }) : t('search.resultsWordFor', { n: total, q: words });
  return html`<b>${formatNumber(t.lang, total)}</b> ${said}`;
}

/** Every filter that is on, one click away from off. */
export function filterChips(t: Translate, question: Question, base: '/search' | '/flows'): Html {
  const { filters } = question.request;
  const at = (change: Parameters<typeof queryOf>[1]): string =>
    pageAddress(t.lang, `${base}${queryOf(question, change)}`);
  return chips(
    t,
    chosen(filters).map(({ facet, value }) => ({
      name: facetValueName(t, facet, value),
      without: at({ filters: withoutValue(filters, facet, value) }),
    })),
    at({ filters: {} }),
  );
}

/** What the address asked for and nobody knows: said, not passed over. */
export function left(t: Translate, { dropped }: Question): Html {
  if (dropped.length === 0) return html``;
  const values = dropped.map(({ facet, value }) => `${t(`facet.${facet}`)} “${value}”`).join(comma(t));
  return html`<p class=note>${t('search.dropped', { values })}`;
}

function offers(t: Translate, question: Question, { recognised }: Found): Html {
  if (recognised.length === 0) return html``;
  const { filters } = question.request;
  return html`<p class="chips sort"><span>${t('search.asFilter')}</span>${recognised.map(
    ({ facet, code, rest }) => {
      const query = queryOf(question, {
        words: rest,
        filters: withValue(filters, facet, code),
        ...(rest === '' ? { sort: 'newest' } : {}),
      });
      const name = facetValueName(t, facet, code);
      return html`<a href="${pageAddress(t.lang, `/search${query}`)}">${t('search.filterOffer', { facet: t(`facet.${facet}`), name })}</a>`;
    },
  )}`;
}
