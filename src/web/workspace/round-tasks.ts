import type { RoundTask } from '../../operations/follow-up/rounds-waiting.ts';
import { formatDate, formatDayOf } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { kindLine } from '../pieces/kind-line.ts';
import { shownText } from '../pieces/texts.ts';
import { roundAddress } from '../rounds/addresses.ts';

/** Rounds that ask the post to report, the most pressing first; nothing where there is none. */
export function roundTasks(t: Translate, rounds: readonly RoundTask[], post: string, day: string): Html {
  if (rounds.length === 0) return html``;
  return html`<h2 id=rounds>${registerLabel(t, 'reportRound', true)}</h2><ul class="res calm">${rounds.map(
    ({ round, left, since }) => {
      const date = formatDate(t.lang, round.deadline);
      const until =
        round.deadline < day ? html`<b>${t('desk.overdue', { date })}</b>` : t('desk.dueOn', { date });
      return html`<li>${kindLine(t, 'reportRound', [t('round.left', { n: left })])}<h3><a href="${roundAddress(t.lang, round.id, '/answer', { post })}">${shownText(t, round.title)}</a></h3><p class=soft>${t('desk.since', { date: formatDayOf(t.lang, since) })} · ${until}`;
    },
  )}</ul>`;
}
