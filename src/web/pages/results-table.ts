import type { Presented } from '../../policy/present.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { type Html, html } from '../html.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { facetValueName } from './facet-values.ts';
import { facetsOf } from './record-facets.ts';
import { titleLink, titleOf } from './record-heading.ts';

/** Names in one cell; the record has the rest. */
const mostInCell = 5;
const longestTitle = 140;

/** Results as rows to run one's eye down: what, name, who shares, who uses, when, about what, which Goals. */
export function resultsTable(t: Translate, records: readonly Presented[]): Html {
  const heads = [
    t('facet.kind'),
    t('field.title'),
    t('flows.from'),
    t('flows.into'),
    t('facet.year'),
    t('facet.sector'),
    t('sdg.label'),
  ];
  return html`<div class=scroll tabindex=0 role=region aria-label="${t('view.table')}"><table><thead><tr>${heads.map((head) => html`<th scope=col>${head}`)}<tbody>${records.map((record) => row(t, record))}</table></div>`;
}

function row(t: Translate, record: Presented): Html {
  const { facets, year } = facetsOf(record);
  const { text } = titleOf(t, record);
  const short =
    text.length > longestTitle ? html`${text.slice(0, longestTitle).replace(/\S*$/, '')}…` : undefined;
  const countries = (codes: readonly string[] = []): string => few(t, codes, (code) => countryLabel(t, code));
  return html`<tr><td>${registerLabel(t, record.register.name)}<th scope=row>${titleLink(t, record, short)}<td>${countries(facets.provider)}<td>${countries(facets.host)}<td>${year}<td>${few(t, facets.sector ?? [], (code) => facetValueName(t, 'sector', code))}<td>${(facets.sdg ?? []).join(comma(t))}`;
}

function few(t: Translate, codes: readonly string[], name: (code: string) => string): string {
  const rest = codes.length - mostInCell;
  const named = codes.slice(0, mostInCell).map(name);
  return [...named, ...(rest > 0 ? [t('common.moreCount', { n: rest })] : [])].join(comma(t));
}
