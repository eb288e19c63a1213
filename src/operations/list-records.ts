import type { Presented } from '../policy/present.ts';
import type { FindRequest } from './find.ts';
import { followForReading } from './follow.ts';
import type { House } from './house.ts';
import { askIndex } from './internal/ask-index.ts';
import { inForce } from './internal/in-force.ts';

/** One stretch of the records that a search finds, in the order in which they changed. */
export interface ListRequest extends Pick<FindRequest, 'words' | 'lang' | 'filters'> {
  /** The latest change first, or the earliest: who reads in this order to its end has missed nothing. */
  readonly order: 'newest' | 'changes';
  readonly limit: number;
  /** The `last` of the stretch before; absent at the beginning. */
  readonly past?: number;
}

export interface Listed {
  /** Of the whole search. */
  readonly total: number;
  readonly records: readonly Presented[];
  /** Entry that changed the last of these records; absent where no more follow. */
  readonly last?: number;
}

/**
 * Lists what the public may see. A stretch begins where the one before ended whatever was written since: each record
 * stands at the entry that last changed it, and goes to another place only by changing.
 */
export async function listRecords(
  house: House,
  { words, lang, filters, order, limit, past }: ListRequest,
): Promise<Listed> {
  await followForReading(house);
  const changed = past === undefined ? {} : order === 'newest' ? { before: past } : { after: past };
  const query = { words, lang, filters, sort: order, offset: 0, limit: limit + 1, count: [], changed };
  const { total, hits } = askIndex(house, query);
  const ids = hits.slice(0, limit).map(({ recordId }) => recordId);
  const records = await inForce(house, ids);
  const end = ids[ids.length - 1];
  if (hits.length <= limit || end === undefined) return { total, records };
  const last = house.board.records([end]).get(end)?.changed;
  return last === undefined ? { total, records } : { total, records, last };
}
