import { silentAfterDays } from '../../lifecycle/freshness.ts';
import type { CountryCare } from '../../operations/ports/board.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';

const states = ['fresh', 'due', 'stale'] as const;

/** How a country keeps its records: how fresh they are, which requests of others wait for its answer. Counts, never a rank. */
export function countryFreshness(t: Translate, care: CountryCare | undefined): Html {
  if (care === undefined) return html``;
  const { records, asked, silent, disputed } = care;
  return html`<h2>${t('care.title')}</h2>${
    records > 0 &&
    html`<ul class=facts>${states.map(
      (state) => html`<li><b>${formatNumber(t.lang, care[state])}</b> ${t(`freshness.${state}`)}`,
    )}</ul>`
  }<p>${t('care.records', { n: records })} ${asked === 0 ? t('care.unasked') : t('care.asked', { n: asked })}${
    silent > 0 && ` ${t('care.silent', { n: silent, days: silentAfterDays })}`
  }${disputed > 0 && ` ${t('care.disputed', { n: disputed })}`}</p>`;
}
