import type { RecordId } from '../kernel/ids.ts';
import { linkedTo, type RecordState } from './state.ts';

/**
 * Whether searches find a record: something of it is in force, it is neither withdrawn nor archived, and of reports
 * that were linked as one initiative it is the one that stands for all.
 */
export function isListed({
  recordId,
  state,
}: {
  readonly recordId: RecordId;
  readonly state: RecordState;
}): boolean {
  if (state.inForce === undefined || state.withdrawn !== undefined || state.archived !== undefined)
    return false;
  return firstOf(recordId, linkedTo(state)) === recordId;
}

/** Of linked reports the one under whose address both are shown: any rule will do that both sides reckon alike. */
export function firstOf(id: RecordId, linked: readonly RecordId[]): RecordId {
  return [id, ...linked].sort()[0] ?? id;
}
