import type { RecordId } from '../../kernel/ids.ts';
import type { Actor } from '../../policy/actor.ts';
import { type House, today } from '../house.ts';
import { Refused } from '../refused.ts';
import { type Revised, revise } from '../revise.ts';
import { show } from '../show.ts';
import { getRound, isOpenRound } from './report-round.ts';

/**
 * Closes a round today: no report that names it is taken any more, and who has not answered stays named.
 * @throws Fault `notFound`, `notAllowed` for any post but a secretariat, `Refused` with `roundClosed` the second time.
 */
export async function closeRound(house: House, actor: Actor, id: RecordId, reason = ''): Promise<Revised> {
  const round = await getRound(house, id);
  if (!isOpenRound(round)) {
    const params = { got: id, right: round.closedOn ?? '' };
    throw new Refused([{ severity: 'error', path: 'closedOn', code: 'roundClosed', params }]);
  }
  const { record, state } = await show(house, 'reportRound', id, actor);
  const writer = { actor, as: 'thirdParty', door: 'form' } as const;
  const values = { ...record.values, closedOn: today(house) };
  return revise(house, { register: 'reportRound', id, values, basedOn: state.number, writer, reason });
}
