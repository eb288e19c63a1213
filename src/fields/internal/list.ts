import { z } from 'zod';
import type { FacetValues, Words } from '../facet.ts';
import type { Cells, Control, Field, FieldOptions } from '../field.ts';
import type { Part } from '../part.ts';
import { base, noFacets, noWords } from './base.ts';
import { readLines, writeLines } from './cell-notation.ts';

/** Most things in one list: far above any real record, low enough that one record cannot fill the memory. */
const longestList = 2_000;

export interface ListAnswers<T extends object> {
  readonly kind: string;
  readonly control: Control;
  readonly item: z.ZodType<T>;
  readonly parts: readonly Part[];
  /** As `Field` has it. */
  readonly personal?: true;
  readonly toWords?: (items: readonly T[]) => readonly Words[];
  readonly facets?: (items: readonly T[]) => FacetValues;
}

/** A field that holds several things of one form, each with parts. */
export function listField<T extends object, N extends boolean>(
  options: FieldOptions<N>,
  answers: ListAnswers<T>,
): Field<readonly T[], NoInfer<N>> {
  const numbers = answers.parts.filter(({ holds }) => isNumber(holds.shape)).map(({ name }) => name);
  return {
    ...base(options),
    kind: answers.kind,
    control: answers.control,
    parts: answers.parts,
    ...(answers.personal === undefined ? {} : { personal: answers.personal }),
    schema: z.array(answers.item).min(1).max(longestList),
    toCells: (items): Cells => ({ '': writeLines(items) }),
    fromCells: (cells) => {
      const cell = cells[''];
      if (cell === undefined || cell === null || String(cell).trim() === '') return undefined;
      return readLines(String(cell), numbers);
    },
    toWords: answers.toWords ?? noWords,
    facets: answers.facets ?? noFacets,
  };
}

function isNumber(shape: Part['holds']['shape']): boolean {
  return shape === 'number' || shape === 'position';
}
