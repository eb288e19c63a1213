import type { Overview } from '../../operations/overview.ts';
import { formatDayOf, formatNumber } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { facetPath, pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { findForm } from '../pieces/find-form.ts';
import { flowsFigure } from './flows-figure.ts';
import { followForms } from './follow-links.ts';
import { anyRecord, type PageParts } from './page-parts.ts';
import { resultList } from './result-item.ts';

/** Arcs in the head. */
const mostArcs = 40;

/** The first page: the question, where cooperation travels, what is here as of when, the newest. */
export function homePage(t: Translate, overview: Overview, today: string): PageParts {
  return {
    title: '',
    path: '/',
    otherForms: followForms({ path: '/search', query: '' }),
    shows: [anyRecord],
    hero: html`${findForm(t, '', [], html`<p><button formaction="${pageAddress(t.lang, '/solved')}">${t('solved.title')}</button>`)}${flowsFigure(t, overview.flows, mostArcs)}`,
    bodies: [() => bodyOf(t, overview, today)],
  };
}

function bodyOf(t: Translate, { total, kinds, countries, asOf, newest }: Overview, today: string): Html {
  return html`<h1>${t('site.tagline')}</h1><p class=sum>${t('home.what')} ${t('site.promise')}</p>${
    total === 0
      ? html`<p class=note>${t('search.nothingYet')}</p>`
      : html`<h2>${t('home.whatIsHere')}</h2><ul class=facts>${kinds.map(
          ({ value, count }) =>
            html`<li><a href="${pageAddress(t.lang, facetPath('kind', value))}"><b>${formatNumber(t.lang, count)}</b> ${registerLabel(t, value, true)}</a>`,
        )}<li><a href="${pageAddress(t.lang, '/countries')}"><b>${formatNumber(t.lang, countries)}</b> ${t('nav.countries')}</a></ul>${
          asOf !== undefined &&
          html`<p>${t('home.asOf', { date: formatDayOf(t.lang, asOf) })} · <a href="${pageAddress(t.lang, '/about')}">${t('home.howToRead')}</a></p>`
        }<h2>${t('home.newest')}</h2>${resultList(t, newest, { today, calm: true })}`
  }`;
}
