import { isPartialDate, type PartialDate, precisionOf } from '../../../kernel/partial-date.ts';
import type { Element } from '../../xml/element.ts';
import { own, ownMark } from './own-marks.ts';

/** The standard wants days: what is known less exactly is written as the first or last day and, beside it, as it is known. */
export function exactDate(said: PartialDate, day: PartialDate): Readonly<Record<string, string>> {
  return said === day ? {} : { [own('date')]: said };
}

/** The date as it is known, where a day was written for it. */
export function ownDate(element: Element, day: PartialDate | undefined): PartialDate | undefined {
  const said = ownMark(element, 'date');
  return said !== undefined && isPartialDate(said) && day?.startsWith(said) === true ? said : day;
}

export function firstDay(date: PartialDate): PartialDate {
  const precision = precisionOf(date);
  return precision === 'day' ? date : precision === 'month' ? `${date}-01` : `${date}-01-01`;
}

export function lastDay(date: PartialDate): PartialDate {
  const precision = precisionOf(date);
  if (precision === 'day') return date;
  if (precision === 'year') return `${date}-12-31`;
  const [year = 0, month = 0] = date.split('-').map(Number);
  return `${date}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
}
