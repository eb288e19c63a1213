import type { RawCell } from '../tables/meant-cell.ts';
import { columnOfName } from './cell-name.ts';
import type { SheetRow } from './sheet-rows.ts';

/** Cells that were merged downwards, of which only the first holds the value. */
interface Merge {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** Far more than a sheet for people has. */
const mostMerges = 50_000;
const mostMergedColumns = 500;
const reference = /<(?:\w+:)?mergeCell\s[^>]{0,200}?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g;

/** What the merged cells of a sheet bring to its rows. They are listed behind the rows, so they are looked up beforehand. */
export class Merges {
  readonly #byRow: ReadonlyMap<number, readonly Merge[]>;
  /** By column: merged cells do not overlap. */
  readonly #open = new Map<number, { readonly last: number; readonly value: RawCell }>();

  constructor(sheet: Buffer) {
    const merges: Merge[] = [];
    for (const [, column = '', first = '', last = ''] of listOf(sheet).matchAll(reference)) {
      const merge = { column: columnOfName(column), first: Number(first), last: Number(last) };
      if (merge.last > merge.first && merge.column < mostMergedColumns) merges.push(merge);
      if (merges.length >= mostMerges) break;
    }
    this.#byRow = Map.groupBy(merges, ({ first }) => first);
  }

  /** The row with the values that merged cells above bring to it. */
  fill(row: SheetRow): SheetRow {
    if (this.#byRow.size === 0) return row;
    const cells = [...row.cells];
    const merged: number[] = [];
    for (const [column, { last, value }] of this.#open) {
      if (last < row.number) this.#open.delete(column);
      if (last < row.number || (cells[column] ?? null) !== null) continue;
      while (cells.length < column) cells.push(null);
      cells[column] = value;
      merged.push(column);
    }
    for (const { column, last } of this.#byRow.get(row.number) ?? []) {
      const value = cells[column] ?? null;
      if (value !== null && value !== '') this.#open.set(column, { last, value });
    }
    return { ...row, cells, merged };
  }
}

function listOf(sheet: Buffer): string {
  const end = sheet.lastIndexOf('mergeCells>');
  const begin = end < 0 ? -1 : sheet.lastIndexOf('mergeCells', end - 1);
  return begin < 0 ? '' : sheet.toString('latin1', begin, end);
}
