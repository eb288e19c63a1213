import type { RecordState } from '../../lifecycle/state.ts';
import type { Room } from '../../policy/room.ts';
import type { Board } from '../ports/board.ts';
import type { RoomTraits } from '../ports/room.ts';

/** Nobody is in it: what belongs to a consultation that is not known is shown to nobody but its author. */
const unknownRoom: Room = { closed: true, countries: [], organisations: [] };

/** The consultation that a record is, or belongs to, as policy looks at it. */
export function roomOf(
  board: Board,
  { room, state }: { readonly room?: RoomTraits; readonly state: RecordState },
): Room | undefined {
  if (room === undefined) return undefined;
  if ('within' in room) {
    const parent = board.records([room.within]).get(room.within);
    if (parent?.room === undefined || 'within' in parent.room) return unknownRoom;
    return roomOf(board, parent);
  }
  const { closed, countries, organisations } = room.holds;
  return {
    closed,
    countries,
    organisations,
    ...(state.author === undefined ? {} : { convenor: state.author }),
  };
}
