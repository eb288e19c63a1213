import { formatDate } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import type { BoardView } from './board-view.ts';
import { stateMark } from './state-mark.ts';
import { trackedLink } from './tracked-link.ts';

/** Changes listed; more make a page of their own with filters. */
const mostChanges = 40;

/** What stands otherwise than on the day that was named; nothing where none was. */
export function boardChanges(t: Translate, { board: { changes }, request: { since } }: BoardView): Html {
  if (changes === undefined || since === undefined) return html``;
  const rest = changes.length - mostChanges;
  return html`<h2>${t('board.changes', { date: formatDate(t.lang, since) })}</h2>${
    changes.length === 0
      ? html`<p>${t('board.noChanges')}`
      : html`<ul class=plain>${changes
          .slice(0, mostChanges)
          .map(
            ({ row, before }) =>
              html`<li>${trackedLink(t, row.measure)}: ${stateMark(t, before)} <span aria-hidden=true>${t.lang === 'ar' ? '←' : '→'}</span> ${stateMark(t, row.standing.state)} <small>${row.standing.since !== undefined && formatDate(t.lang, row.standing.since)}</small>`,
          )}</ul>${rest > 0 && html`<p>${t('common.moreCount', { n: rest })}`}`
  }`;
}
