import type { Figure, Money } from '../kernel/figure.ts';
import type { Field, FieldOptions } from './field.ts';
import { listField } from './internal/list.ts';
import { figureSchema, moneySchema } from './internal/schemas.ts';
import { wordsOf } from './internal/words.ts';

/** Numbers with unit, date, source and basis: people trained, litres given. Money is not needed to count cooperation. */
export function figures<N extends boolean = false>(
  options: FieldOptions<N> = {},
): Field<readonly Figure[], NoInfer<N>> {
  return listField<Figure, N>(options, {
    kind: 'figures',
    control: { shape: 'figures' },
    item: figureSchema,
    numbers: ['value', 'source'],
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
    numbers: ['amount', 'source'],
    toWords: (items) => items.flatMap((item) => wordsOf(item.label)),
  });
}
