import { type RecordId, recordIdFrom } from '../../kernel/ids.ts';
import { keyText, mergedKey } from '../../lifecycle/revision.ts';
import type { CheckedRow } from './checked-row.ts';
import type { Known } from './known.ts';

/** Which record a row speaks of. */
export type Recognition =
  | {
      readonly as: 'same';
      readonly id: RecordId;
      readonly by: 'id' | 'key' | 'twin';
      /** The record in whose favour this one was withdrawn. */
      readonly into?: RecordId;
    }
  | { readonly as: 'new'; readonly perhaps?: RecordId; readonly because?: readonly string[] };

/**
 * Identifiers first; title, countries and years only for a row that has none. A row with an identifier of its own that
 * looks like a record of another source is uncertain: it stays apart, and a person decides.
 */
export function recogniseRow(checkedRow: CheckedRow, known: Known): Recognition {
  const { register, recordId, own, match, title } = checkedRow;
  if (recordId !== undefined && known.latest(recordId)?.register === register.name) {
    const into = known.idOf(mergedKey(register.name, recordId));
    return { as: 'same', id: recordId, by: 'id', ...(into === undefined ? {} : { into }) };
  }
  for (const key of own) {
    const id = known.idOf(key);
    if (id !== undefined) return { as: 'same', id, by: 'key' };
  }
  const twin = known.idOf(match);
  if (twin !== undefined && own.length === 0) return { as: 'same', id: twin, by: 'twin' };
  const alike = twin ?? (title === undefined ? undefined : known.idOf(title));
  if (alike === undefined || meansAnother(checkedRow, alike, known)) return { as: 'new' };
  return {
    as: 'new',
    perhaps: alike,
    because: twin === undefined ? ['title'] : ['title', 'countries', 'year'],
  };
}

/**
 * One source that gives two identifiers means two records. A record that came without an identifier (its id is made
 * from title, countries and year) may be the same all the same: its source may have begun to number since.
 */
function meansAnother({ row, register, match }: CheckedRow, alike: RecordId, known: Known): boolean {
  const publisher = known.latest(alike)?.origin.publisher;
  if (row.publisher === undefined || row.publisher !== publisher) return false;
  return alike !== recordIdFrom(register.name, keyText(match));
}
