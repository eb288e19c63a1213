import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { mergedKey } from '../../lifecycle/revision.ts';
import type { CheckedRow } from './checked-row.ts';
import type { Known } from './known.ts';
import { mergeValues } from './merge-values.ts';

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

/** Records of which the row's file has spoken already. */
type Spoken = Pick<ReadonlyMap<RecordId, unknown>, 'has'>;

/**
 * Identifiers first (the source's, or an id of ours); title, countries and years only for a row that has none, or only
 * loose ones. A row with an identifier of its own that looks like another record is uncertain: it stays apart, and a
 * person decides.
 */
export function recogniseRow(checkedRow: CheckedRow, known: Known, spoken: Spoken): Recognition {
  const { row, register, recordId, own, match, title } = checkedRow;
  if (recordId !== undefined && known.latest(recordId)?.register === register.name) {
    const into = known.idOf(mergedKey(register.name, recordId));
    return { as: 'same', id: recordId, by: 'id', ...(into === undefined ? {} : { into }) };
  }
  for (const key of own) {
    const id = known.idOf(key);
    if (id !== undefined) return { as: 'same', id, by: 'key' };
  }
  const twin = known.idOf(match);
  const nameless = own.length === 0 && recordId === undefined;
  if (twin !== undefined && (nameless || isUnderNewNumber(checkedRow, twin, known, spoken)))
    return { as: 'same', id: twin, by: 'twin' };
  const alike = twin ?? (title === undefined ? undefined : known.idOf(title));
  if (alike === undefined) return { as: 'new' };
  const sameSource = row.publisher === known.latest(alike)?.origin.publisher;
  // One file that gives two identifiers means two records. From one edition to the next a source may number its rows
  // anew: then title, countries and year together raise the question; a title alone only where it is known to do so.
  const loose = row.looseKeys === true;
  const ofThisFile = loose ? isOfThisFile(alike, known, spoken) : spoken.has(alike);
  if (sameSource && (ofThisFile || (twin === undefined && !loose))) return { as: 'new' };
  const because = twin === undefined ? ['title'] : ['title', 'countries', 'year'];
  return { as: 'new', perhaps: alike, because };
}

/**
 * The record of a source that is known to number its rows anew, under its new number: what looks the same is the same.
 * But two rows of one file are two things, unless the second says nothing that is not known already.
 */
function isUnderNewNumber(
  { row, checked }: CheckedRow,
  twin: RecordId,
  known: Known,
  spoken: Spoken,
): boolean {
  if (row.looseKeys !== true) return false;
  if (!isOfThisFile(twin, known, spoken)) return true;
  const values = known.latest(twin)?.values;
  return values !== undefined && canonicalJson(mergeValues(values, checked.values)) === canonicalJson(values);
}

/** The file speaks of the record in another row: it has done so already, or a row still to come bears its key. */
function isOfThisFile(id: RecordId, known: Known, spoken: Spoken): boolean {
  return spoken.has(id) || known.isNamed(id);
}
