import type { Incoming } from '../../exchange/incoming.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Known } from './known.ts';
import { isSourceKey, type TwinKeys } from './twin-keys.ts';

/** Which record a row speaks of. */
export type Recognition =
  | { readonly as: 'same'; readonly id: RecordId; readonly by: 'id' | 'key' | 'twin' }
  | { readonly as: 'new'; readonly perhaps?: RecordId; readonly because?: readonly string[] };

/**
 * Identifiers first; title, countries and years only for a row that has none. A row with an identifier of its own that
 * looks like a record of another source is uncertain: it stays apart, and a person decides.
 */
export function recogniseRow(row: Incoming, twins: TwinKeys, known: Known): Recognition {
  const { recordId } = row;
  if (recordId !== undefined && known.latest(recordId)?.register === row.register) {
    return { as: 'same', id: recordId, by: 'id' };
  }
  const own = row.keys.filter(isSourceKey);
  for (const key of own) {
    const id = known.idOf(key);
    if (id !== undefined) return { as: 'same', id, by: 'key' };
  }
  const twin = known.idOf(twins.match);
  if (twin !== undefined && own.length === 0) return { as: 'same', id: twin, by: 'twin' };
  const alike = twin ?? (twins.title === undefined ? undefined : known.idOf(twins.title));
  if (alike === undefined || sameSource(row, known.latest(alike)?.origin.publisher)) return { as: 'new' };
  return {
    as: 'new',
    perhaps: alike,
    because: twin === undefined ? ['title'] : ['title', 'countries', 'year'],
  };
}

/** One source that gives two identifiers means two records. */
function sameSource(row: Incoming, publisher: string | undefined): boolean {
  return row.publisher !== undefined && row.publisher === publisher;
}
