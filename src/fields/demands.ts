import { z } from 'zod';
import type { LangText } from '../kernel/lang-text.ts';
import type { PartialDate } from '../kernel/partial-date.ts';
import type { Field, FieldOptions } from './field.ts';
import { listField } from './internal/list.ts';
import { countryCode, found, partialDate, shortText } from './internal/schemas.ts';
import { wordsOf } from './internal/words.ts';
import { country, date, number, parts, text } from './part.ts';

/** How much of one thing one country needs: medicines, staff, equipment that several countries ask for together. */
export interface Demand {
  /** What is needed. */
  readonly label: LangText;
  readonly country: string;
  /** More than nothing, in the unit. */
  readonly value: number;
  readonly unit: LangText;
  readonly neededBy?: PartialDate;
  readonly note?: LangText;
}

/** Quantities by country. Each country named counts as one that uses. */
export function demands<N extends boolean = false>(
  options: FieldOptions<N> = {},
): Field<readonly Demand[], NoInfer<N>> {
  return listField<Demand, N>(options, {
    kind: 'demands',
    control: { shape: 'demands' },
    item: z.strictObject({
      label: shortText,
      country: countryCode,
      value: z.number().refine((value) => Number.isFinite(value) && value > 0, found('badNumber')),
      unit: shortText,
      neededBy: z.exactOptional(partialDate),
      note: z.exactOptional(shortText),
    }),
    parts: parts({ label: text, country, value: number, unit: text, neededBy: date, note: text }),
    toWords: (items) => items.flatMap((item) => [...wordsOf(item.label), ...wordsOf(item.note)]),
    facets: (items) => ({ host: [...new Set(items.map((item) => item.country))] }),
  });
}
