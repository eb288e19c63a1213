import { isAgreedByAll } from '../../lifecycle/state.ts';
import type { Actor } from '../../policy/actor.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import type { NewEntry } from '../ports.ts';
import { toldOfMatch } from '../requests/told-of-match.ts';
import { type Act, type EventBase, eventEntry, revisionInForce, takeStep } from './take-step.ts';

/** The record no longer counts; its address stays and says why. @throws as `takeStep`. */
export function withdraw(house: House, actor: Actor, act: Act): Promise<BoardRecord> {
  return takeStep(house, actor, 'withdraw', act, (subject, base) =>
    takenBack(house, subject, base, eventEntry({ ...base, type: 'withdrawn' })),
  );
}

/**
 * The record is over: kept under its address, found by no search. What was agreed or declined stays so; an answer that still
 * waits is taken back with it. @throws as `takeStep`.
 */
export function archive(house: House, actor: Actor, act: Act): Promise<BoardRecord> {
  return takeStep(house, actor, 'archive', act, (subject, base) => {
    const said = eventEntry({ ...base, type: 'archived' });
    const declined = Object.values(subject.state.answers).some(({ state }) => state === 'declined');
    return declined || isAgreedByAll(subject.state) ? [said] : takenBack(house, subject, base, said);
  });
}

/** An answer that is taken back is none any more: its need hears of it with the act. */
async function takenBack(house: House, subject: BoardRecord, base: EventBase, said: NewEntry) {
  const revision = revisionInForce(subject, undefined);
  const { entries, unmoved } = await toldOfMatch(house, subject, base, 'withdrawn', revision);
  return { entries: [said, ...entries], unmoved };
}
