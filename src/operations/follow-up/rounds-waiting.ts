import { daysAfter, remindBeforeDays } from '../../lifecycle/freshness.ts';
import type { Post } from '../../lifecycle/post.ts';
import type { House } from '../house.ts';
import { isCalledUpon, isOpenRound, type ReportRound, roundOf } from './report-round.ts';
import { countryAnswer } from './round-answers.ts';

/** A round that waits for a post. */
export interface RoundTask {
  readonly round: ReportRound;
  /** Measures that the post's country has still to report on. */
  readonly left: number;
  /** Instant since when it waits. */
  readonly since: string;
}

/** Open rounds with the instant at which each was opened. */
export async function openRounds(
  house: House,
  day: string,
): Promise<readonly { readonly round: ReportRound; readonly since: string }[]> {
  const open: { readonly round: ReportRound; readonly since: string }[] = [];
  for (const tracked of house.board.tracking.rounds()) {
    const round = roundOf(house, tracked);
    if (!isOpenRound(round) || round.openedOn > day) continue;
    const [first] = await house.log.history(round.id);
    const written = first?.kind === 'revision' ? first.revision.at : '';
    // One that was written down for a later day waits from the beginning of that day.
    const since = written.slice(0, 10) < round.openedOn ? `${round.openedOn}T00:00:00.000Z` : written;
    open.push({ round, since });
  }
  return open;
}

/** Those of them that wait for a post, the most pressing first. */
export function roundsWaiting(
  { board }: Pick<House, 'board'>,
  open: Awaited<ReturnType<typeof openRounds>>,
  post: Post,
): readonly RoundTask[] {
  const { country } = post;
  if (country === undefined) return [];
  return open
    .filter(({ round }) => isCalledUpon(round, post))
    .map(({ round, since }) => {
      const said = board.tracking.answersTo(round.id).filter(({ state }) => state.owner === country);
      return { round, since, left: countryAnswer(round, country, said).missing.length };
    })
    .filter(({ left }) => left > 0)
    .sort((a, b) => (a.round.deadline < b.round.deadline ? -1 : 1));
}

/** Whether a round has come since the last note, or one of the two days on which it is called to mind: 30 days before the deadline, and the day after it. */
export function isNewRound({ round, since }: RoundTask, last: string | undefined, now: string): boolean {
  if ((last === undefined || since > last) && since <= now) return true;
  const from = last === undefined ? '' : last.slice(0, 10);
  const days = [daysAfter(round.deadline, -remindBeforeDays), daysAfter(round.deadline, 1)];
  return days.some((day) => day > from && day <= now.slice(0, 10));
}
