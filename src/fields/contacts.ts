import { z } from 'zod';
import type { LangText } from '../kernel/lang-text.ts';
import type { Field, FieldOptions } from './field.ts';
import { listField } from './internal/list.ts';
import { found, shortText } from './internal/schemas.ts';
import { parts, text, word } from './part.ts';

/** How an office can be reached. Personal data: seen by the focal point only, unless a register says otherwise. */
export interface Contact {
  readonly organisation?: LangText;
  readonly person?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly address?: string;
}

const line = z.string().trim().min(1).max(1_000);

/** Contacts, restricted by default. */
export function contacts<N extends boolean = false>(
  options: FieldOptions<N> = {},
): Field<readonly Contact[], NoInfer<N>> {
  return listField<Contact, N>(
    { ...options, seenBy: options.seenBy ?? 'focalPoint' },
    {
      kind: 'contacts',
      personal: true,
      control: { shape: 'contacts' },
      parts: parts({ organisation: text, person: word, email: word, telephone: word, address: word }),
      item: z
        .strictObject({
          organisation: z.exactOptional(shortText),
          person: z.exactOptional(line),
          email: z.exactOptional(line),
          telephone: z.exactOptional(line),
          address: z.exactOptional(line),
        })
        .refine((contact) => Object.keys(contact).length > 0, found('missing')),
    },
  );
}
