import { isOpenRound, type ReportRound } from '../../operations/follow-up/report-round.ts';
import { formatDate } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';

/** Until when a round is open, or since when it is over. */
export function roundStanding(t: Translate, round: ReportRound, day: string): string {
  const { closedOn = '', deadline } = round;
  if (!isOpenRound(round)) return t('round.closed', { date: formatDate(t.lang, closedOn) });
  return t(deadline < day ? 'round.overdue' : 'round.open', { date: formatDate(t.lang, deadline) });
}
