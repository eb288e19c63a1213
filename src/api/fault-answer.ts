import type { Context } from 'hono';
import type { Fault, FaultCode, FaultMeaning } from '../kernel/fault.ts';
import { Refused } from '../operations/refused.ts';
import { faultText } from '../wording/fault-text.ts';
import { findingText } from '../wording/labels.ts';
import { type Translate, translator } from '../wording/messages.ts';
import { languageOf } from './asked.ts';

const statusOf: Readonly<Record<FaultMeaning, number>> = {
  absent: 404,
  conflict: 409,
  refused: 400,
  tooLarge: 413,
  tooMany: 429,
  forbidden: 403,
  broken: 503,
};

/** Where HTTP has a status that says more than the meaning does. */
const ownStatus: Readonly<Partial<Record<FaultCode, number>>> = {
  signInNeeded: 401,
  signInRefused: 401,
  unknownFormat: 415,
  preconditionNeeded: 428,
  revisionMoved: 412,
  requestReused: 422,
};

/** A refusal as problem details (RFC 9457), worded in the language asked for. */
export function faultAnswer(
  context: Context,
  fault: Fault,
  more: Readonly<Record<string, unknown>> = {},
): Response {
  const status = statusFor(context, fault);
  const problem = { ...problemOf(translator(languageOf(context)), fault, status), ...more };
  const { seconds } = fault.params;
  const wait = (status === 429 || status === 409) && seconds !== undefined;
  return problemAnswer(problem, status, {
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(wait ? { 'retry-after': String(seconds) } : {}),
  });
}

/** What nobody foresaw: nothing of it is told but that it is ours to mend. */
export function brokenAnswer(context: Context): Response {
  const title = translator(languageOf(context))('error.broken.title');
  return problemAnswer({ type: 'about:blank', title, status: 500, code: 'broken', params: {} }, 500);
}

function problemAnswer(
  problem: object,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const fixed = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(problem), { status, headers: { ...fixed, ...headers } });
}

/** A record that moved under an `If-Match` is a precondition that failed. */
export function statusFor(context: Context, { code, meaning }: Fault): number {
  if (code === 'recordMoved' && context.req.header('if-match') !== undefined) return 412;
  return ownStatus[code] ?? statusOf[meaning];
}

/** Of what was found the first that keeps it out, with its path: the others stand under `findings`. */
function titleOf(t: Translate, fault: Fault): string {
  const found = fault instanceof Refused ? fault.findings : [];
  const first = found.find(({ severity }) => severity === 'error');
  if (first === undefined) return faultText(t, fault);
  const value = findingText(t, first);
  return first.path === '' ? value : t('common.colon', { label: first.path, value });
}

export function problemOf(t: Translate, fault: Fault, status: number): Record<string, unknown> {
  const findings =
    fault instanceof Refused
      ? fault.findings.map((finding) => ({ ...finding, message: findingText(t, finding) }))
      : undefined;
  return {
    type: `about:blank#${fault.code}`,
    title: titleOf(t, fault),
    status,
    code: fault.code,
    params: fault.params,
    ...(findings === undefined ? {} : { findings }),
  };
}
