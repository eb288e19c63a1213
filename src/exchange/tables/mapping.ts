import { z } from 'zod';
import type { RecordKey } from '../../lifecycle/revision.ts';
import { findRegister } from '../../registers/all-registers.ts';
import { type Cells, isObject, textAt, valuesAt } from './paths.ts';
import { path, paths, type Rule } from './transform.ts';
import { transforms } from './transforms.ts';

const rule = z.looseObject({ use: z.string().refine((name) => transforms.has(name), 'is not a known way of making values') });

/** A mapping as it stands in its file. */
const mappingFile = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  publisher: z.string().min(1),
  source: z.string().min(1),
  licence: z.string().min(1),
  register: z.string().refine((name) => findRegister(name) !== undefined, 'is not a register'),
  recognise: z.strictObject({
    /** Columns or members that must all be there. */
    has: z.array(path).min(1),
    /** Members (of JSON) that must hold one of the values named. */
    where: z.record(z.string(), z.array(z.string())).default({}),
  }),
  keys: z.array(z.strictObject({ scheme: z.string().regex(/^[a-z][a-z0-9-]*$/), from: paths, form: z.enum(['asIs', 'iati']).default('asIs') })),
  /** Column with our own record id, where the table is made for us. */
  recordId: path.optional(),
  /** Columns that are known and not taken over. */
  leftOut: z.array(z.string()).default([]),
  /** Arrays that stand side by side, made into one list of objects: list → member → column; the first member leads. */
  lists: z.record(z.string(), z.record(z.string(), path)).default({}),
  fields: z.record(z.string(), z.union([rule, z.array(rule).min(1)])),
});

/** A mapping ready to be used: from a row of one kind of table to a record of one register. */
export interface TableMapping {
  readonly name: string;
  readonly title: string;
  readonly publisher: string;
  readonly register: string;
  /** True where a header has every column that the table is known by. */
  fitsHeader(columns: readonly string[]): boolean;
  fitsObject(cells: Cells): boolean;
  /** Best first; empty where the row has none. */
  keysOf(cells: Cells): readonly RecordKey[];
  recordIdOf(cells: Cells): string | undefined;
  readonly lists: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly rules: ReadonlyMap<string, readonly Rule[]>;
  /** Columns and members that it reads or leaves out knowingly. */
  readonly known: ReadonlySet<string>;
}

/**
 * Checks a mapping and makes its rules ready.
 * @throws ZodError naming the path, TypeError for a field that the register does not have.
 */
export function compileMapping(given: unknown): TableMapping {
  const file = mappingFile.parse(given);
  const { recognise, keys, lists, recordId } = file;
  const fields = findRegister(file.register)?.fields ?? {};
  const rules = new Map<string, readonly Rule[]>();
  for (const [field, chosen] of Object.entries(file.fields)) {
    if (!Object.hasOwn(fields, field)) throw new TypeError(`fields.${field}: register "${file.register}" has no such field`);
    rules.set(field, [chosen].flat().map((one, index) => compileRule(`fields.${field}.${index}`, one)));
  }
  return {
    name: file.name,
    title: file.title,
    publisher: file.publisher,
    register: file.register,
    fitsHeader: (columns) => recognise.has.every((name) => columns.includes(name)),
    fitsObject: (cells) =>
      recognise.has.every((name) => Object.hasOwn(cells, name)) &&
      Object.entries(recognise.where).every(([name, values]) => values.includes(textAt(cells, name))),
    keysOf: (cells) =>
      keys.flatMap(({ scheme, from, form }) => {
        const parts = from.map((one) => textAt(cells, one));
        const value = parts.join('/').replace(/\s+/g, ' ');
        return parts[0] === '' ? [] : [{ scheme, value: form === 'iati' ? value.toUpperCase() : value }];
      }),
    recordIdOf: (cells) => (recordId === undefined ? undefined : textAt(cells, recordId) || undefined),
    lists,
    rules,
    known: new Set([...file.leftOut, ...columnsNamed([file.fields, file.keys, file.lists, file.recordId])]),
  };
}

function compileRule(place: string, { use, ...options }: z.infer<typeof rule>): Rule {
  try {
    const compiled = transforms.get(use)?.compile(options);
    if (compiled !== undefined) return compiled;
  } catch (error) {
    throw new TypeError(`${place} (${use}): ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`);
  }
  throw new TypeError(`${place}: "${use}" is not a known way of making values`);
}

/** Every text in the rules may be a column, and so may what templates hold in braces; of a path the first step counts. */
function columnsNamed(value: unknown): string[] {
  if (typeof value === 'string') {
    const braced = [...value.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
    return [value, ...braced].flatMap((name) => [name, name.split('.')[0] ?? '']);
  }
  if (Array.isArray(value)) return value.flatMap(columnsNamed);
  return isObject(value) ? Object.values(value).flatMap(columnsNamed) : [];
}

/** Arrays side by side as one list of objects. Columns of another length than the leading one cannot be told apart. */
export function zipLists(mapping: Pick<TableMapping, 'lists'>, cells: Cells): { cells: Cells; unmatched: string[] } {
  const zipped: Record<string, unknown> = {};
  const unmatched: string[] = [];
  for (const [list, members] of Object.entries(mapping.lists)) {
    const columns = Object.entries(members).map(([member, column]) => {
      const value = Object.hasOwn(cells, column) ? cells[column] : undefined;
      return { member, column, values: Array.isArray(value) ? value : value === undefined ? [] : [value] };
    });
    const length = columns[0]?.values.length ?? 0;
    const usable = columns.filter(({ values }) => values.length === length);
    unmatched.push(...columns.filter((one) => one.values.length !== length && one.values.length > 0).map((one) => one.column));
    zipped[list] = Array.from({ length }, (_, index) =>
      Object.fromEntries(usable.map(({ member, values }) => [member, values[index]])),
    );
  }
  return { cells: { ...cells, ...zipped }, unmatched };
}

/** A column that holds nothing in a row: null, an empty text, an empty list. */
export function isEmptyAt(cells: Cells, column: string): boolean {
  return valuesAt(cells, column).length === 0;
}
