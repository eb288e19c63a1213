import { isMeasureState } from '../../followup/entry.ts';
import type { SaidSince } from '../../operations/follow-up/changes-between.ts';
import { formatDate, formatNumber } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { arrow } from '../pieces/arrow.ts';
import type { BoardView } from './board-view.ts';
import { stateMark } from './state-mark.ts';
import { trackedLink } from './tracked-link.ts';

/** Lines of each list; a reader of more narrows the board by its filters. */
const mostLines = 25;

/** What stands otherwise than on the day that was named, and what was said since; nothing where none was named. */
export function boardChanges(t: Translate, { board, request: { since } }: BoardView): Html {
  const { changes = [], said = [] } = board;
  if (since === undefined) return html``;
  const moved = changes.map(
    ({ row, before }) =>
      html`<li>${trackedLink(t, row.measure)}${colon(t)}${stateMark(t, before)} <span aria-hidden=true>${arrow(t.lang)}</span> ${stateMark(t, row.standing.state)} <small>${row.standing.since !== undefined && formatDate(t.lang, row.standing.since)}</small>`,
  );
  return html`<h2>${t('board.changes', { date: formatDate(t.lang, since) })}</h2>${
    moved.length + said.length === 0 && html`<p>${t('board.noChanges')}`
  }${listed(t, t('board.moved'), moved)}${listed(
    t,
    t('board.said'),
    said.map((one) => saidLine(t, one)),
  )}`;
}

function listed(t: Translate, title: string, lines: readonly Html[]): Html {
  if (lines.length === 0) return html``;
  const rest = lines.length - mostLines;
  return html`<h3>${title} (${formatNumber(t.lang, lines.length)})</h3><ul class=plain>${lines.slice(0, mostLines)}</ul>${rest > 0 && html`<p>${t('common.moreCount', { n: rest })}`}`;
}

/** What kind of word it is, of which measure, what it says and of which day; its title is read on its own page. */
function saidLine(t: Translate, { row: { measure }, said }: SaidSince): Html {
  const { on, state } = said.tracked;
  const path = recordPath(said.register, said.recordId);
  return html`<li><a href="${pageAddress(t.lang, path)}">${registerLabel(t, said.register)}</a>${colon(t)}${trackedLink(t, measure)}${
    state !== undefined && isMeasureState(state) && html` ${stateMark(t, state)}`
  } <small>${on !== undefined && formatDate(t.lang, on)}</small>`;
}
