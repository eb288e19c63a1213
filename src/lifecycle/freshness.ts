import { daysIn } from '../kernel/partial-date.ts';
import type { RecordState } from './state.ts';

/** How recently somebody responsible said that a record is right. `unconfirmed`: nobody ever did. */
export const freshnessNames = ['fresh', 'due', 'stale', 'unconfirmed'] as const;
export type Freshness = (typeof freshnessNames)[number];

/** Months between due and stale. */
export const graceMonths = 3;
/** Days after which a country that was asked and said nothing counts as silent, and the record as one-sided. */
export const silentAfterDays = 90;
/** Days before a record is due at which its post is reminded. */
export const remindBeforeDays = 30;

/** The day, so many months after an instant or a day; the last of the month where the month is shorter. */
export function monthsAfter(at: string, months: number): string {
  const [year = 0, month = 1, day = 1] = at.slice(0, 10).split('-').map(Number);
  // Reckoned without a Date where the day is in every month: each record that is written asks for its due day.
  const since = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(since / 12), (since % 12) + 1];
  const onDay = day <= 28 ? day : Math.min(day, daysIn(inYear, inMonth));
  return `${inYear}-${twoDigits(inMonth)}-${twoDigits(onDay)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** The day, so many days after a day or an instant. */
export function daysAfter(at: string, days: number): string {
  const [year = 0, month = 1, day = 1] = at.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The day from which a record wants a fresh confirmation; undefined where nobody ever confirmed it. */
export function dueOn(state: Pick<RecordState, 'confirmed'>, everyMonths: number): string | undefined {
  return state.confirmed === undefined ? undefined : monthsAfter(state.confirmed.at, everyMonths);
}

/** How fresh something is that was or will be due on a day. */
export function freshnessOn(due: string | undefined, today: string): Freshness {
  if (due === undefined) return 'unconfirmed';
  if (today < due) return 'fresh';
  return today < monthsAfter(due, graceMonths) ? 'due' : 'stale';
}

/** Countries that were asked longer ago than a ministry's answer may take. */
export function silentCountries(state: Pick<RecordState, 'answers'>, today: string): readonly string[] {
  return Object.entries(state.answers).flatMap(([country, { state: said, at }]) =>
    said === 'asked' && daysAfter(at, silentAfterDays) <= today ? [country] : [],
  );
}

/**
 * What the countries together have said: `observed` by third parties only; `disputed` where one says otherwise;
 * `confirmed` where all that were asked have; else `reported` by one side.
 */
export const confirmationNames = ['confirmed', 'reported', 'disputed', 'observed'] as const;
export type Confirmation = (typeof confirmationNames)[number];

export function confirmationOf(state: Pick<RecordState, 'standing' | 'answers'>): Confirmation {
  if (state.standing === 'thirdParty') return 'observed';
  const answers = Object.values(state.answers);
  if (answers.some((answer) => answer.state === 'disputed')) return 'disputed';
  const all = answers.length > 0 && answers.every((answer) => answer.state === 'confirmed');
  return all ? 'confirmed' : 'reported';
}
