import type { CellObject } from 'write-excel-file/node';
import type { Cell } from '../../fields/field.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Presented } from '../../policy/present.ts';
import { joinColumn, splitColumn } from '../tables/column-name.ts';
import { columnsOf, type RecordCells, recordCells } from './record-cells.ts';
import { escapeUnwritable } from './unwritable.ts';

/** A workbook is made as a whole: past this, CSV and JSON Lines are the formats to take. */
const mostRecords = 100_000;
/** Excel takes 32,767 characters in a cell; longer texts go on in further columns (`summary.en+2`). */
const cellCharacters = 32_000;

/**
 * An Excel workbook: one sheet a register, the header kept in sight, every text typed as text so that nothing is taken
 * for a formula. Dates stay text in ISO form: a year or a month is no day, and no program may make one of it.
 * @throws Fault `fileTooLarge` past 100,000 records.
 */
export async function writeWorkbook(
  records: AsyncIterable<Presented>,
  address: (record: Presented) => string,
  rightToLeft: boolean,
): Promise<Uint8Array> {
  const byRegister = new Map<string, { records: Presented[]; rows: RecordCells[] }>();
  let count = 0;
  for await (const record of records) {
    count += 1;
    if (count > mostRecords)
      throw new Fault('fileTooLarge', { limit: mostRecords, unit: 'records', right: 'CSV, JSON Lines' });
    const sheet = byRegister.get(record.register.name) ?? { records: [], rows: [] };
    byRegister.set(record.register.name, sheet);
    sheet.records.push(record);
    sheet.rows.push(inParts(recordCells(record, address(record))));
  }
  if (count === 0) byRegister.set('records', { records: [], rows: [] });
  const sheets = [...byRegister].map(([sheet, { records, rows }]) => {
    const columns = withParts(columnsOf(records, rows), rows);
    return {
      sheet,
      rightToLeft,
      stickyRowsCount: 1,
      columns: columns.map((column) => ({ width: splitColumn(column).field === column ? 18 : 30 })),
      data: [
        columns.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => columns.map((column) => sheetCell(row.get(column)))),
      ],
    };
  });
  // Brings some eighty modules, which most commands never need.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheets).toBuffer();
}

/** Long texts over several columns. */
function inParts(row: RecordCells): RecordCells {
  const parted = new Map<string, Cell>();
  for (const [column, cell] of row) {
    if (typeof cell !== 'string' || cell.length <= cellCharacters) {
      parted.set(column, cell);
      continue;
    }
    const { field, suffix } = splitColumn(column);
    for (let from = 0, part = 1; from < cell.length; part += 1) {
      let to = Math.min(from + cellCharacters, cell.length);
      // Never between the halves of one character.
      if (to < cell.length && /[\ud800-\udbff]/.test(cell.charAt(to - 1))) to -= 1;
      parted.set(joinColumn(field, suffix, part), cell.slice(from, to));
      from = to;
    }
  }
  return parted;
}

/** The columns, each followed by those that continue it. */
function withParts(columns: readonly string[], rows: readonly RecordCells[]): readonly string[] {
  const most = new Map<string, number>();
  for (const row of rows) {
    for (const column of row.keys()) {
      const { field, suffix, part } = splitColumn(column);
      const name = joinColumn(field, suffix);
      if (part > (most.get(name) ?? 1)) most.set(name, part);
    }
  }
  return columns.flatMap((column) => {
    const { field, suffix } = splitColumn(column);
    return Array.from({ length: most.get(column) ?? 1 }, (_, index) => joinColumn(field, suffix, index + 1));
  });
}

function sheetCell(cell: Cell | undefined): CellObject | null {
  if (cell === undefined || cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  return typeof cell === 'boolean'
    ? { value: cell, type: Boolean }
    : { value: escapeUnwritable(cell), type: String };
}
