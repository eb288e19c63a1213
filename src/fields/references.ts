import { z } from 'zod';
import type { Field, FieldOptions } from './field.ts';
import { listField } from './internal/list.ts';
import { parts, word } from './part.ts';

/** Another record, or a thing that another house keeps under an identifier. */
export interface Reference {
  /** Register of the record; absent where the identifier is another house's. */
  readonly register?: string;
  readonly id: string;
}

/** What this record is tied to. */
export function references<N extends boolean = false>(
  options: FieldOptions<N> = {},
): Field<readonly Reference[], NoInfer<N>> {
  return listField<Reference, N>(options, {
    kind: 'references',
    control: { shape: 'references' },
    parts: parts({ register: word, id: word }),
    item: z.strictObject({
      register: z.exactOptional(z.string().regex(/^[a-z][A-Za-z]*$/)),
      id: z.string().trim().min(1).max(300),
    }),
  });
}
