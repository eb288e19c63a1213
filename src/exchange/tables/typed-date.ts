import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { isPartialDate, type PartialDate } from '../../kernel/partial-date.ts';
import { foldLabel } from './fold-label.ts';
import { plainDigits } from './typed-number.ts';

/** A date as somebody typed it: understood, possible in two ways, or none that we know. */
export type TypedDate =
  | { readonly date: PartialDate }
  | { readonly either: readonly [PartialDate, PartialDate] }
  | { readonly none: true };

const none: TypedDate = { none: true };

/**
 * Reads dates in the usual written forms: the year first (`2019`, `2019-03`, `2019/3/7`, `2019年3月7日`), the year last
 * (`7.3.2019`, `13/3/2019`, `03/2019`), the month by name in any of the seven languages. Two numbers of which either
 * could be the month are possible in two ways: days come first in most of the world, but not in all of it.
 */
export function typedDate(text: string): TypedDate {
  const typed = plainDigits(text.trim()).replace(/[\u200e\u200f\u061c]/g, '');
  if (typed.length === 0 || typed.length > 60) return none;
  return yearFirst(typed) ?? yearLast(typed) ?? monthNamed(typed) ?? none;
}

function dated(year: string, month?: string, day?: string): PartialDate | undefined {
  const parts = [year, month, day].filter((part) => part !== undefined && part !== '');
  const date = parts.map((part) => part?.padStart(2, '0')).join('-');
  return isPartialDate(date) ? date : undefined;
}

function found(date: PartialDate | undefined): TypedDate | undefined {
  return date === undefined ? undefined : { date };
}

function yearFirst(typed: string): TypedDate | undefined {
  const [, year, month, day] =
    /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?)?月?)?年?(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(
      typed,
    ) ?? [];
  return year === undefined ? undefined : found(dated(year, month, day));
}

function yearLast(typed: string): TypedDate | undefined {
  const [, month, ofYear] = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(typed) ?? [];
  if (ofYear !== undefined) return found(dated(ofYear, month));
  const [, first = '', sign, second = '', year] =
    /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})$/.exec(typed) ?? [];
  if (year === undefined) return undefined;
  const dayFirst = dated(year, second, first);
  const monthFirst = dated(year, first, second);
  // With dots the day comes first wherever dots are used.
  if (sign === '.' || monthFirst === undefined || dayFirst === monthFirst) return found(dayFirst);
  return dayFirst === undefined ? found(monthFirst) : { either: [dayFirst, monthFirst] };
}

/** `7 March 2019`, `March 7, 2019`, `mars 2019`, `7 de marzo de 2019`, `٧ مارس ٢٠١٩`. */
function monthNamed(typed: string): TypedDate | undefined {
  const words = typed.split(/[\s.,،/-]+/).filter((word) => word !== '');
  const month = words.map((word) => monthNames().get(foldLabel(word))).find((one) => one !== undefined);
  if (month === undefined || words.length > 6) return undefined;
  const numbers = words.map((word) => /^(\d{1,4})(?:st|nd|rd|th|er|º|ª|г)?$/i.exec(word)?.[1]);
  const year = numbers.find((word) => word?.length === 4);
  const days = numbers.filter((word) => word !== undefined && word.length < 3);
  if (year === undefined || days.length > 1) return undefined;
  return found(dated(year, String(month), days[0]));
}

let months: Map<string, number> | undefined;

function monthNames(): ReadonlyMap<string, number> {
  if (months !== undefined) return months;
  months = new Map();
  for (const lang of interfaceLanguages) {
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { month: 'long', day: 'numeric' },
    ] as const) {
      const format = new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(new Date(Date.UTC(2021, month - 1, 1)));
        const name = foldLabel(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (name !== '' && !/^\d+/.test(name)) months.set(name, months.get(name) ?? month);
      }
    }
  }
  return months;
}
