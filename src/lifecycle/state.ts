import type { RecordId } from '../kernel/ids.ts';
import type { RecordEvent } from './event.ts';
import type { Revision, Standing } from './revision.ts';

/** What a record is now: folded from its revisions and events, never set by hand. */
export interface RecordState {
  /** Number of the newest revision; it is in force as long as the record is not withdrawn. */
  readonly number: number;
  /** Whether anybody who is party to the record has spoken. */
  readonly standing: Standing;
  readonly withdrawn?: { readonly at: string; readonly reason?: string; readonly into?: RecordId };
  /** Records that may be the same, still to be decided by a person. */
  readonly possibleDuplicates: readonly { readonly other: RecordId; readonly because: readonly string[] }[];
}

export const unborn: RecordState = { number: 0, standing: 'thirdParty', possibleDuplicates: [] };

export function afterRevision(state: RecordState, revision: Revision): RecordState {
  const { withdrawn: _, ...rest } = state;
  return {
    ...rest,
    number: revision.number,
    standing: revision.origin.standing === 'party' ? 'party' : state.standing,
  };
}

export function afterEvent(state: RecordState, event: RecordEvent): RecordState {
  switch (event.type) {
    case 'withdrawn': {
      const { at, reason, into } = event;
      return {
        ...state,
        withdrawn: {
          at,
          ...(reason === undefined ? {} : { reason }),
          ...(into === undefined ? {} : { into }),
        },
      };
    }
    case 'duplicateProposed': {
      const { other, because } = event;
      return { ...state, possibleDuplicates: [...without(state, other), { other, because }] };
    }
    case 'duplicateDecided':
      return { ...state, possibleDuplicates: without(state, event.other) };
    case 'merged':
      return state;
  }
}

function without(state: RecordState, other: RecordId) {
  return state.possibleDuplicates.filter((pair) => pair.other !== other);
}
