import { z } from 'zod';
import { isBefore, isPartialDate, lastDayOf, precisionOf } from '../../../kernel/partial-date.ts';
import { objectsAt, textAt } from '../paths.ts';
import { path, paths, type Report, transform } from '../transform.ts';

/** Words that mean "still going on". */
const open = z.array(z.string()).default([]);

/** One date: a year, a month, a day, or an instant of which the day counts. The first column that holds one. */
export const date = transform(z.strictObject({ from: paths }), (cells, options, report) =>
  options.from.map((from) => dateOf(textAt(cells, from), [], report)).find((found) => found !== undefined),
);

/** From when to when. Dates the wrong way round are kept apart for a person to put right. */
export const period = transform(
  z.strictObject({ start: path.optional(), end: path.optional(), open }),
  (cells, options, report) => {
    const at = (from: string | undefined) =>
      from === undefined ? undefined : dateOf(textAt(cells, from), options.open, report);
    return periodOf(at(options.start), at(options.end));
  },
);

/** A period from a list of `{date, type}`: for each end the types in the order of trust, as actual before planned. */
export const typedPeriod = transform(
  z.strictObject({ from: path, start: z.array(z.string()), end: z.array(z.string()) }),
  (cells, options, report) => {
    const items = objectsAt(cells, options.from);
    const first = (types: readonly string[]) =>
      types
        .flatMap((type) => items.filter((item) => textAt(item, 'type') === type))
        .map((item) => dateOf(textAt(item, 'date'), [], report))
        .find((found) => found !== undefined);
    const start = first(options.start);
    const end = first(options.end);
    if (start === undefined || end === undefined || !isBefore(end, start)) return periodOf(start, end);
    report('warning', 'endBeforeStart', { got: `${start} – ${end}` });
    return periodOf(start, undefined);
  },
);

/** By when, to the day, month or year that the column gives: the last day that it can mean. */
export const due = transform(z.strictObject({ from: paths }), (cells, options, report) => {
  const found = options.from
    .map((from) => dateOf(textAt(cells, from), [], report))
    .find((one) => one !== undefined);
  return found === undefined
    ? undefined
    : { precision: precisionOf(found) === 'year' ? 'year' : 'day', date: lastDayOf(found) };
});

function periodOf(start: string | undefined, end: string | undefined) {
  if (start === undefined && end === undefined) return undefined;
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

export function dateOf(found: string, open: readonly string[], report: Report): string | undefined {
  if (found === '' || open.includes(found)) return undefined;
  const day = found.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1').replace(/^(\d{4})\.0$/, '$1');
  if (isPartialDate(day)) return day;
  report('warning', 'badDate', { got: found.slice(0, 100), right: '2019, 2019-03, 2019-03-07' });
  return undefined;
}
