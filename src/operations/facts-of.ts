import type { Revision } from '../lifecycle/revision.ts';
import { type RecordState, unborn } from '../lifecycle/state.ts';
import type { Facts } from '../policy/may.ts';
import { getRegister } from '../registers/all-registers.ts';
import type { Register } from '../registers/register.ts';
import { publicDigest } from './internal/board-record.ts';
import type { BoardRecord } from './ports/board.ts';

/** What policy needs to know of a record, from its newest revision. */
export function factsOf(register: Register, state: RecordState, revision: Revision): Facts {
  const facets = publicDigest(revision)?.facets;
  return { register, state, countries: facets?.country ?? [], sectors: facets?.sector ?? [] };
}

/** The same, from the board. */
export function factsOn({ register, state, countries, sectors }: BoardRecord): Facts {
  return { register: getRegister(register), state, countries, sectors };
}

/** Of a record still to be written. */
export function factsOfNew(register: string): Facts {
  return { register: getRegister(register), state: unborn, countries: [], sectors: [] };
}
