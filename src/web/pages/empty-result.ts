import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { chosen, type Question, queryOf } from './search-question.ts';

/** What could be asked instead when nothing was found. */
export interface EmptyHelp {
  /** How many there are without any filter. */
  readonly withoutFilters: number;
  /** Questions near the one asked that find something: one of its words alone, or with a word that begins alike. */
  readonly nearby: readonly { readonly words: string; readonly total: number }[];
}

/** Nothing found: what helps is offered as links, not as advice alone. */
export function emptyResult(t: Translate, question: Question, help?: EmptyHelp): Html {
  const { filters } = question.request;
  const at = (change: Parameters<typeof queryOf>[1]): string =>
    pageAddress(t.lang, `/search${queryOf(question, change)}`);
  return html`<p class=sum>${t('search.noneHelp')}</p><ul class=help>${
    help !== undefined &&
    help.withoutFilters > 0 &&
    chosen(filters).length > 0 &&
    html`<li><a href="${at({ filters: {} })}">${t('search.clearAll')}</a> (${t('search.results', { n: help.withoutFilters })})`
  }${help?.nearby.map(
    ({ words, total }) =>
      html`<li><a href="${at({ words, filters: {} })}" dir=auto>${words}</a> (${t('search.results', { n: total })})`,
  )}<li><a href="${pageAddress(t.lang, '/search')}">${t('country.seeAll')}</a></ul>`;
}
