import type { Found } from '../../operations/find.ts';
import type { FacetCount } from '../../operations/ports.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { arcs, circles } from '../map/arcs.ts';
import { mapFrame } from '../map/frame.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { pairsIn } from './flow-pairs.ts';
import { flowsTable, recordsWithin } from './flows-table.ts';
import type { Question } from './search-question.ts';

const mostArcs = 40;
const mostCircles = 80;
const mostRows = 15;

/** Where the results travel, drawn and in words: circles for the countries that use, arcs for the pairs. */
export function resultsMap(t: Translate, question: Question, found: Found): Html {
  const { filters } = question.request;
  const pairs = pairsIn(found.facets.flow, filters.flow);
  const hosts = hostsIn(found.facets.host, filters.host);
  if (pairs.length + hosts.length === 0) return html`<p class=note>${t('flows.none')}`;
  const rows = pairs.slice(0, mostRows);
  const title = (country: string, n: number): string =>
    t('map.countryCount', { country: countryLabel(t, country), n });
  const drawn = html`${circles(hosts, title)}${arcs(pairs, { most: mostArcs })}`;
  return html`<figure class=night>${mapFrame(t('flows.caption'), drawn)}</figure><p class=soft>${t('flows.basis')}</p>${flowsTable(t, rows, t('flows.top', { n: rows.length }), recordsWithin(t, question))}`;
}

function hostsIn(counts: readonly FacetCount[] = [], only?: readonly string[]) {
  return counts
    .filter(({ value }) => only === undefined || only.includes(value))
    .slice(0, mostCircles)
    .map(({ value, count }) => ({ country: value, count }));
}
