import type { Cell } from '../../fields/field.ts';
import type { Part } from '../../fields/part.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { LabelBook } from './label-book.ts';
import type { RawCell } from './meant-cell.ts';
import { besideText, cellsOf, type OwnHeader } from './own-header.ts';

/** One row of a sheet of entries. */
export interface EntryRow {
  readonly sheet: string;
  /** As the sheet counts, from 1. */
  readonly row: number;
  readonly cells: readonly RawCell[];
  readonly header: OwnHeader;
  /** Texts that have no column here, by the name that it would have. */
  readonly beyond?: ReadonlyMap<string, string>;
}

/** The entries of one list of one record, in their order, each with the row that it stands in. */
export interface Entries {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly rows: readonly EntryRow[];
  readonly findings: readonly Finding[];
  /** The number that people see beside an entry, to its position from 0. */
  readonly positions: ReadonlyMap<number, number>;
}

/** Reads the entries of a list: in the order of their numbers, those without one at the end as they stand; empty ones are none. */
export function readEntries(
  field: string,
  parts: readonly Part[],
  rows: readonly EntryRow[],
  book: LabelBook,
): Entries {
  const sorted = rows
    .map((row, i) => ({ row, i, number: numberOf(row) }))
    .sort(
      (a, b) => (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER) || a.i - b.i,
    );
  const items: Readonly<Record<string, unknown>>[] = [];
  const kept: EntryRow[] = [];
  const findings: Finding[] = [];
  const positions = new Map<number, number>();
  for (const { row, number } of sorted) {
    const item = readEntry(`${field}.${items.length}`, parts, row, book, findings);
    if (item === undefined) continue;
    if (number !== undefined && !positions.has(number)) positions.set(number, items.length);
    items.push(item);
    kept.push(row);
  }
  return { items, rows: kept, findings, positions };
}

function numberOf({ header, cells }: EntryRow): number | undefined {
  const number = Number(besideText(header, cells, 'number') || Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}

function readEntry(
  path: string,
  parts: readonly Part[],
  row: EntryRow,
  book: LabelBook,
  findings: Finding[],
): Record<string, unknown> | undefined {
  const item: Record<string, unknown> = {};
  const before = findings.length;
  for (const { name, holds } of parts) {
    const columns = row.header.byName.get(name);
    if (columns === undefined) continue;
    const own = cellsOf(columns, row, book, `${path}.${name}`, findings);
    if (own === undefined) continue;
    const value = holds.shape === 'text' ? textOf(own) : holds.shape === 'period' ? { ...own } : own[''];
    if (value !== undefined) item[name] = value;
  }
  // An entry of which every cell was refused is still an entry, so that it is not taken for one that was removed.
  return Object.keys(item).length === 0 && findings.length === before ? undefined : item;
}

function textOf({ original, ...texts }: Record<string, Cell>): unknown {
  const { '': unnamed, ...named } = texts;
  const all = unnamed === undefined ? named : { ...named, und: unnamed };
  const [first] = Object.keys(all);
  return first === undefined ? undefined : { original: original ?? first, texts: all };
}

/** Numbers that people see beside sources become positions in the record's list of them. */
export function withPositions(
  items: readonly Readonly<Record<string, unknown>>[],
  parts: readonly Part[],
  sources: Entries | undefined,
): readonly Readonly<Record<string, unknown>>[] {
  const pointers = parts.filter(({ holds }) => holds.shape === 'position').map(({ name }) => name);
  if (pointers.length === 0) return items;
  return items.map((item) => {
    const moved = pointers.flatMap((name): [string, unknown][] => {
      const number = item[name];
      if (typeof number !== 'number') return [];
      // A number that no source has stays one: the check names it.
      return [[name, sources?.positions.get(number) ?? Math.max(sources?.items.length ?? 0, number - 1)]];
    });
    return { ...item, ...Object.fromEntries(moved) };
  });
}
