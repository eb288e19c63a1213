import { Fault } from '../kernel/fault.ts';
import { activity } from './activity.ts';
import { adoption } from './adoption.ts';
import { call } from './call.ts';
import { commitment } from './commitment.ts';
import { consultation } from './consultation.ts';
import { event } from './event.ts';
import { indicator } from './indicator.ts';
import { instrument } from './instrument.ts';
import { match } from './match.ts';
import { measure } from './measure.ts';
import { need } from './need.ts';
import { offer } from './offer.ts';
import { organisation } from './organisation.ts';
import { outcome } from './outcome.ts';
import { position } from './position.ts';
import { practice } from './practice.ts';
import { progressReport } from './progress-report.ts';
import type { Register } from './register.ts';
import { reportRound } from './report-round.ts';
import { reviewDecision } from './review-decision.ts';
import { source } from './source.ts';

/** Every register of the house, in the order in which people meet them. */
export const allRegisters: readonly Register[] = [
  practice,
  activity,
  need,
  offer,
  call,
  match,
  adoption,
  organisation,
  event,
  instrument,
  measure,
  commitment,
  indicator,
  reportRound,
  progressReport,
  reviewDecision,
  consultation,
  position,
  outcome,
  source,
];

const byName: ReadonlyMap<string, Register> = new Map(
  allRegisters.map((register) => [register.name, register]),
);

/** The names of all registers, as a refusal tells what would have been right. */
export const registerNames = [...byName.keys()].join(', ');

/** By its name in addresses and entries; undefined where there is none. */
export function findRegister(name: string): Register | undefined {
  return byName.get(name);
}

/** @throws Fault `unknownRegister`. */
export function getRegister(name: string): Register {
  const register = byName.get(name);
  if (register === undefined) throw new Fault('unknownRegister', { got: name, right: registerNames });
  return register;
}

/**
 * What care records of a register want; of one that this program does not know, a confirmation a year. What nobody can
 * confirm again, such as an answer that both sides have agreed, waits for no confirmation (`everyMonths` is absent).
 */
export function careFor(name: string): { readonly everyMonths?: number; readonly crossCheck: boolean } {
  const register = byName.get(name);
  if (register === undefined) return { everyMonths: 12, crossCheck: false };
  const { workflow, confirmEveryMonths, crossCheck } = register;
  return { crossCheck, ...(workflow.reconfirm === undefined ? {} : { everyMonths: confirmEveryMonths }) };
}
