import { daysBetween, lastDayOf, type PartialDate } from '../kernel/partial-date.ts';
import { daysAfter } from '../lifecycle/freshness.ts';
import { type Matched, metBy } from '../lifecycle/matched.ts';

/** How a need can stand, in the order in which it usually comes to be so. */
export const needStates = [
  'open',
  'answersDue',
  'inTalks',
  'agreed',
  'partlyMet',
  'notMet',
  'withdrawn',
] as const;
export type NeedState = (typeof needStates)[number];

/** What is still to be answered: others may answer it. */
export const openStates: ReadonlySet<NeedState> = new Set(['open', 'answersDue', 'inTalks', 'partlyMet']);

/** Days for answers, where neither the need nor its register says otherwise. */
export const answerWithinDays = 60;
/** A need without a last day counts as not met when nobody has been in talks for so many days after answers were due. */
export const notMetAfterDays = 180;

/** A released need as the clock sees it. */
export interface Asked {
  /** Instant at which the country first made it its word. */
  readonly releasedAt: string;
  /** The countries that ask (alpha-2). */
  readonly asking: readonly string[];
  readonly answersBy?: PartialDate;
  readonly neededBy?: PartialDate;
  /** Instant. */
  readonly withdrawnAt?: string;
  readonly matches: readonly Matched[];
}

export interface NeedClock {
  readonly state: NeedState;
  /** The last day for answers. */
  readonly answersDue: string;
  /** From today on; negative when it has passed. */
  readonly daysLeft: number;
  /** Days since it was released. */
  readonly age: number;
  /** Answers that came, whatever became of them; and of these the ones that are talked about, agreed, declined. */
  readonly answers: Readonly<Record<'all' | 'inTalks' | 'agreed' | 'declined', number>>;
  /** The day of the first answer. */
  readonly firstAnswer?: string;
  /** Whether the first answer came until answers were due; undefined as long as neither has happened. */
  readonly inTime?: boolean;
}

/**
 * How a need stands on a day.
 *
 * - Taken back: `withdrawn`.
 * - Agreed, and each asking country has said that its need is met as a whole: `agreed`; else `partlyMet`.
 * - An answer that one side has accepted and nobody declined: `inTalks`, also after the last day.
 * - The day on which it was needed has passed, or half a year since answers were due: `notMet`.
 * - Otherwise `open` until answers are due, and `answersDue` after.
 * @param within days for answers.
 */
export function needClock(asked: Asked, today: string, within: number = answerWithinDays): NeedClock {
  const { releasedAt, answersBy, matches } = asked;
  const released = releasedAt.slice(0, 10);
  const answersDue = answersBy === undefined ? daysAfter(released, within) : lastDayOf(answersBy);
  const live = matches.filter(({ stage }) => stage !== 'withdrawn');
  const count = (stage: Matched['stage']) => live.filter((one) => one.stage === stage).length;
  const answers = {
    all: live.length,
    inTalks: count('accepted'),
    agreed: count('agreed'),
    declined: count('declined'),
  };
  const [firstAnswer] = live.map(({ first }) => first.slice(0, 10)).sort();
  const inTime = wasInTime(firstAnswer, answersDue, today);
  return {
    state: stateOf(asked, today, answersDue, answers),
    answersDue,
    daysLeft: daysBetween(today, answersDue),
    age: daysBetween(released, today),
    answers,
    ...(firstAnswer === undefined ? {} : { firstAnswer }),
    ...(inTime === undefined ? {} : { inTime }),
  };
}

function stateOf(
  { withdrawnAt, neededBy, asking, matches }: Asked,
  today: string,
  answersDue: string,
  answers: NeedClock['answers'],
): NeedState {
  if (withdrawnAt !== undefined) return 'withdrawn';
  if (answers.agreed > 0) return isMet(asking, matches) ? 'agreed' : 'partlyMet';
  if (answers.inTalks > 0) return 'inTalks';
  const last = neededBy === undefined ? daysAfter(answersDue, notMetAfterDays) : lastDayOf(neededBy);
  if (last < today) return 'notMet';
  return today <= answersDue ? 'open' : 'answersDue';
}

/** Agreed answers leave nobody out: each asking country has one with which its need is met as a whole. */
function isMet(asking: readonly string[], matches: readonly Matched[]): boolean {
  const met = new Set(matches.flatMap(metBy));
  return met.size > 0 && asking.every((country) => met.has(country));
}

function wasInTime(first: string | undefined, due: string, today: string): boolean | undefined {
  if (first !== undefined) return first <= due;
  return today > due ? false : undefined;
}
