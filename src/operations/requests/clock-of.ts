import { findRegister } from '../../registers/all-registers.ts';
import { type NeedClock, needClock } from '../../requests/need-clock.ts';
import type { BoardRecord } from '../ports/board.ts';

/** The clock of a need on a day; nothing before a country has released it: what third parties observe has none. */
export function clockOf(
  { register, request, state }: Pick<BoardRecord, 'register' | 'request' | 'state'>,
  today: string,
): NeedClock | undefined {
  const { firstReleasedAt: releasedAt, withdrawn, archived, matches = [] } = state;
  if (request?.role !== 'need' || releasedAt === undefined || state.inForce === undefined) return undefined;
  const { asking = [], answersBy, neededBy } = request;
  const withdrawnAt = withdrawn?.at ?? archived?.at;
  const asked = {
    releasedAt,
    asking,
    matches,
    ...(answersBy === undefined ? {} : { answersBy }),
    ...(neededBy === undefined ? {} : { neededBy }),
    ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
  };
  return needClock(asked, today, findRegister(register)?.answerWithinDays);
}
