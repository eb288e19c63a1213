import type { PartialDate, Period } from '../../kernel/partial-date.ts';
import { precisionOf } from '../../kernel/partial-date.ts';
import { allRegisters } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';

/** What a field means for a calendar: when something takes place, or the last day for something. */
const meanings = { event: 'ical:event', deadline: 'ical:deadline' } as const;
export type DateKind = keyof typeof meanings;

/** Days, the last one included, on which a record stands in calendars. */
export interface CalendarDate {
  readonly field: string;
  readonly kind: DateKind;
  readonly start: string;
  readonly end: string;
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
    const days = daysOf(kind, periodOf(value));
    return days === undefined ? [] : [{ field, kind, ...days }];
  });
}

function kindOf(means: readonly string[]): DateKind | undefined {
  if (means.includes(meanings.event)) return 'event';
  return means.includes(meanings.deadline) ? 'deadline' : undefined;
}

/** A field with such a meaning is a date or a period: its schema has checked that. */
function periodOf(value: unknown): Period {
  return typeof value === 'string' ? { start: value, end: value } : (value as Period);
}

function daysOf(
  kind: DateKind,
  { start, end }: Period,
): { readonly start: string; readonly end: string } | undefined {
  const last = end ?? start;
  const first = kind === 'deadline' ? last : (start ?? end);
  if (first === undefined || last === undefined || !isDay(first) || !isDay(last) || last < first)
    return undefined;
  return { start: first, end: last };
}

function isDay(date: PartialDate): boolean {
  return precisionOf(date) === 'day';
}
