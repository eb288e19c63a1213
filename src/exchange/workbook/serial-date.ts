import type { ShownDate } from './number-formats.ts';

const dayMilliseconds = 86_400_000;
/** Day 0 of the two calendars of workbooks. The first counts a 29 February 1900 that never was: days before March 1900 are one off. */
const startOf1900 = Date.UTC(1899, 11, 30);
const startOf1904 = Date.UTC(1904, 0, 1);

/** The serial number of a day, as cells of workbooks hold it; undefined before 1901, where programs disagree. */
export function serialOf(day: string): number | undefined {
  if (day < '1901' || day.length !== 10) return undefined;
  return Math.round((Date.parse(`${day}T00:00:00Z`) - startOf1900) / dayMilliseconds);
}

/** What a cell with a date shows, as text: a day, a month or a year, the time only where there is one. Undefined outside the years 1900 to 9999. */
export function dateOfSerial(serial: number, shown: ShownDate, from1904: boolean): string | undefined {
  const at = (from1904 ? startOf1904 : startOf1900) + Math.round(serial * 86_400) * 1_000;
  if (serial < 0 || at >= Date.UTC(10_000, 0, 1)) return undefined;
  const iso = new Date(at).toISOString();
  if (shown === 'year') return iso.slice(0, 4);
  if (shown === 'month') return iso.slice(0, 7);
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}
