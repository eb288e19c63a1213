/**
 * A date as precisely as it is known: `2019`, `2019-03` or `2019-03-07` (ISO 8601 reduced precision).
 * The precision is the form: nothing is padded with invented months or days.
 */
export type PartialDate = string;

export type Precision = 'year' | 'month' | 'day';

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** True for a real calendar date in one of the three forms, in the years 1000 to 2999. */
export function isPartialDate(text: string): boolean {
  const [, year, month, day] = form.exec(text) ?? [];
  // Digits of one length compare as text like the numbers they stand for.
  if (year === undefined || year < '1000' || year > '2999') return false;
  if (month === undefined) return true;
  if (month < '01' || month > '12') return false;
  if (day === undefined) return true;
  return day >= '01' && (day <= '28' || Number(day) <= daysIn(Number(year), Number(month)));
}

/** How many days a month has; months from 1 to 12. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function precisionOf(date: PartialDate): Precision {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}

export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/** True when `a` is certainly before `b`: a year and a month within it are not ordered. */
export function isBefore(a: PartialDate, b: PartialDate): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

/** From when to when, each as precisely as known; an open end means that it goes on or that nobody said. */
export interface Period {
  readonly start?: PartialDate;
  readonly end?: PartialDate;
}

/** The last day that a date can mean: `2009` is over on 2009-12-31. */
export function lastDayOf(date: PartialDate): string {
  // Most dates are days: boards ask this of every report.
  if (date.length === 10) return date;
  const [year = '', month = '12'] = date.split('-');
  return `${year}-${month}-${String(daysIn(Number(year), Number(month))).padStart(2, '0')}`;
}

/** Whole days from one day to another; negative when the second is earlier. Days as `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
