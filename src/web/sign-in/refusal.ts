import type { Context } from 'hono';
import { Fault, type FaultCode } from '../../kernel/fault.ts';
import { faultText } from '../../wording/fault-text.ts';
import type { Translate } from '../../wording/messages.ts';
import { type ErrorStatus, sayWhenAgain, statusFor } from '../errors.ts';

/** A refusal that is said at the form, so that the person can try again with what was typed. */
export interface Refusal {
  readonly code: FaultCode;
  readonly words: string;
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
  return { code: fault.code, words: faultText(t, named(t, fault)), status: statusFor(fault) };
}

/** Names of inputs as the person reads them. */
function named(t: Translate, { code, params }: Fault): Pick<Fault, 'code' | 'params'> {
  const labels: Readonly<Record<string, string>> = { email: t('signIn.email'), name: t('account.name') };
  const place = labels[String(params['place'])];
  return { code, params: { ...params, ...(place === undefined ? {} : { place }) } };
}
