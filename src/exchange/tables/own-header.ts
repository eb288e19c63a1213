import type { Cell } from '../../fields/field.ts';
import type { Finding } from '../../kernel/finding.ts';
import { splitColumn } from './column-name.ts';
import type { Holds } from './holds.ts';
import type { LabelBook, TableName } from './label-book.ts';
import { meantCell, type RawCell } from './meant-cell.ts';
import { holdsOf } from './table-columns.ts';

/** One column of ours: where it stands, from 0, and what it holds. */
export interface OwnColumn {
  readonly at: number;
  /** The field of a record or the part of an entry; or `id`, `revision`, `number` … */
  readonly name: string;
  readonly suffix: string;
  readonly label: string;
  /** Undefined for columns that stand beside the fields. */
  readonly holds: Holds | undefined;
}

/** The header of a table of ours, understood. */
export interface OwnHeader {
  readonly table: TableName;
  readonly columns: readonly OwnColumn[];
  /** By name, for those that hold fields or parts. */
  readonly byName: ReadonlyMap<string, readonly OwnColumn[]>;
  /** What nobody knows. */
  readonly unknown: readonly { readonly at: number; readonly label: string }[];
}

export function ownHeader(book: LabelBook, table: TableName, labels: readonly string[]): OwnHeader {
  const columns: OwnColumn[] = [];
  const unknown: { at: number; label: string }[] = [];
  for (const [at, meaning] of book.meanings(table, labels).entries()) {
    const label = labels[at] ?? '';
    if (meaning === undefined) {
      if (label.trim() !== '') unknown.push({ at, label });
      continue;
    }
    const { field: name, suffix } = splitColumn(meaning);
    columns.push({ at, name, suffix, label, holds: holdsOf(table, meaning) });
  }
  const held = columns.filter(({ holds }) => holds !== undefined);
  return { table, columns, byName: Map.groupBy(held, ({ name }) => name), unknown };
}

/** What the columns of one field or part say in a row, in the form of `toCells`, and what was noticed. */
export function cellsOf(
  columns: readonly OwnColumn[],
  row: { readonly cells: readonly RawCell[]; readonly beyond?: ReadonlyMap<string, string> },
  book: LabelBook,
  path: string,
  findings: Finding[],
): Record<string, Cell> | undefined {
  let own: Record<string, Cell> | undefined;
  for (const { at, suffix, label, holds } of columns) {
    const raw = row.cells[at] ?? null;
    if (holds === undefined || raw === null || raw === '') continue;
    const cell = meantCell(holds, raw, book, (severity, code, params) =>
      findings.push({ severity, path, place: label, code, params }),
    );
    if (cell === undefined || cell === null) continue;
    // Without a prototype: a language may be named like a member that every object has.
    own ??= Object.create(null) as Record<string, Cell>;
    // Long texts are continued in further columns (`summary.en+2`): those stand right of the first and follow it here.
    own[suffix] = own[suffix] === undefined ? cell : `${own[suffix]}${cell}`;
  }
  for (const [column, text] of row.beyond ?? []) {
    const { field, suffix } = splitColumn(column);
    if (field !== columns[0]?.name) continue;
    own ??= Object.create(null) as Record<string, Cell>;
    own[suffix] ??= text;
  }
  return own === undefined ? undefined : withOriginal(own);
}

/** A text written first in a language that is gone from the row counts as written in one that is there. */
function withOriginal(own: Record<string, Cell>): Record<string, Cell> {
  const { original, ...texts } = own;
  if (original === undefined) return own;
  const [first] = Object.keys(texts);
  if (first === undefined) return texts;
  return Object.hasOwn(texts, String(original)) ? own : { ...texts, original: first };
}

/** The cell of a column that stands beside the fields, as text. */
export function besideText({ columns }: OwnHeader, row: readonly RawCell[], name: string): string {
  const column = columns.find((one) => one.name === name && one.holds === undefined);
  const raw = column === undefined ? null : (row[column.at] ?? null);
  return raw === null || typeof raw === 'object' ? '' : String(raw).trim();
}
