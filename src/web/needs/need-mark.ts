import type { NeedClock } from '../../requests/need-clock.ts';
import { openStates } from '../../requests/need-clock.ts';
import { formatDate } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';

/** How a need stands, how many days are left for answers, and how many answers there are. */
export function needMark(t: Translate, clock: NeedClock): Html {
  return html`<b>${t(`need.state.${clock.state}`)}</b>${
    openStates.has(clock.state) && html` · ${daysLeft(t, clock)}`
  } · ${t('need.answersSoFar', { n: clock.answers.all })}`;
}

/** The days until answers are due, with the day itself. */
function daysLeft(t: Translate, { daysLeft: n, answersDue }: NeedClock): string {
  const date = formatDate(t.lang, answersDue);
  return n >= 0 ? t('need.daysLeft', { n, date }) : t('need.daysOver', { n: -n, date });
}
