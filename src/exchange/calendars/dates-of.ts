import { type Due, limitOf } from '../../kernel/due.ts';
import type { PartialDate, Period } from '../../kernel/partial-date.ts';
import { precisionOf } from '../../kernel/partial-date.ts';
import { allRegisters } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';

/** What a field means for a calendar: when something takes place, or the last day for something. */
const meanings = { event: ['ical:event'], deadline: ['followup:due', 'ical:deadline'] } as const;
export type DateKind = keyof typeof meanings;

/** First and last day, `YYYY-MM-DD`. */
interface Days {
  readonly start: string;
  readonly end: string;
}

/** Days on which a record stands in calendars. */
export interface CalendarDate extends Days {
  readonly field: string;
  readonly kind: DateKind;
}

/** Registers whose records stand in calendars. */
export const calendarRegisters: readonly string[] = allRegisters
  .filter((register: Register) =>
    Object.values(register.fields).some(({ means }) => kindOf(means) !== undefined),
  )
  .map(({ name }) => name);

/** The dates of a record that are known to the day: for others a calendar would have to invent days. */
export function datesOf(
  { fields }: Register,
  values: Readonly<Record<string, unknown>>,
): readonly CalendarDate[] {
  return Object.entries(fields).flatMap(([field, { means }]) => {
    const kind = kindOf(means);
    const value = values[field];
    if (kind === undefined || value === undefined) return [];
    // A field with such a meaning is of this shape: its schema has checked that.
    const days = kind === 'event' ? daysOf(value as Period) : lastDayOf(value as Due | PartialDate);
    return days === undefined ? [] : [{ field, kind, ...days }];
  });
}

function kindOf(means: readonly string[]): DateKind | undefined {
  if (meanings.event.some((one) => means.includes(one))) return 'event';
  return meanings.deadline.some((one) => means.includes(one)) ? 'deadline' : undefined;
}

function daysOf({ start, end }: Period): Days | undefined {
  const first = start ?? end;
  const last = end ?? start;
  if (first === undefined || last === undefined || !isDay(first) || !isDay(last)) return undefined;
  return last < first ? undefined : { start: first, end: last };
}

/** A year or half-year has a last day, and on that day it is due. What waits for an event has none yet. */
function lastDayOf(due: Due | PartialDate): Days | undefined {
  if (typeof due === 'string') return isDay(due) ? { start: due, end: due } : undefined;
  const limit = due.precision === 'event' ? undefined : limitOf(due);
  return limit === undefined ? undefined : { start: limit, end: limit };
}

function isDay(date: PartialDate): boolean {
  return precisionOf(date) === 'day';
}
