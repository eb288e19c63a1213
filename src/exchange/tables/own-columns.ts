import type { Cell } from '../../fields/field.ts';
import type { Finding } from '../../kernel/finding.ts';
import { isRecordId } from '../../kernel/ids.ts';
import { findRegister } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';
import type { ReadItem } from '../incoming.ts';
import { unguardFormula } from '../sheets/formula-guard.ts';
import { splitColumn } from './column-name.ts';
import type { SourceHeader, SourceRow } from './source-row.ts';
import { unknownColumns } from './unknown-columns.ts';

/** First words of columns that our writers put beside the fields: told by the record itself, so not read back. */
const beside: ReadonlySet<string> = new Set([
  'register',
  'id',
  'revision',
  'address',
  'standing',
  'changedAt',
  'review',
  'more',
]);

/**
 * Reads rows of a table whose columns are named like our fields (`title.en`, `participants`). The register is named by
 * the sheet or by the column `register`. Undefined where the header is not ours.
 */
export function ownRowReader({
  header,
  sheet,
  guarded,
}: SourceHeader): ((row: SourceRow) => ReadItem) | undefined {
  const bySheet = sheet === undefined ? undefined : findRegister(sheet);
  if (bySheet === undefined && !header.includes('register')) return undefined;
  if (bySheet !== undefined && !header.some((name) => bySheet.fields[splitColumn(name).field] !== undefined))
    return undefined;
  const told = new Set<string>();
  return (row) => {
    const named = text(row.cells['register']);
    const register = named === '' ? bySheet : findRegister(named);
    if (register === undefined)
      return refused(row, 'register', 'unknownRegister', { got: named.slice(0, 100) });
    const id = text(row.cells['id']);
    const goodId: boolean = isRecordId(id);
    if (id !== '' && !goodId)
      return refused(row, 'id', 'invalid', { got: id.slice(0, 100), right: 'a-z, 0-9, -' });
    const revision = Number(text(row.cells['revision']) || Number.NaN);
    return {
      register: register.name,
      ...(id === '' ? {} : { recordId: id }),
      ...(Number.isInteger(revision) && revision > 0 ? { revision } : {}),
      keys: [],
      values: valuesOf(register, row.cells, guarded),
      place: row.place,
      raw: row.raw,
      findings: [...row.findings, ...strangeTo(register, row.cells, told)],
    };
  };
}

/** Columns that hold something and mean nothing to the register; each is told once. */
function strangeTo(register: Register, cells: SourceRow['cells'], told: Set<string>): readonly Finding[] {
  const strange = Object.keys(cells).filter(
    (column) =>
      !beside.has(splitColumn(column).field) &&
      !Object.hasOwn(register.fields, splitColumn(column).field) &&
      text(cells[column]) !== '' &&
      !told.has(`${register.name} ${column}`),
  );
  for (const column of strange) told.add(`${register.name} ${column}`);
  return strange.length === 0 ? [] : unknownColumns(strange, Object.keys(register.fields));
}

function refused(row: SourceRow, place: string, code: Finding['code'], params: Finding['params']): ReadItem {
  const { raw } = row;
  const finding: Finding = { severity: 'error', path: '', place, code, params };
  return { unreadable: true, place: row.place, raw, findings: [...row.findings, finding] };
}

function text(cell: unknown): string {
  return cell === undefined || cell === null ? '' : String(cell).trim();
}

function valuesOf(register: Register, cells: SourceRow['cells'], guarded: boolean): Record<string, unknown> {
  const byField = new Map<string, Record<string, Cell>>();
  for (const [column, cell] of [...Object.entries(cells), ...furtherCells(cells['more'])]) {
    const { field, suffix } = splitColumn(column);
    if (!Object.hasOwn(register.fields, field) || beside.has(field) || cell === '' || cell === null) continue;
    const own = byField.get(field) ?? Object.create(null);
    byField.set(field, own);
    const plain = guarded && typeof cell === 'string' ? unguardFormula(cell) : asCell(cell);
    // Long texts are continued in further columns (`summary.en+2`): those stand right of the first and follow it here.
    own[suffix] = own[suffix] === undefined ? plain : `${own[suffix]}${plain}`;
  }
  const values: Record<string, unknown> = {};
  for (const [field, own] of byField) {
    const value = register.fields[field]?.fromCells(own);
    if (value !== undefined) values[field] = value;
  }
  return values;
}

/** Cells that had no column of their own when the file was written, as JSON in the column `more`. */
function furtherCells(cell: unknown): [string, unknown][] {
  if (typeof cell !== 'string' || cell === '') return [];
  try {
    const further: unknown = JSON.parse(unguardFormula(cell));
    return typeof further === 'object' && further !== null ? Object.entries(further) : [];
  } catch {
    return [];
  }
}

function asCell(cell: unknown): Cell {
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : String(cell);
}
