import type { PartialDate, Period } from '../kernel/partial-date.ts';
import { yearOf } from '../kernel/partial-date.ts';
import type { Cell, Field, FieldOptions } from './field.ts';
import { base, noFacets, noWords } from './internal/base.ts';
import { partialDate, periodSchema } from './internal/schemas.ts';
import { date as datePart, parts } from './part.ts';

export interface DateOptions<N extends boolean> extends FieldOptions<N> {
  /** Count the record under the year of this date. */
  readonly facet?: 'year';
}

/** A date as precisely as it is known. */
export function date<N extends boolean = false>(
  options: DateOptions<N> = {},
): Field<PartialDate, NoInfer<N>> {
  return {
    ...base(options),
    kind: 'date',
    control: { shape: 'date' },
    schema: partialDate,
    toCells: (value) => ({ '': value }),
    fromCells: (cells) => dateIn(cells['']),
    toWords: noWords,
    facets: options.facet === undefined ? noFacets : (value) => ({ year: [String(yearOf(value))] }),
  };
}

/** From when to when. The record counts under the year of its start. */
export function period<N extends boolean = false>(
  options: DateOptions<N> & { readonly moment?: boolean } = {},
): Field<Period, NoInfer<N>> {
  return {
    ...base(options),
    kind: 'period',
    control: { shape: 'period', ...(options.moment === undefined ? {} : { moment: options.moment }) },
    schema: periodSchema,
    spread: parts({ start: datePart, end: datePart }),
    toCells: (value) => ({ start: value.start ?? null, end: value.end ?? null }),
    fromCells: (cells) => {
      const start = dateIn(cells['start']);
      const end = dateIn(cells['end']);
      if (start === undefined && end === undefined) return undefined;
      return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
    },
    toWords: noWords,
    facets: ({ start }) =>
      options.facet === undefined || start === undefined ? {} : { year: [String(yearOf(start))] },
  };
}

/** A spreadsheet gives a year as a number and a day as a text in ISO form (readers turn date cells into that). */
function dateIn(cell: Cell | undefined): string | undefined {
  if (cell === undefined || cell === null || String(cell).trim() === '') return undefined;
  return String(cell).trim();
}
