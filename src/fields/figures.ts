import { bases, type Figure, type Money, moneyBases, qualifiers } from '../kernel/figure.ts';
import type { Field, FieldOptions } from './field.ts';
import { listField } from './internal/list.ts';
import { figureSchema, moneySchema } from './internal/schemas.ts';
import { wordsOf } from './internal/words.ts';
import { date, number, type PartHolds, parts, position, text, word } from './part.ts';

const qualifier: PartHolds = { shape: 'oneOf', words: 'qualifier', codes: qualifiers };

/** Numbers with unit, date, source and basis: people trained, litres given. Money is not needed to count cooperation. */
export function figures<N extends boolean = false>(
  options: FieldOptions<N> = {},
): Field<readonly Figure[], NoInfer<N>> {
  return listField<Figure, N>(options, {
    kind: 'figures',
    control: { shape: 'figures' },
    item: figureSchema,
    parts: parts({
      label: text,
      value: number,
      unit: text,
      basis: { shape: 'oneOf', words: 'basis', codes: bases },
      asOf: date,
      source: position,
      qualifier,
      note: text,
    }),
    toWords: (items) => items.flatMap((item) => [...wordsOf(item.label), ...wordsOf(item.note)]),
  });
}

/** Amounts, each in its own currency, with what it is and when it was true. */
export function money<N extends boolean = false>(
  options: FieldOptions<N> = {},
): Field<readonly Money[], NoInfer<N>> {
  return listField<Money, N>(options, {
    kind: 'money',
    control: { shape: 'money' },
    item: moneySchema,
    parts: parts({
      amount: number,
      currency: word,
      basis: { shape: 'oneOf', words: 'moneyBasis', codes: moneyBases },
      valueDate: date,
      source: position,
      label: text,
      qualifier,
    }),
    toWords: (items) => items.flatMap((item) => wordsOf(item.label)),
  });
}
