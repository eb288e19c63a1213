import { z } from 'zod';
import type { Finding, FindingCode } from '../../kernel/finding.ts';
import type { Cells } from './paths.ts';

/** Says what was noticed while a value was made; path and place are added by who asked. */
export type Report = (severity: Finding['severity'], code: FindingCode, params: Finding['params']) => void;

/** Makes the value of one field from one row; undefined where the row says nothing of it. */
export type Rule = (cells: Cells, report: Report) => unknown;

/** One way of making values, chosen in a mapping by its name and told how by options. */
export interface Transform {
  /** @throws ZodError where the options are not right. */
  compile(options: unknown): Rule;
}

/** Joins a way of making values with the form of its options, so that no mapping with a wrong option is ever run. */
export function transform<O>(
  options: z.ZodType<O>,
  make: (cells: Cells, options: O, report: Report) => unknown,
): Transform {
  return {
    compile: (given) => {
      const checked = options.parse(given);
      return (cells, report) => make(cells, checked, report);
    },
  };
}

/** Parts of options that many ways share. */
export const path = z.string().min(1);
export const paths = z.union([path.transform((one) => [one]), z.array(path).min(1)]);
/** A language tag; `und` (left to be guessed) where nobody knows. */
export const language = z
  .string()
  .regex(/^(?:guess|[a-z]{2,3})$/)
  .default('guess')
  .transform((tag) => (tag === 'guess' ? 'und' : tag));
export const separators = z.string().default('');

/** A list, or nothing where it is empty: an empty list is not a value. */
export function listOrNothing<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
