import type { Revision } from '../lifecycle/revision.ts';
import { type RecordState, unborn } from '../lifecycle/state.ts';
import type { Facts } from '../policy/may.ts';
import { getRegister } from '../registers/all-registers.ts';
import type { Register } from '../registers/register.ts';
import { roomOf } from './consultations/room-of.ts';
import { roomTraits } from './consultations/room-traits.ts';
import { publicDigest } from './internal/board-record.ts';
import type { Board, BoardRecord } from './ports/board.ts';

/** What policy needs to know of a record, from its newest revision. */
export function factsOf(board: Board, register: Register, state: RecordState, revision: Revision): Facts {
  const facets = publicDigest(revision)?.facets;
  const room = roomTraits(register, revision.values, revision.at);
  return {
    register,
    state,
    countries: facets?.country ?? [],
    sectors: facets?.sector ?? [],
    ...roomIn(board, { state, ...(room === undefined ? {} : { room }) }),
  };
}

/** The same, from the board. */
export function factsOn(board: Board, record: BoardRecord): Facts {
  const { register, state, countries, sectors } = record;
  return { register: getRegister(register), state, countries, sectors, ...roomIn(board, record) };
}

function roomIn(board: Board, record: Pick<BoardRecord, 'room' | 'state'>): Pick<Facts, 'room'> {
  const room = roomOf(board, record);
  return room === undefined ? {} : { room };
}

/** Of a record still to be written. */
export function factsOfNew(register: string): Facts {
  return { register: getRegister(register), state: unborn, countries: [], sectors: [] };
}
