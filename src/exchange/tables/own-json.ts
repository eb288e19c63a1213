import type { Finding } from '../../kernel/finding.ts';
import { isRecordId } from '../../kernel/ids.ts';
import { findRegister } from '../../registers/all-registers.ts';
import type { ReadItem } from '../incoming.ts';
import type { SourceRow } from './source-row.ts';
import { unknownColumns } from './unknown-columns.ts';

/** True for an object as our own JSON writers make it: `{register, id, …, values: {…}}`. */
export function isOwnJson({ cells }: SourceRow): boolean {
  return (
    typeof cells['register'] === 'string' && typeof cells['values'] === 'object' && cells['values'] !== null
  );
}

/** Reads such an object: the values are taken as they stand, for the fields to check. */
export function readOwnJson(row: SourceRow): ReadItem {
  const { register: named, id, revision, values } = row.cells;
  const register = findRegister(String(named));
  if (register === undefined) return refused(row, 'register', 'unknownRegister', String(named));
  if (id !== undefined && (typeof id !== 'string' || !isRecordId(id)))
    return refused(row, 'id', 'invalid', String(id));
  const entries = Object.entries(values ?? {});
  const unknown = entries.map(([name]) => name).filter((name) => !Object.hasOwn(register.fields, name));
  return {
    register: register.name,
    ...(typeof id === 'string' ? { recordId: id } : {}),
    ...(typeof revision === 'number' && Number.isInteger(revision) && revision > 0 ? { revision } : {}),
    keys: [],
    values: Object.fromEntries(entries.filter(([name]) => !unknown.includes(name))),
    place: row.place,
    raw: row.raw,
    findings: [...row.findings, ...unknownColumns(unknown)],
  };
}

function refused(row: SourceRow, place: string, code: Finding['code'], got: string): ReadItem {
  const { raw } = row;
  const finding = { severity: 'error', path: '', place, code, params: { got: got.slice(0, 100) } } as const;
  return { unreadable: true, place: row.place, raw, findings: [...row.findings, finding] };
}
