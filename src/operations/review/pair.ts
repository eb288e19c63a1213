import { Fault } from '../../kernel/fault.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Actor } from '../../policy/actor.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { type Act, countryOf, eventEntry, takeStep } from './take-step.ts';

export interface PairAct extends Act {
  readonly other: RecordId;
}

/**
 * One side says that both records report the same initiative. When the other side has said so too they are shown as
 * one, with two reports. A pair need not have been proposed.
 * @throws as `takeStep`; Fault `notFound` for another record that is not there, is of another register or is the same.
 */
export function link(house: House, actor: Actor, act: PairAct): Promise<BoardRecord> {
  return takeStep(house, actor, 'link', act, (subject, base) => {
    const other = partner(house, subject, act);
    const country = countryOf(actor, 'link');
    const side = { ...base, type: 'pairLinked' as const, country };
    return [
      eventEntry({ ...side, other: other.recordId }),
      eventEntry({ ...side, recordId: other.recordId, other: subject.recordId }),
    ];
  });
}

/** A side says that they are two: a proposal is closed, a link undone. Nothing is lost: both reports stand as before. @throws as `link`. */
export function part(house: House, actor: Actor, act: PairAct): Promise<BoardRecord> {
  return takeStep(house, actor, 'part', act, (subject, base) => {
    const other = partner(house, subject, act);
    const side = { ...base, type: 'pairParted' as const, country: countryOf(actor, 'part') };
    return [
      eventEntry({ ...side, other: other.recordId }),
      eventEntry({ ...side, recordId: other.recordId, other: subject.recordId }),
    ];
  });
}

function partner(house: House, { recordId, register }: BoardRecord, { other }: PairAct): BoardRecord {
  const found = house.board.records([other]).get(other);
  if (
    found === undefined ||
    found.register !== register ||
    other === recordId ||
    found.state.owner === undefined
  ) {
    throw new Fault('notFound', { register, id: other });
  }
  return found;
}
