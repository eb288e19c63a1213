import { Fault } from '../../kernel/fault.ts';
import type { Remark } from '../../lifecycle/event.ts';
import type { Actor } from '../../policy/actor.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { askedBy } from './release.ts';
import { type Act, eventEntry, takeStep } from './take-step.ts';

/**
 * The institution holds its draft to be ready for the focal point.
 * @throws as `takeStep`; `Refused` with finding `ownCountryMissing` where the focal point could not release it.
 */
export function submit(house: House, actor: Actor, act: Act): Promise<BoardRecord> {
  return takeStep(house, actor, 'submit', act, (subject, base) => {
    const { state } = subject;
    if (actor.post.country !== undefined) askedBy(subject, actor.post.country);
    return [eventEntry({ ...base, type: 'submitted', revision: state.draft ?? state.number })];
  });
}

/**
 * The focal point sends a draft back with remarks on fields. @throws as `takeStep`; Fault `invalid` {place: 'remarks'}
 * without any remark: nobody can work with a bare no.
 */
export function returnRecord(
  house: House,
  actor: Actor,
  act: Act & { readonly remarks: readonly Remark[] },
): Promise<BoardRecord> {
  const remarks = act.remarks.filter(({ text }) => text.trim() !== '');
  return takeStep(house, actor, 'return', act, ({ state }, base) => {
    if (remarks.length === 0) throw new Fault('invalid', { place: 'remarks', got: '', right: '…' });
    return [eventEntry({ ...base, type: 'returned', revision: state.draft ?? state.number, remarks })];
  });
}
