import type { RecordId } from '../../kernel/ids.ts';
import { mergedKey } from '../../lifecycle/revision.ts';
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
 * Identifiers first (the source's, or an id of ours); title, countries and years only for a row that has none. A row
 * with an identifier of its own that looks like another record is uncertain: it stays apart, and a person decides.
 * `spoken` are the records of which the row's file has spoken already.
 */
export function recogniseRow(
  checkedRow: CheckedRow,
  known: Known,
  spoken: ReadonlyMap<RecordId, unknown>,
): Recognition {
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
  if (twin !== undefined && own.length === 0 && recordId === undefined)
    return { as: 'same', id: twin, by: 'twin' };
  const alike = twin ?? (title === undefined ? undefined : known.idOf(title));
  if (alike === undefined) return { as: 'new' };
  const sameSource = checkedRow.row.publisher === known.latest(alike)?.origin.publisher;
  // One file that gives two identifiers means two records. From one edition to the next a source may number its rows
  // anew: then title, countries and year together raise the question, a title alone does not.
  if (sameSource && (twin === undefined || spoken.has(alike))) return { as: 'new' };
  const because = twin === undefined ? ['title'] : ['title', 'countries', 'year'];
  return { as: 'new', perhaps: alike, because };
}
