import { anyCircle } from '../../fields/facet.ts';
import type { Flows } from '../../operations/flows.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { footnoteLines } from '../footnotes.ts';
import { type Html, html } from '../html.ts';
import { arcsSvg } from '../map/arcs.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { pager } from '../pieces/pager.ts';
import { flowsMatrix, flowsTable, recordsWithin } from './flows-table.ts';
import { anyRecord, type PageParts } from './page-parts.ts';
import { filterChips, left } from './results-head.ts';
import { type Question, queryOf } from './search-question.ts';

const pairsOnPage = 40;
const matrixSize = 12;
/** Arcs drawn; more make a thicket and a heavy page. */
const mostArcs = 60;

/** Who shares with whom: map, matrix, table and the way the pairs are counted, for any search. */
export function flowsPage(t: Translate, question: Question, { pairs, records, circles }: Flows): PageParts {
  const { page } = question.request;
  const query = queryOf({ ...question, view: 'list' });
  const pages = Math.max(1, Math.ceil(pairs.length / pairsOnPage));
  const shown = pairs.slice((page - 1) * pairsOnPage, page * pairsOnPage);
  const at = (number: number): string =>
    pageAddress(t.lang, `/flows${queryOf({ ...question, view: 'list' }, { page: number })}`);
  const recordsOf = recordsWithin(t, question);
  const title = t('flows.title');
  return {
    title,
    description: t('flows.basis'),
    path: `/flows${queryOf({ ...question, view: 'list' }, { page })}`,
    current: 'flows',
    otherForms: [{ type: 'text/csv', path: `/flows.csv${query}` }],
    unlisted: query !== '' || page > 1,
    shows: [anyRecord],
    bodies: [
      () =>
        html`<h1>${title}</h1>${filterChips(t, question, '/flows')}${left(t, question)}<p class="sum">${t('flows.basis')} ${t('flows.notSum')} <a href="${pageAddress(t.lang, `/search${query}`)}">${t('home.records', { n: records })}</a> · <a href="${pageAddress(t.lang, `/flows.csv${query}`)}">${t('download.csv')}</a></p>${circles > 0 && leftOut(t, question, circles)}${
          pairs.length === 0
            ? html`<p class="note">${t('flows.none')}</p>`
            : html`${page === 1 && html`<figure class="night">${arcsSvg(pairs, { most: mostArcs, name: t('flows.caption') })}</figure>`}${
                page === 1 && flowsMatrix(t, pairs, matrixSize, recordsOf)
              }${flowsTable(t, shown, page === 1 ? t('flows.top', { n: shown.length }) : title, recordsOf)}${pager(t, page, pages, at)}`
        }`,
    ],
  };
}

/** How many records have no pairs among some of their countries, why, and which. */
function leftOut(t: Translate, question: Question, circles: number): Html {
  const { filters } = question.request;
  const query = queryOf({ ...question, view: 'list' }, { filters: { ...filters, circle: [anyCircle] } });
  return html`<p class=note>${t('flows.circles', { n: circles })} <a href="${pageAddress(t.lang, `/search${query}`)}">${t('flows.circlesLink')}</a>`;
}

/** The pairs as CSV: codes, names in the reader's language, records; below, what is not counted and what countries reserve about a name. Text that begins like a formula cannot occur: all is names of ours. */
export function flowsCsv(t: Translate, { pairs, circles }: Flows): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells: readonly (string | number)[]): string =>
    `${cells.map((one) => cell(String(one))).join(',')}\r\n`;
  const rows = pairs.map(({ from, to, count }) =>
    line([from, countryLabel(t, from), to, countryLabel(t, to), count]),
  );
  const notes = [...(circles > 0 ? [t('flows.circles', { n: circles })] : []), ...footnoteLines(t)];
  const said = notes.length === 0 ? '' : `\r\n${notes.map((note) => line([note])).join('')}`;
  // The mark at the start tells spreadsheets that this is UTF-8.
  return `\uFEFF${line(['from', t('flows.from'), 'to', t('flows.into'), 'records'])}${rows.join('')}${said}`;
}
