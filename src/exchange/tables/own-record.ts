import type { Finding } from '../../kernel/finding.ts';
import { isRecordId } from '../../kernel/ids.ts';
import type { Incoming, Place, RowSpots, Spot } from '../incoming.ts';
import { type Entries, type EntryRow, readEntries, withPositions } from './entries.ts';
import type { LabelBook } from './label-book.ts';
import type { RawCell } from './meant-cell.ts';
import { besideText, cellsOf, type OwnHeader } from './own-header.ts';

/** A row of a table of records, with what stands about it on other sheets. */
export interface OwnRow {
  readonly header: OwnHeader;
  readonly cells: readonly RawCell[];
  readonly place: Place;
  raw(): string;
  readonly findings: readonly Finding[];
  /** Rows of entries by field, for every field that has a sheet of entries; empty lists for those that say nothing. */
  readonly entries: ReadonlyMap<string, readonly EntryRow[]>;
  /** Texts that have no column here, by the name that it would have. */
  readonly beyond?: ReadonlyMap<string, string>;
}

/** What a row says of a record, still to be checked by the register's fields. */
export function readOwnRecord(row: OwnRow, book: LabelBook): Incoming {
  const { header, cells, place, raw } = row;
  const { register } = header.table;
  const findings: Finding[] = [...row.findings];
  const values: Record<string, unknown> = {};
  const lists = new Map<string, Entries>();
  for (const [field, rows] of row.entries) {
    const parts = register.fields[field]?.parts ?? [];
    const entries = readEntries(field, parts, rows, book);
    lists.set(field, entries);
    findings.push(...entries.findings);
  }
  for (const [field, { items }] of lists) {
    const parts = register.fields[field]?.parts ?? [];
    if (items.length > 0) values[field] = withPositions(items, parts, lists.get('sources'));
  }
  for (const [name, columns] of header.byName) {
    if (lists.has(name)) continue;
    const own = cellsOf(columns, row, book, name, findings);
    const value = own === undefined ? undefined : register.fields[name]?.fromCells(own);
    if (value !== undefined) values[name] = value;
  }
  const id = besideText(header, cells, 'id');
  const revision = Number(besideText(header, cells, 'revision') || Number.NaN);
  return {
    register: register.name,
    ...(isRecordId(id) ? { recordId: id } : {}),
    ...(Number.isInteger(revision) && revision > 0 ? { revision } : {}),
    keys: [],
    values,
    place,
    raw,
    findings,
    spoken: [...new Set([...lists.keys(), ...header.byName.keys()])],
    spots: spotsOf(row, lists),
  };
}

function spotsOf({ header, place }: OwnRow, lists: ReadonlyMap<string, Entries>): RowSpots {
  const row = { row: place.number, ...(place.sheet === undefined ? {} : { sheet: place.sheet }) };
  return {
    row,
    entries: [...lists.values()].flatMap(({ rows }) =>
      rows.map(({ sheet, row: number, header: own }) => ({
        sheet,
        row: number,
        column: own.columns.find(({ name }) => name === 'record')?.at ?? 0,
      })),
    ),
    of: (path) => {
      const [field = '', first, ...rest] = path.split('.');
      const entries = lists.get(field);
      if (entries === undefined) return spotIn(header, row, field, [first ?? '', ...rest]);
      const entry = entries.rows[Number(first)];
      if (entry === undefined) return undefined;
      const [part = '', ...inner] = rest;
      return spotIn(entry.header, { sheet: entry.sheet, row: entry.row }, part, inner);
    },
  };
}

/** The column of a field or part; of several (languages, start and end) the one that the path names, else the first. */
function spotIn(
  { byName, columns }: OwnHeader,
  row: Omit<Spot, 'column'>,
  name: string,
  path: readonly string[],
): Spot | undefined {
  const own = byName.get(name) ?? columns.filter((column) => column.name === name);
  const exact = own.find(({ suffix }) => suffix !== '' && path.includes(suffix));
  const column =
    exact ?? own[0] ?? (name === '' ? columns.find(({ holds }) => holds !== undefined) : undefined);
  return column === undefined ? undefined : { ...row, column: column.at };
}
