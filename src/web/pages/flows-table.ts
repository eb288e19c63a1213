import type { Flow } from '../../operations/flows.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { countryPath, pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { type Question, queryOf } from './search-question.ts';

/** Where the records of a pair are. */
export type RecordsOf = (pair: Flow) => string;

/** The records of a pair within a search. */
export function recordsWithin(t: Translate, question: Question): RecordsOf {
  const { filters } = question.request;
  return ({ from, to }) => {
    const query = queryOf(
      { ...question, view: 'list' },
      { filters: { ...filters, flow: [`${from}-${to}`] } },
    );
    return pageAddress(t.lang, `/search${query}`);
  };
}

/** Pairs of countries with their number of records; each number leads to the records. */
export function flowsTable(
  t: Translate,
  pairs: readonly Flow[],
  caption: string,
  recordsOf: RecordsOf,
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}<thead><tr><th scope="col">${t('flows.from')}<th scope="col">${t('flows.into')}<th scope="col" class="num">${t('flows.records')}<tbody>${pairs.map(
    (pair) =>
      html`<tr><td>${country(t, pair.from)}<td>${country(t, pair.to)}<td class="num"><a href="${recordsOf(pair)}">${formatNumber(t.lang, pair.count)}</a>`,
  )}</table></div>`;
}

/** The countries that stand in most flows, who shares down the side and who uses across the top. */
export function flowsMatrix(t: Translate, pairs: readonly Flow[], size: number, recordsOf: RecordsOf): Html {
  const givers = mostIn(pairs, 'from', size);
  const users = mostIn(pairs, 'to', size);
  const most = Math.max(1, ...pairs.map(({ count }) => count));
  const cells = new Map(pairs.map((pair) => [`${pair.from}-${pair.to}`, pair]));
  const cell = (from: string, to: string): Html => {
    const pair = cells.get(`${from}-${to}`);
    if (pair === undefined) return html`<td>`;
    return html`<td class=h${pair.count > most / 2 ? 3 : pair.count > most / 6 ? 2 : 1}><a href="${recordsOf(pair)}">${formatNumber(t.lang, pair.count)}</a>`;
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t('flows.matrixCaption')}"><table class="matrix"><caption>${t('flows.matrixCaption')}<thead><tr><td>${users.map(
    (to) => html`<th scope="col"><span>${countryLabel(t, to)}</span>`,
  )}<tbody>${givers.map(
    (from) => html`<tr><th scope="row">${countryLabel(t, from)}${users.map((to) => cell(from, to))}`,
  )}</table></div>`;
}

function mostIn(pairs: readonly Flow[], side: 'from' | 'to', size: number): readonly string[] {
  const sums = new Map<string, number>();
  for (const pair of pairs) sums.set(pair[side], (sums.get(pair[side]) ?? 0) + pair.count);
  return [...sums]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, size)
    .map(([code]) => code);
}

function country(t: Translate, code: string): Html {
  return html`<a href="${pageAddress(t.lang, countryPath(code))}">${countryLabel(t, code)}</a>`;
}
