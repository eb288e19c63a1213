import { doneDayOf, type MeasureRow } from '../../operations/follow-up/measure-row.ts';
import { formatDate, formatNumber } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import { latenessWords } from '../../wording/lateness-words.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { dueText } from '../pieces/values.ts';
import { stateMark } from './state-mark.ts';
import { trackedLink } from './tracked-link.ts';

/** Measures with how they stand, as a table that scrolls within itself where the screen is narrow. */
export function measureTable(t: Translate, rows: readonly MeasureRow[], caption: string): Html {
  const [first] = rows;
  const name = first === undefined ? '' : registerLabel(t, first.measure.register);
  return html`<div class=scroll tabindex=0 role=region aria-label="${caption}"><table id=results><thead><tr><th scope=col>${name}<th scope=col>${t('field.state')}<th scope=col>${t('field.due')}<th scope=col>${t('board.heardOn')}<th scope=col class=num>${t('board.reports')}<tbody>${rows.map((row) => line(t, row))}</table></div>`;
}

function line(t: Translate, row: MeasureRow): Html {
  const { measure, standing, reports } = row;
  return html`<tr><th scope=row>${trackedLink(t, measure)}<td>${standingMark(t, row)}<td>${
    measure.tracked.due === undefined ? '–' : dueText(t, measure.tracked.due)
  }<td>${standing.heardOn === undefined ? t('board.never') : formatDate(t.lang, standing.heardOn)}<td class=num>${formatNumber(t.lang, reports)}`;
}

/**
 * The state, and beside it what is claimed without evidence, that the planned day has passed, and how late it is; that
 * nothing is known may be what a report says, which is not the same as silence.
 */
export function standingMark(t: Translate, row: Pick<MeasureRow, 'standing' | 'lateness'>): Html {
  const { state, because, claimed, overdue } = row.standing;
  const found = state === 'noInformation' && because !== undefined;
  const late = latenessOf(t, row);
  return html`${stateMark(t, state)}${
    found && html`<br><small>${t('board.asReported')}</small>`
  }${overdue && html`${found ? html`<br>` : ' '}<b>${t('board.overdue')}</b>`}${late !== '' && html`<br><small>${late}</small>`}${claimed !== undefined && html`<br><small>${t('board.claimed')}</small>`}`;
}

/** How late a measure is, with the lateness of its event where that was late itself; empty where it is not. */
function latenessOf(t: Translate, row: Pick<MeasureRow, 'standing' | 'lateness'>): string {
  if (row.lateness === undefined) return '';
  return latenessWords(t, row.lateness, doneDayOf(row) !== undefined).join(' ');
}
