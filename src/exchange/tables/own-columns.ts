import type { Finding } from '../../kernel/finding.ts';
import { isRecordId } from '../../kernel/ids.ts';
import { findRegister, registerNames } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';
import type { ReadItem } from '../incoming.ts';
import { unguardFormula } from '../sheets/formula-guard.ts';
import { headerOfRecords } from './clearly-best.ts';
import { splitColumn } from './column-name.ts';
import type { LabelBook } from './label-book.ts';
import type { RawCell } from './meant-cell.ts';
import { besideText, type OwnHeader, ownHeader } from './own-header.ts';
import { readOwnRecord } from './own-record.ts';
import type { SourceHeader, SourceRow } from './source-row.ts';
import { unknownColumns } from './unknown-columns.ts';

/** First words of columns that our writers put beside the fields: told by the record itself, so not read back. */
const beside: ReadonlySet<string> = new Set(['register', 'review', 'more']);

/**
 * Reads rows of a table whose columns are called like our fields, by their bare names (`title.en`, `participants`) or in
 * any of the languages. The register is named by the sheet or by the column `register`. Undefined where neither says it.
 */
export function ownRowReader(
  { header, sheet, guarded }: SourceHeader,
  book: LabelBook,
): ((row: SourceRow) => ReadItem) | undefined {
  const bySheet = sheet === undefined ? undefined : findRegister(sheet);
  if (bySheet === undefined && !header.includes('register')) return undefined;
  if (bySheet !== undefined && !header.some((name) => bySheet.fields[splitColumn(name).field] !== undefined))
    return undefined;
  const headers = new Map<Register, OwnHeader>();
  const headerOf = (register: Register): OwnHeader => {
    const known = headers.get(register) ?? ownHeader(book, { register }, header);
    headers.set(register, known);
    return known;
  };
  const read = rowReader(header, guarded, book);
  return (row) => {
    const named = text(row.cells['register']);
    const register = named === '' ? bySheet : findRegister(named);
    if (register !== undefined) return read(row, headerOf(register));
    return refused(row, 'register', 'unknownRegister', { got: named.slice(0, 100), right: registerNames });
  };
}

/**
 * Reads rows of a table without sheets (CSV) that is called like the sheet of one register: what *Save as* makes of a
 * workbook of ours. Undefined where its columns do not say clearly which register that is.
 */
export function labelledRowReader(
  { header, sheet, guarded }: SourceHeader,
  book: LabelBook,
): ((row: SourceRow) => ReadItem) | undefined {
  const own = sheet === undefined ? headerOfRecords(book, header) : undefined;
  if (own === undefined) return undefined;
  const read = rowReader(header, guarded, book);
  return (row) => read(row, own);
}

function rowReader(header: readonly string[], guarded: boolean, book: LabelBook) {
  const told = new Set<string>();
  return (row: SourceRow, own: OwnHeader): ReadItem => {
    const cells = header.map((name) => asCell(row.cells[name], guarded));
    const id = besideText(own, cells, 'id');
    const goodId: boolean = isRecordId(id);
    const isNew = besideText(own, cells, 'revision') === '';
    if (id !== '' && !goodId && !isNew)
      return refused(row, 'id', 'invalid', { got: id.slice(0, 100), right: 'a-z, 0-9, -' });
    const { place, raw } = row;
    const findings = [...row.findings, ...strangeTo(own, row.cells, told)];
    const beyond = furtherCells(row.cells['more']);
    return readOwnRecord(
      { header: withFurther(own, beyond), cells, beyond, place, raw, findings, entries },
      book,
    );
  };
}

const entries = new Map();

/** Columns that hold something and mean nothing to the register; each is told once. */
function strangeTo(
  { table, unknown, byName }: OwnHeader,
  cells: SourceRow['cells'],
  told: Set<string>,
): readonly Finding[] {
  const strange = unknown
    .map(({ label }) => label)
    .filter(
      (column) =>
        !beside.has(splitColumn(column).field) &&
        text(cells[column]) !== '' &&
        !told.has(`${table.register.name} ${column}`),
    );
  for (const column of strange) told.add(`${table.register.name} ${column}`);
  return strange.length === 0 ? [] : unknownColumns(strange, [...byName.keys()]);
}

function refused(row: SourceRow, place: string, code: Finding['code'], params: Finding['params']): ReadItem {
  const { raw } = row;
  const finding: Finding = { severity: 'error', path: '', place, code, params };
  return { unreadable: true, place: row.place, raw, findings: [...row.findings, finding] };
}

function text(cell: unknown): string {
  return cell === undefined || cell === null ? '' : String(cell).trim();
}

/** Cells that had no column of their own when the file was written, as JSON in the column `more`. */
function furtherCells(cell: unknown): ReadonlyMap<string, string> {
  if (typeof cell !== 'string' || cell === '') return new Map();
  try {
    const further: unknown = JSON.parse(unguardFormula(cell));
    const all = typeof further === 'object' && further !== null ? Object.entries(further) : [];
    return new Map(all.map(([column, value]) => [column, String(value)]));
  } catch {
    return new Map();
  }
}

/** Fields that are in the column `more` alone are spoken of too. */
function withFurther(header: OwnHeader, beyond: ReadonlyMap<string, string>): OwnHeader {
  if (beyond.size === 0) return header;
  const byName = new Map(header.byName);
  for (const column of beyond.keys()) {
    const { field: name, suffix } = splitColumn(column);
    if (byName.has(name) || !Object.hasOwn(header.table.register.fields, name)) continue;
    byName.set(name, [{ at: -1, name, suffix, label: column, holds: { as: 'text' } }]);
  }
  return { ...header, byName };
}

function asCell(cell: unknown, guarded: boolean): RawCell {
  if (cell === undefined || cell === null) return null;
  if (typeof cell === 'string') return guarded ? unguardFormula(cell) : cell;
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : String(cell);
}
