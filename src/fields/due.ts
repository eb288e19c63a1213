import { z } from 'zod';
import { type Due, duePrecisions } from '../kernel/due.ts';
import { isBefore } from '../kernel/partial-date.ts';
import type { Field, FieldOptions } from './field.ts';
import { base, noFacets, noWords } from './internal/base.ts';
import { found, partialDate } from './internal/schemas.ts';
import { date, parts } from './part.ts';

const dates = ['date', 'start', 'notBefore'] as const;

/** By when, with the precision of the text that says it. */
export function due<N extends boolean = false>(options: FieldOptions<N> = {}): Field<Due, NoInfer<N>> {
  return {
    ...base(options),
    kind: 'due',
    control: { shape: 'due' },
    spread: parts({
      precision: { shape: 'oneOf', words: 'duePrecision', codes: duePrecisions },
      date,
      start: date,
      notBefore: date,
    }),
    schema: z
      .strictObject({
        precision: z.enum(duePrecisions),
        date: z.exactOptional(partialDate),
        start: z.exactOptional(partialDate),
        notBefore: z.exactOptional(partialDate),
      })
      .refine(({ precision, date }) => precision === 'none' || precision === 'event' || date !== undefined, {
        ...found('missing'),
        path: ['date'],
      })
      .refine(({ date, start }) => date === undefined || start === undefined || !isBefore(date, start), {
        ...found('endBeforeStart'),
        path: ['start'],
      }),
    toCells: (value) => ({
      precision: value.precision,
      ...Object.fromEntries(dates.map((name) => [name, value[name] ?? null])),
    }),
    fromCells: (cells) => {
      const said = ['precision', ...dates].flatMap((name): [string, string][] => {
        const cell = cells[name];
        return cell === undefined || cell === null || String(cell).trim() === ''
          ? []
          : [[name, String(cell).trim()]];
      });
      return said.length === 0 ? undefined : Object.fromEntries(said);
    },
    toWords: noWords,
    facets: noFacets,
  };
}
