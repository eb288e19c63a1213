import type { Revision } from '../../lifecycle/revision.ts';
import type { RecordState } from '../../lifecycle/state.ts';
import type { Facts } from '../../policy/may.ts';
import { getRegister } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';
import type { BoardRecord } from '../ports/board.ts';
import { publicDigest } from './board-record.ts';

/** What policy needs to know of a record, from its newest revision. */
export function factsOf(register: Register, state: RecordState, revision: Revision): Facts {
  const facets = publicDigest(revision)?.facets;
  return { register, state, countries: facets?.country ?? [], sectors: facets?.sector ?? [] };
}

/** The same, from the board. */
export function factsOn({ register, state, countries, sectors }: BoardRecord): Facts {
  return { register: getRegister(register), state, countries, sectors };
}
