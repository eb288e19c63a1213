import type { Context } from 'hono';
import { Fault, type FaultCode } from '../../kernel/fault.ts';
import { SeveralFaults } from '../../kernel/several-faults.ts';
import type { Translate } from '../../wording/messages.ts';
import { refusedWords } from '../desk/refused-words.ts';
import { type ErrorStatus, sayWhenAgain, statusFor } from '../errors.ts';

/** A refusal that is said at the form, so that the person can try again with what was typed. */
export interface Refusal {
  readonly code: FaultCode;
  /** Each a sentence of its own. */
  readonly words: readonly string[];
  readonly status: ErrorStatus;
}

/** What can be mended where it was typed. Everything else has a page of its own. */
const mendable: ReadonlySet<FaultCode> = new Set([
  'signInRefused',
  'signOnFailed',
  'tooManyAttempts',
  'linkExpired',
  'weakPassword',
  'accountExists',
  'invalid',
]);

/** Does the work, or words why it was refused. */
export async function tried<Done extends object>(
  c: Context,
  t: Translate,
  work: () => Promise<Done>,
): Promise<Done | { readonly refused: Refusal }> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Fault) || !mendable.has(error.code)) throw error;
    return { refused: refusalOf(c, t, error) };
  }
}

function refusalOf(c: Context, t: Translate, fault: Fault): Refusal {
  sayWhenAgain(c, fault);
  const all = fault instanceof SeveralFaults ? fault.all : [fault];
  return { code: fault.code, words: all.map((one) => refusedWords(t, one)), status: statusFor(fault) };
}
