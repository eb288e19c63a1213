import type { Answer } from '../../lifecycle/state.ts';
import type { BoardRecord } from '../../operations/ports/board.ts';
import { formatDayOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html, joined } from '../html.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { kindLine } from '../pieces/kind-line.ts';
import { betweenLine, recordLink } from './record-line.ts';

/** Records that the post sent on or spoke for, and where each stands now. */
export function sentList(t: Translate, records: readonly BoardRecord[], own?: string): Html {
  return html`<ul class="res calm">${records.map(
    (record) =>
      html`<li>${kindLine(t, record.register, [phaseOf(t, record)])}<h3>${recordLink(t, record)}</h3>${betweenLine(t, record, own)}${answers(t, record)}`,
  )}</ul>`;
}

function phaseOf(t: Translate, { state }: BoardRecord): string {
  if (state.withdrawn !== undefined) return t('desk.phase.withdrawn');
  if (state.archived !== undefined) return t('desk.phase.archived');
  return t(`desk.phase.${state.phase}`);
}

function answers(t: Translate, { state }: BoardRecord): Html {
  const said = Object.entries(state.answers);
  if (said.length === 0) return html``;
  return html`<p class=soft>${joined(
    said.map(([country, answer]) => answerWords(t, country, answer)),
    ' · ',
  )}`;
}

function answerWords(t: Translate, country: string, { state, at }: Answer): string {
  return t(`desk.answer.${state}`, {
    country: countryLabel(t, country),
    date: formatDayOf(t.lang, at),
  });
}
