import { z } from 'zod';
import { sha256 } from '../../kernel/canonical-json.ts';
import { isRecordId } from '../../kernel/ids.ts';
import type { RecordKey } from '../../lifecycle/revision.ts';
import { findRegister } from '../../registers/all-registers.ts';
import { type Cells, isObject, textAt } from './paths.ts';
import { path, paths, type Rule } from './transform.ts';
import { transforms } from './transforms.ts';
import type { ListColumns } from './zip-lists.ts';

const rule = z.looseObject({
  use: z.string().refine((name) => transforms.has(name), 'is not a known way of making values'),
});

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
  keys: z.array(
    z.strictObject({
      scheme: z.string().regex(/^[a-z][a-z0-9-]*$/),
      from: paths,
      form: z.enum(['asIs', 'iati', 'titled', 'digest']).default('asIs'),
      /** The source numbers its rows anew between editions: the same thing may come back under another number. */
      loose: z.boolean().default(false),
    }),
  ),
  /** What a table of this kind is written in where it is not UTF-8, by its name in the Encoding Standard of WHATWG. */
  encoding: z.enum(['macintosh', 'windows-1252', 'iso-8859-2', 'koi8-r', 'gbk', 'windows-1256']).optional(),
  /** Columns of numbers that are to add up to another one: of a row, or of the objects under `each`. */
  sums: z
    .array(z.strictObject({ total: path, parts: z.array(path).min(1), each: path.optional() }))
    .default([]),
  /** Column with our own record id, where the table is made for us. */
  recordId: path.optional(),
  /** Records to which its rows belong and which the table does not hold, such as the instrument of its measures: taken in before the first row. */
  belongsTo: z
    .array(
      z.strictObject({
        register: z.string().refine((name) => findRegister(name) !== undefined, 'is not a register'),
        id: z.string().refine(isRecordId, 'is no record id'),
        values: z.record(z.string(), z.json()),
      }),
    )
    .default([]),
  /** Column that names who published the row, where one table gathers several publishers. */
  publisherFrom: path.optional(),
  /** Columns that are known and not taken over; `transaction_*` for all that begin so. */
  leftOut: z.array(z.string()).default([]),
  /** Arrays that stand side by side, made into one list of objects: list → member → column; the first member leads. */
  lists: z.record(z.string(), z.record(z.string(), path)).default({}),
  fields: z.record(z.string(), z.union([rule, z.array(rule).min(1)])),
});

/** A record that a mapping brings along, in the values of its register. */
interface OwnRecord {
  readonly register: string;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A total of a row, and what is to add up to it. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
  /** Where the parts lie in objects, such as one for each goal. */
  readonly each?: string | undefined;
}

/** A mapping ready to be used: from a row of one kind of table to a record of one register. */
export interface TableMapping {
  readonly name: string;
  readonly title: string;
  publisherOf(cells: Cells): string;
  readonly register: string;
  /** True where a header has every column that the table is known by. */
  fitsHeader(columns: readonly string[]): boolean;
  fitsObject(cells: Cells): boolean;
  /** Best first; empty where the row has none. */
  keysOf(cells: Cells): readonly RecordKey[];
  readonly encoding?: string;
  readonly sums: readonly Sum[];
  /** True where one of the keys is loose. */
  readonly looseKeys: boolean;
  recordIdOf(cells: Cells): string | undefined;
  /** Records to which its rows belong. */
  readonly belongsTo: readonly OwnRecord[];
  readonly lists: ListColumns;
  readonly rules: ReadonlyMap<string, readonly Rule[]>;
  /** True for a column or member that it reads or leaves out knowingly. */
  knows(column: string): boolean;
}

/**
 * Checks a mapping and makes its rules ready.
 * @throws ZodError naming the path, TypeError for a field that the register does not have.
 */
export function compileMapping(given: unknown): TableMapping {
  const file = mappingFile.parse(given);
  const { recognise, keys, lists, recordId } = file;
  const fields = findRegister(file.register)?.fields ?? {};
  const named = [...recognise.has, ...Object.keys(recognise.where), file.publisherFrom ?? '', recordId ?? ''];
  const known = new Set([...file.leftOut, ...named, ...columnsNamed([file.fields, keys, lists])]);
  const prefixes = file.leftOut.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  const rules = new Map<string, readonly Rule[]>();
  for (const [field, chosen] of Object.entries(file.fields)) {
    if (!Object.hasOwn(fields, field))
      throw new TypeError(`fields.${field}: register "${file.register}" has no such field`);
    rules.set(
      field,
      [chosen].flat().map((one, index) => compileRule(`fields.${field}.${index}`, one)),
    );
  }
  return {
    name: file.name,
    title: file.title,
    publisherOf: (cells) =>
      (file.publisherFrom === undefined ? '' : textAt(cells, file.publisherFrom)) || file.publisher,
    register: file.register,
    fitsHeader: (columns) => recognise.has.every((name) => columns.includes(name)),
    fitsObject: (cells) =>
      recognise.has.every((name) => Object.hasOwn(cells, name)) &&
      Object.entries(recognise.where).every(([name, values]) => values.includes(textAt(cells, name))),
    keysOf: (cells) =>
      keys.flatMap(({ scheme, from, form }) => {
        const value = keyValue(
          from.map((one) => textAt(cells, one)),
          form,
        );
        return value === undefined ? [] : [{ scheme, value }];
      }),
    ...(file.encoding === undefined ? {} : { encoding: file.encoding }),
    sums: file.sums,
    looseKeys: keys.some(({ loose }) => loose),
    recordIdOf: (cells) => (recordId === undefined ? undefined : textAt(cells, recordId) || undefined),
    belongsTo: file.belongsTo,
    lists,
    rules,
    knows: (column) => known.has(column) || prefixes.some((prefix) => column.startsWith(prefix)),
  };
}

/**
 * `iati`: spaces collapsed, capitals, as for identifiers read from XML. `titled`: the first column with the beginning
 * of the words in the others, for sources that number their rows anew from one edition to the next.
 */
function keyValue(parts: readonly string[], form: 'asIs' | 'iati' | 'titled' | 'digest'): string | undefined {
  const [first = '', ...others] = parts;
  if (first === '') return undefined;
  if (form === 'digest') return sha256(parts.join('\u0000')).slice(0, 32);
  if (form === 'titled') return [first, ...others.map(beginning)].join('/');
  const value = parts.join('/').replace(/\s+/g, ' ');
  return form === 'iati' ? value.toUpperCase() : value;
}

/** Long enough to tell titles apart, short enough to get past a repaired accent further on. */
function beginning(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 16);
}

function compileRule(place: string, { use, ...options }: z.infer<typeof rule>): Rule {
  try {
    const compiled = transforms.get(use)?.compile(options);
    if (compiled !== undefined) return compiled;
  } catch (error) {
    throw new TypeError(
      `${place} (${use}): ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`,
    );
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
