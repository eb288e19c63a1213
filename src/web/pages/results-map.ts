import type { Found } from '../../operations/find.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { arcsSvg } from '../map/arcs.ts';
import { pairsIn } from './flow-pairs.ts';
import { flowsTable } from './flows-table.ts';
import type { Question } from './search-question.ts';

const mostArcs = 60;
const mostRows = 15;

/** Where the results travel, drawn and in words. */
export function resultsMap(t: Translate, question: Question, found: Found): Html {
  const pairs = pairsIn(found.facets.flow, question.request.filters.flow);
  if (pairs.length === 0) return html`<p class=note>${t('flows.none')}`;
  const rows = pairs.slice(0, mostRows);
  return html`<figure class=night>${arcsSvg(pairs, { most: mostArcs, name: t('flows.caption') })}</figure><p class=soft>${t('flows.basis')}</p>${flowsTable(t, rows, t('flows.top', { n: rows.length }))}`;
}
