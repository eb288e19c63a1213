import { Fault } from '../../kernel/fault.ts';
import type { Actor } from '../../policy/actor.ts';
import { memberOf } from '../../policy/room.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { factsOn } from '../facts-of.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import type { NewEntry } from '../ports.ts';
import { Refused } from '../refused.ts';
import { type EventBase, eventEntry } from '../review/take-step.ts';
import { roomFindings } from './rules.ts';

/** What making a draft known means where it is, or belongs to, a consultation. */
export interface RoomAct {
  /** Only the members read it. */
  readonly closed: boolean;
  /** What is written of the consultation besides: that a member has spoken, that an outcome was filed. */
  readonly told: readonly NewEntry[];
}

/**
 * The rules hold on the day on which a draft is made known, not only on that of its writing.
 * @throws `Refused` as `roomFindings` finds; Fault `notFound` without the revision.
 */
export async function roomAct(
  house: House,
  actor: Actor,
  subject: BoardRecord,
  number: number,
  base: EventBase,
): Promise<RoomAct> {
  const { recordId: id, drafted, register: name } = subject;
  const traits = drafted?.room ?? subject.room;
  if (traits === undefined) return { closed: false, told: [] };
  const revision = (await house.log.revisions([{ id, number }])).get(id);
  if (revision === undefined) throw new Fault('notFound', { id, revision: number });
  const register = getRegister(name);
  const { values, at } = revision;
  const findings = await roomFindings(house, { id, register, values, current: revision, actor, at });
  if (findings.length > 0) throw new Refused(findings);
  const room = factsOn(house.board, subject).room;
  const closed = room?.closed ?? true;
  if ('holds' in traits) return { closed: traits.holds.closed, told: [] };
  const parentRegister = house.board.records([traits.within]).get(traits.within)?.register ?? '';
  const of = { ...base, recordId: traits.within, register: parentRegister };
  if (!register.means.includes('room:position')) {
    return { closed, told: [eventEntry({ ...of, type: 'outcomeFiled', outcome: id })] };
  }
  const by = room === undefined ? undefined : memberOf(actor.post, room);
  if (by === undefined)
    throw new Fault('notAllowed', { step: 'release', post: actor.post.id, right: 'member' });
  return { closed, told: [eventEntry({ ...of, type: 'positionGiven', by, position: id })] };
}
