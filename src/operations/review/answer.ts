import { Fault } from '../../kernel/fault.ts';
import type { Objection } from '../../lifecycle/event.ts';
import type { Actor } from '../../policy/actor.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { check } from '../check.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { Refused } from '../refused.ts';
import { agreeing } from '../requests/agree.ts';
import { type Act, countryOf, eventEntry, revisionInForce, takeStep } from './take-step.ts';

/** An answer speaks of one revision: the one that the person read. */
export interface AnswerAct extends Act {
  readonly revision: number;
}

/**
 * The counterpart says that the revision in force is right. Of an answer to a need, who asks says how much of it is met.
 * @throws as `takeStep` and `agreeing`; Fault `notInForce`.
 */
export function confirm(
  house: House,
  actor: Actor,
  act: AnswerAct & { readonly meets?: string },
): Promise<BoardRecord> {
  return takeStep(house, actor, 'confirm', act, (subject, base) => {
    const revision = revisionInForce(subject, act.revision);
    const country = countryOf(actor, 'confirm');
    const { meets } = act;
    return agreeing(house, subject, base, { country, revision, ...(meets === undefined ? {} : { meets }) });
  });
}

/** The counterpart lets the revision stand without a word of its own. @throws as `confirm`. */
export function letPass(house: House, actor: Actor, act: AnswerAct): Promise<BoardRecord> {
  return takeStep(house, actor, 'letPass', act, (subject, base) => {
    const revision = revisionInForce(subject, act.revision);
    return [eventEntry({ ...base, type: 'letPass', country: countryOf(actor, 'letPass'), revision })];
  });
}

/**
 * The counterpart says which fields are not right, and what it holds to be so. Nothing is overwritten: both values
 * stand side by side until one side revises.
 * @throws as `confirm`; Fault `invalid` naming the field when there is none of that name or its value does not hold.
 */
export function dispute(
  house: House,
  actor: Actor,
  act: AnswerAct & { readonly objections: readonly Objection[] },
): Promise<BoardRecord> {
  return takeStep(house, actor, 'dispute', act, (subject, base) => {
    const revision = revisionInForce(subject, act.revision);
    const country = countryOf(actor, 'dispute');
    const objections = checkedObjections(subject.register, act.objections);
    return [eventEntry({ ...base, type: 'disputed', country, revision, objections })];
  });
}

function checkedObjections(name: string, objections: readonly Objection[]): readonly Objection[] {
  const register = getRegister(name);
  if (objections.length === 0) throw new Fault('invalid', { place: 'objections', got: '', right: '…' });
  return objections.map((objection) => {
    const { field, says } = objection;
    if (!Object.hasOwn(register.fields, field)) {
      throw new Fault('invalid', {
        place: field,
        got: field,
        right: Object.keys(register.fields).join(', '),
      });
    }
    if (says === undefined) return objection;
    const { values, findings } = check(register, { [field]: says });
    const wrong = findings.filter(
      ({ severity, path, code }) =>
        severity === 'error' && (path === field || path.startsWith(`${field}.`)) && code !== 'noSuchSource',
    );
    if (wrong.length > 0) throw new Refused(wrong);
    return { ...objection, says: values[field] };
  });
}
