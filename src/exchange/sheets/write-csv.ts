import type { Cell } from '../../fields/field.ts';
import type { Presented } from '../../policy/present.ts';
import { splitColumn } from '../tables/column-name.ts';
import { hashtagOf } from '../tables/hashtags.ts';
import type { WriteContext } from '../write-records.ts';
import { csvLine } from './csv-line.ts';
import { guardFormula } from './formula-guard.ts';
import { columnsOf, type RecordCells, recordCells } from './record-cells.ts';

/** Records that are looked at to decide the columns. What later ones have beyond these goes into the column `more`. */
const looked = 5_000;

/**
 * CSV as spreadsheet programs of any language read it: UTF-8 with byte order mark, CRLF, one row a record. Text that
 * could be taken for a formula is guarded by a quote, which our reader takes off again.
 */
export async function* writeCsv(
  records: AsyncIterable<Presented>,
  { address, hashtags }: Pick<WriteContext, 'address' | 'hashtags'>,
): AsyncGenerator<string> {
  const first: Presented[] = [];
  const source = records[Symbol.asyncIterator]();
  let ended = false;
  while (first.length < looked && !ended) {
    const next = await source.next();
    if (next.done === true) ended = true;
    else first.push(next.value);
  }
  const rows = first.map((record) => recordCells(record, address(record)));
  const columns = columnsOf(first, rows);
  const header = ended ? columns : [...columns, 'more'];
  yield `\ufeff${csvLine(header)}\r\n`;
  if (hashtags === true) yield `${csvLine(header.map((column) => hashtagFor(first, column)))}\r\n`;
  for (const row of rows) yield lineOf(row, columns, !ended);
  if (ended) return;
  for (;;) {
    const next = await source.next();
    if (next.done === true) return;
    yield lineOf(recordCells(next.value, address(next.value)), columns, true);
  }
}

/** By the first register that has the column: tables of several have columns of each. */
function hashtagFor(records: readonly Presented[], column: string): string {
  const { field } = splitColumn(column);
  const owner = records.find(({ register }) => Object.hasOwn(register.fields, field)) ?? records[0];
  return owner === undefined ? '' : hashtagOf({ register: owner.register }, column);
}

function lineOf(row: RecordCells, columns: readonly string[], more: boolean): string {
  const cells = columns.map((column) => plain(row.get(column)));
  if (more) {
    const further = [...row].filter(([column]) => !columns.includes(column));
    cells.push(further.length === 0 ? '' : JSON.stringify(Object.fromEntries(further)));
  }
  return `${csvLine(cells)}\r\n`;
}

function plain(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return '';
  return typeof cell === 'string' ? guardFormula(cell) : String(cell);
}
