import type { Actor } from '../../policy/actor.ts';
import { present } from '../../policy/present.ts';
import { isInRoom } from '../../policy/room.ts';
import { viewOf } from '../../policy/viewer.ts';
import { getRegister } from '../../registers/all-registers.ts';
import type { Dated } from '../dates.ts';
import { factsOn } from '../facts-of.ts';
import { follow } from '../follow.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';

/**
 * The consultations that a post convenes or is a member of, closed ones too, as they were made known; those that were
 * withdrawn as cancelled. Drafts of the convenor stand in no calendar.
 */
export async function roomDates(house: House, actor: Actor): Promise<readonly Dated[]> {
  await follow(house);
  const own = house.board.rooms().filter((record) => isOwn(house, actor, record));
  const wanted = own.flatMap((record) => {
    const number = knownOf(record);
    return number === undefined ? [] : [{ id: record.recordId, number }];
  });
  const revisions = await house.log.revisions(wanted);
  return own.flatMap((record) => {
    const revision = revisions.get(record.recordId);
    if (revision === undefined) return [];
    const { audience } = viewOf(actor, factsOn(house.board, record));
    const shown = present(getRegister(record.register), revision, record.state, audience);
    return [{ record: shown, at: record.at, cancelled: record.state.withdrawn !== undefined }];
  });
}

function isOwn({ board }: House, { post }: Actor, record: BoardRecord): boolean {
  if (record.room === undefined || 'within' in record.room || !record.room.holds.gathers) return false;
  const { room } = factsOn(board, record);
  return room !== undefined && isInRoom(post, room);
}

function knownOf({ state }: BoardRecord): number | undefined {
  return state.inForce ?? state.shared?.revision;
}
