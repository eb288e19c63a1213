import { z } from 'zod';
import type { CodeList } from '../vocabulary/code-list.ts';
import type { FacetName, FacetValues } from './facet.ts';
import type { Cells, Field, FieldOptions } from './field.ts';
import { base, noWords } from './internal/base.ts';
import { codeOf } from './internal/schemas.ts';

export interface CodeOptions<N extends boolean> extends FieldOptions<N> {
  /** The facet under which records with this code are counted. */
  readonly facet?: FacetName;
  /** What of the code is counted: a sector by its category, a target by its goal. */
  readonly counted?: (code: string) => string | undefined;
}

/** One code of a list. */
export function code<N extends boolean = false>(
  list: CodeList,
  options: CodeOptions<N> = {},
): Field<string, NoInfer<N>> {
  return {
    ...base(options),
    kind: 'code',
    control: { shape: 'choice', list },
    schema: codeOf(list),
    toCells: (value) => ({ '': value }),
    fromCells: (cells) => codesIn(cells)[0],
    toWords: noWords,
    facets: (value) => countedAs(options, [value]),
  };
}

/** Several codes of a list, in the order given. */
export function codes<N extends boolean = false>(
  list: CodeList,
  options: CodeOptions<N> = {},
): Field<readonly string[], NoInfer<N>> {
  return {
    ...base(options),
    kind: 'codes',
    control: { shape: 'choices', list },
    schema: z.array(codeOf(list)).min(1).max(500),
    toCells: (values) => ({ '': values.join('; ') }),
    fromCells: (cells) => {
      const read = codesIn(cells);
      return read.length === 0 ? undefined : read;
    },
    toWords: noWords,
    facets: (values) => countedAs(options, values),
  };
}

function codesIn(cells: Cells): string[] {
  const cell = cells[''];
  if (cell === undefined || cell === null) return [];
  return String(cell)
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function countedAs(options: CodeOptions<boolean>, values: readonly string[]): FacetValues {
  const { facet, counted } = options;
  if (facet === undefined) return {};
  const names = values.map((value) => (counted === undefined ? value : counted(value)));
  return { [facet]: [...new Set(names.filter((name) => name !== undefined))] };
}
