import { z } from 'zod';
import type { Field, FieldOptions } from './field.ts';
import { base, noFacets, noWords } from './internal/base.ts';
import type { Reference } from './references.ts';

export interface ReferenceOptions<N extends boolean> extends FieldOptions<N> {
  /** The register of the record that is meant. */
  readonly to: string;
}

/** The one record that this record belongs to: a measure to its instrument, a report to its measure. */
export function reference<N extends boolean = false>(
  options: ReferenceOptions<N>,
): Field<Reference, NoInfer<N>> {
  const { to } = options;
  return {
    ...base(options),
    kind: 'reference',
    control: { shape: 'reference', to },
    schema: z.strictObject({
      register: z.literal(to),
      id: z.string().trim().min(1).max(300),
    }),
    toCells: ({ id }) => ({ '': id }),
    fromCells: (cells) => {
      const cell = cells[''];
      if (cell === undefined || cell === null || String(cell).trim() === '') return undefined;
      return { register: to, id: String(cell).trim() };
    },
    toWords: noWords,
    facets: noFacets,
  };
}
