import type { Presented } from '../../policy/present.ts';
import type { House } from '../house.ts';
import { inForce } from '../internal/in-force.ts';

/** Where a practice was taken up, as everybody may read it, by their ids. */
export async function adoptionsOf(house: House, practice: string): Promise<readonly Presented[]> {
  const ids = house.board.requests
    .of('adoption')
    .filter(({ state, request }) => request.takenUp === practice && state.withdrawn === undefined)
    .map(({ recordId }) => recordId);
  return inForce(house, ids.sort());
}
