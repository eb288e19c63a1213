import { allRegisters } from '../../registers/all-registers.ts';
import { isHashtags } from '../sheets/read-csv.ts';
import { clearlyBest, knownColumns } from '../tables/clearly-best.ts';
import { findTable, type LabelBook, type TableName, tableKey } from '../tables/label-book.ts';
import { type OwnHeader, ownHeader } from '../tables/own-header.ts';
import type { Book, SheetEntry } from './open-book.ts';
import { type SheetRow, sheetRows } from './sheet-rows.ts';

/** A sheet that is one of our tables. */
export interface OwnSheet {
  readonly sheet: SheetEntry;
  readonly header: OwnHeader;
  /** Rows up to this one are its head: titles, the header, hashtags. */
  readonly headRow: number;
}

/** What our writer notes about a workbook on its hidden sheet. */
export interface Stamp {
  readonly node: string;
  /** Sheets by name to the tables that they hold. */
  readonly tables: ReadonlyMap<string, TableName>;
  /** The sheet on which long texts go on. */
  readonly more: string;
  readonly readMe: string;
}

export const stampSheet = '_southbridge';

/** Rows from the top among which the header is looked for: above it people write titles. */
const headRows = 10;

/** The note of our writer; undefined where the workbook is not one of ours, or somebody took the sheet away. */
export function readStamp(book: Book): Stamp | undefined {
  const sheet = book.sheets.find(({ name }) => name === stampSheet);
  if (sheet === undefined) return undefined;
  const tables = new Map<string, TableName>();
  let [node, more, readMe] = ['', '', ''];
  for (const { cells } of sheetRows(book, sheet)) {
    const [what, value, name] = cells.map((cell) => (typeof cell === 'string' ? cell : ''));
    if (what === 'node') node = value ?? '';
    if (what === 'more') more = value ?? '';
    if (what === 'readMe') readMe = value ?? '';
    const table = what === 'sheet' ? findTable(value ?? '') : undefined;
    if (table !== undefined && name !== undefined) tables.set(name, table);
  }
  return { node, more, readMe, tables };
}

/** The sheets that are tables of ours: by the note of our writer, by their names, or by what stands in their headers. */
export function ownSheets(book: Book, labels: LabelBook, stamp: Stamp | undefined): readonly OwnSheet[] {
  const taken = new Set<string>();
  return book.sheets.flatMap((sheet) => {
    if (sheet.name === stampSheet || (sheet.name === stamp?.more && stamp.more !== '')) return [];
    const own = ownSheet(book, sheet, labels, stamp);
    if (own === undefined || taken.has(tableKey(own.header.table))) return [];
    taken.add(tableKey(own.header.table));
    return [own];
  });
}

function ownSheet(
  book: Book,
  sheet: SheetEntry,
  labels: LabelBook,
  stamp: Stamp | undefined,
): OwnSheet | undefined {
  const head: SheetRow[] = [];
  for (const row of sheetRows(book, sheet)) {
    head.push(row);
    if (head.length >= headRows) break;
  }
  const named = stamp?.tables.get(sheet.name) ?? labels.tableOfSheet(sheet.name) ?? findTable(sheet.name);
  const found = named === undefined ? undefined : headerIn(head, labels, named, 1);
  const best = found ?? byHeader(head, labels);
  if (best === undefined) return undefined;
  const { header, row } = best;
  const after = head[head.indexOf(row) + 1];
  return {
    sheet,
    header,
    headRow: after !== undefined && isHashtags(after.cells) ? after.number : row.number,
  };
}

interface Found {
  readonly header: OwnHeader;
  readonly row: SheetRow;
  readonly known: number;
}

/** The row of the head with most columns that the table knows. */
function headerIn(
  head: readonly SheetRow[],
  labels: LabelBook,
  table: TableName,
  atLeast: number,
): Found | undefined {
  let best: Found | undefined;
  for (const row of head) {
    const texts = row.cells.map((cell) => (cell === null || typeof cell === 'object' ? '' : String(cell)));
    const header = ownHeader(labels, table, texts);
    const known = knownColumns(header);
    if (known >= atLeast && known > (best?.known ?? 0)) best = { header, row, known };
  }
  return best;
}

/** Of a sheet with a name of its own: the one table whose columns it has, among them the column of record ids. */
function byHeader(head: readonly SheetRow[], labels: LabelBook): Found | undefined {
  const tables: TableName[] = allRegisters.flatMap((register) => [
    { register },
    ...Object.keys(register.fields)
      .filter((field) => register.fields[field]?.parts !== undefined)
      .map((field) => ({ register, field })),
  ]);
  return clearlyBest(tables.flatMap((table) => headerIn(head, labels, table, 2) ?? []));
}
