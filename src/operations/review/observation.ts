import type { Actor } from '../../policy/actor.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import type { AnswerAct } from './answer.ts';
import { askedBy } from './release.ts';
import { countryOf, eventEntry, revisionInForce, takeStep } from './take-step.ts';

/**
 * A country makes what a third party says of it its own word, as it stands; to correct it, it writes and releases a
 * revision instead. The other countries named are asked. @throws as `takeStep`; Fault `notInForce`.
 */
export function adopt(house: House, actor: Actor, act: AnswerAct): Promise<BoardRecord> {
  return takeStep(house, actor, 'adopt', act, (subject, base) => {
    const country = countryOf(actor, 'adopt');
    const revision = revisionInForce(subject, act.revision);
    return [eventEntry({ ...base, type: 'adopted', country, revision, asked: askedBy(subject, country) })];
  });
}

/** A country says that what a third party says of it is not so; printed on the record, with its reason. @throws as `adopt`. */
export function reject(house: House, actor: Actor, act: AnswerAct): Promise<BoardRecord> {
  return takeStep(house, actor, 'reject', act, (subject, base) => {
    const revision = revisionInForce(subject, act.revision);
    return [eventEntry({ ...base, type: 'rejected', country: countryOf(actor, 'reject'), revision })];
  });
}
