import { type PartialDate, precisionOf } from '../kernel/partial-date.ts';
import { formatDate } from './format.ts';
import type { Translate } from './messages.ts';

/** "since 2014", "since 6 May 2024": some languages put an article before a day, and none before a month or a year. */
export function sinceText(t: Translate, date: PartialDate): string {
  const start = formatDate(t.lang, date);
  return t(precisionOf(date) === 'day' ? 'period.sinceDay' : 'period.since', { start });
}

/** "until 2014", "until 6 May 2024": see `sinceText`. */
export function untilText(t: Translate, date: PartialDate): string {
  const end = formatDate(t.lang, date);
  return t(precisionOf(date) === 'day' ? 'period.untilDay' : 'period.until', { end });
}
