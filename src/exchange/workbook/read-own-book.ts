import type { Finding } from '../../kernel/finding.ts';
import type { Place, ReadItem, Unreadable } from '../incoming.ts';
import { csvLine } from '../sheets/csv-line.ts';
import type { EntryRow } from '../tables/entries.ts';
import { type LabelBook, tableKey } from '../tables/label-book.ts';
import type { RawCell } from '../tables/meant-cell.ts';
import { besideText, type OwnHeader } from '../tables/own-header.ts';
import { readOwnRecord } from '../tables/own-record.ts';
import { unknownColumns } from '../tables/unknown-columns.ts';
import { Continued } from './continued.ts';
import type { Book } from './open-book.ts';
import type { OwnSheet, Stamp } from './own-tables.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';

/** Rows of entries by table, then by the record that they name. */
type EntryTables = ReadonlyMap<string, ReadonlyMap<string, readonly EntryRow[]>>;

/**
 * The records of a workbook of ours, each with its entries from other sheets; then the entries whose record stands in
 * none of its rows. Whole in memory: the rows of entries. @throws as `sheetRows`.
 */
export function* readOwnBook(
  book: Book,
  sheets: readonly OwnSheet[],
  labels: LabelBook,
  stamp: Stamp | undefined,
): Generator<ReadItem> {
  const continued = new Continued(book, stamp);
  const entries = readEntryTables(book, sheets, continued);
  const met = new Map<string, Set<string>>();
  for (const own of sheets) {
    const { register, field } = own.header.table;
    if (field !== undefined) continue;
    const told = new Set<number>();
    const seen = met.get(register.name) ?? new Set<string>();
    met.set(register.name, seen);
    for (const row of sheetRows(book, own.sheet)) {
      if (row.number <= own.headRow || !saysSomething(own.header, row)) continue;
      const id = besideText(own.header, row.cells, 'id');
      seen.add(id);
      yield readOwnRecord(
        {
          header: own.header,
          cells: continued.joined(register.name, id, '', own.header, row.cells),
          beyond: continued.beyond(register.name, id, '', own.header),
          place: placeOf(own, row),
          raw: () => rawOf(row),
          findings: [...noticed(own, row), ...strange(own.header, row, told)],
          entries: entriesOf(entries, register.name, id),
        },
        labels,
      );
    }
  }
  yield* withoutRecord(entries, met);
}

function readEntryTables(book: Book, sheets: readonly OwnSheet[], continued: Continued): EntryTables {
  const tables = new Map<string, Map<string, EntryRow[]>>();
  for (const own of sheets) {
    const { header, sheet } = own;
    const { register, field } = header.table;
    if (field === undefined) continue;
    const byRecord = new Map<string, EntryRow[]>();
    tables.set(tableKey(header.table), byRecord);
    const width = Math.max(0, ...header.columns.map(({ at }) => at + 1));
    for (const row of sheetRows(book, sheet)) {
      if (row.number <= own.headRow || !saysSomething(header, row)) continue;
      const id = besideText(header, row.cells, 'record');
      const number = besideText(header, row.cells, 'number');
      const whole = continued.joined(`${register.name}.${field}`, id, number, header, row.cells);
      const rows = byRecord.get(id) ?? [];
      const beyond = continued.beyond(`${register.name}.${field}`, id, number, header);
      rows.push({ sheet: sheet.name, row: row.number, cells: whole.slice(0, width), header, beyond });
      byRecord.set(id, rows);
    }
  }
  return tables;
}

/** A row that has more than remarks beside our columns. */
function saysSomething({ columns }: OwnHeader, { cells }: SheetRow): boolean {
  return columns.some(({ at, name }) => {
    const cell = cells[at] ?? null;
    return name !== 'verdict' && name !== 'reasons' && cell !== null && cell !== '';
  });
}

function entriesOf(
  tables: EntryTables,
  register: string,
  id: string,
): ReadonlyMap<string, readonly EntryRow[]> {
  const own = new Map<string, readonly EntryRow[]>();
  for (const [key, byRecord] of tables) {
    const [name, field = ''] = key.split('.');
    if (name === register) own.set(field, id === '' ? [] : (byRecord.get(id) ?? []));
  }
  return own;
}

function placeOf({ sheet }: OwnSheet, { number }: SheetRow): Place {
  return { unit: 'row', number, sheet: sheet.name };
}

function rawOf({ cells }: SheetRow): string {
  return csvLine(cells.map((cell) => textOf(cell)));
}

function textOf(cell: RawCell): string {
  return cell === null ? '' : typeof cell === 'object' ? cell.fault : String(cell);
}

/** What people may not see at a glance: a row out of sight, values from merged cells. */
function noticed({ header }: OwnSheet, { hidden, merged }: SheetRow): readonly Finding[] {
  const findings: Finding[] = [];
  if (hidden) findings.push({ severity: 'note', path: '', code: 'hiddenRow', params: {} });
  for (const column of header.columns.filter(({ at }) => merged.includes(at)))
    findings.push({
      severity: 'note',
      path: column.name,
      place: column.label,
      code: 'mergedCell',
      params: {},
    });
  return findings;
}

/** Columns that hold something and mean nothing to the table; each is told once. */
function strange({ unknown, byName }: OwnHeader, { cells }: SheetRow, told: Set<number>): readonly Finding[] {
  const named = unknown.filter(({ at }) => !told.has(at) && (cells[at] ?? null) !== null && cells[at] !== '');
  for (const { at } of named) told.add(at);
  return named.length === 0
    ? []
    : unknownColumns(
        named.map(({ label }) => label),
        [...byName.keys()],
      );
}

function* withoutRecord(
  tables: EntryTables,
  met: ReadonlyMap<string, ReadonlySet<string>>,
): Generator<Unreadable> {
  for (const [key, byRecord] of tables) {
    const [register = ''] = key.split('.');
    for (const [id, rows] of byRecord) {
      if (id !== '' && met.get(register)?.has(id) === true) continue;
      for (const { sheet, row, cells } of rows) {
        const finding = {
          severity: 'error',
          path: '',
          code: 'entryWithoutRecord',
          params: { got: id },
        } as const;
        const place = { unit: 'row', number: row, sheet } as const;
        yield { unreadable: true, place, raw: () => csvLine(cells.map(textOf)), findings: [finding] };
      }
    }
  }
}
