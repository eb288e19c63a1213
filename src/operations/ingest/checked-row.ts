import type { Incoming } from '../../exchange/incoming.ts';
import { isRecordId, type RecordId, recordIdFrom } from '../../kernel/ids.ts';
import { keyText, mergedKey, type RecordKey } from '../../lifecycle/revision.ts';
import { findRegister } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';
import { type Checked, check } from '../check.ts';
import { twinKeys } from './twin-keys.ts';

/** A row that was checked, with everything by which the log may know it. */
export interface CheckedRow {
  readonly row: Incoming;
  readonly register: Register;
  readonly checked: Checked;
  /** Our own id, where the row has one that can be one. */
  readonly recordId?: RecordId;
  /** The id that the record gets when it is new: the row's, or one made from its best key. */
  readonly newId: RecordId;
  /** Names under which its source knows it, best first: within the register, since sources number each kind of thing anew. */
  readonly own: readonly RecordKey[];
  /** Title, countries and start year. */
  readonly match: RecordKey;
  /** Title alone, where it is telling. */
  readonly title?: RecordKey;
}

/** Checks a row against its register. Undefined when there is no such register. */
export function checkRow(row: Incoming): CheckedRow | undefined {
  const register = findRegister(row.register);
  if (register === undefined) return undefined;
  const checked = check(register, row.values);
  const { match, title } = twinKeys(register, checked.values);
  const recordId = row.recordId !== undefined && isRecordId(row.recordId) ? row.recordId : undefined;
  return {
    row,
    register,
    checked,
    ...(recordId === undefined ? {} : { recordId }),
    newId: recordId ?? recordIdFrom(row.register, keyText(row.keys[0] ?? match)),
    own: row.keys.map(({ scheme, value }) => ({ scheme: `${row.register}.${scheme}`, value })),
    match,
    ...(title === undefined ? {} : { title }),
  };
}

/** The keys that lead to the record from now on. */
export function keysOf({ own, match, title }: CheckedRow): readonly RecordKey[] {
  return [...own, match, ...(title === undefined ? [] : [title])];
}

/** The keys to ask the log for: those, and the one that an id of ours leaves when its record was merged into another. */
export function askedKeysOf(row: CheckedRow): readonly RecordKey[] {
  const { recordId, register } = row;
  return recordId === undefined ? keysOf(row) : [...keysOf(row), mergedKey(register.name, recordId)];
}
