import type { z } from 'zod';
import type { CodeList } from '../vocabulary/code-list.ts';
import type { FacetValues, Words } from './facet.ts';
import type { Part } from './part.ts';

/** Who may see a field: everybody, the parties to the cooperation, those of them that have agreed, or the focal point of the owning country. */
export const audiences = ['everybody', 'partners', 'agreed', 'focalPoint'] as const;
export type Audience = (typeof audiences)[number];

/** The shapes in which values are shown and typed. Closed: one renderer each. */
export type Control =
  | { readonly shape: 'line' }
  | { readonly shape: 'prose' }
  | { readonly shape: 'word' }
  /** `bodies`: names of bodies, which may be known in other languages. */
  | { readonly shape: 'words'; readonly bodies?: true }
  | { readonly shape: 'choice'; readonly list: CodeList }
  | { readonly shape: 'choices'; readonly list: CodeList }
  | { readonly shape: 'country' }
  | { readonly shape: 'countries' }
  | { readonly shape: 'languages' }
  | { readonly shape: 'date' }
  /** `moment`: what has a start and no end was over the same day, as a meeting is; otherwise it goes on. */
  | { readonly shape: 'period'; readonly moment?: boolean }
  | { readonly shape: 'due' }
  | { readonly shape: 'loan' }
  | { readonly shape: 'reference'; readonly to: string }
  | { readonly shape: 'figures' }
  | { readonly shape: 'money' }
  | { readonly shape: 'participants'; readonly roles: CodeList }
  | { readonly shape: 'places' }
  | { readonly shape: 'demands' }
  | { readonly shape: 'paragraphs'; readonly stances: CodeList }
  | { readonly shape: 'links' }
  | { readonly shape: 'sources' }
  | { readonly shape: 'references' }
  | { readonly shape: 'files' }
  | { readonly shape: 'contacts' };

/** One cell of a spreadsheet. */
export type Cell = string | number | boolean | null;

/** A value over columns: suffix to cell. The suffix `''` is the column named like the field itself. */
export type Cells = Readonly<Record<string, Cell>>;

/** What every kind of field answers about its values. `Needed` is known to the type system, so that types of records follow. */
export interface Field<T, Needed extends boolean = boolean> {
  /** Name of the kind, for reference pages and contract tests; nothing branches on it. */
  readonly kind: string;
  readonly control: Control;
  readonly needed: Needed;
  readonly seenBy: Audience;
  /** It holds data of persons, which can be erased from the log. */
  readonly personal?: true;
  /** What the field says, in the words of standards: `iati:title`, `dc:title`. */
  readonly means: readonly string[];
  readonly schema: z.ZodType<T>;
  /** Of a list of entries: what each entry is made of, so that a workbook can give every entry a row. */
  readonly parts?: readonly Part[];
  /** Of one value with parts, such as a period: what each of its columns holds, by suffix. */
  readonly spread?: readonly Part[];
  toCells(value: T): Cells;
  /** What the cells say, still to be checked by `schema`; undefined when they are all empty. */
  fromCells(cells: Cells): unknown;
  toWords(value: T): readonly Words[];
  facets(value: T): FacetValues;
}

/** Options that every kind takes. */
export interface FieldOptions<Needed extends boolean = false> {
  readonly needed?: Needed;
  readonly seenBy?: Audience;
  readonly means?: readonly string[];
}

/** A field whose values nobody here looks into. */
// The value type is erased where fields of all kinds stand in one list; values are checked by `schema` before use.
export type AnyField = Field<never> | Field<unknown>;
