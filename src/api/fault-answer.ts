import type { Context } from 'hono';
import type { Fault, FaultMeaning } from '../kernel/fault.ts';
import { isInterfaceLanguage } from '../kernel/language-tag.ts';
import { Refused } from '../operations/refused.ts';
import { faultText } from '../wording/fault-text.ts';
import { findingText } from '../wording/labels.ts';
import { translator } from '../wording/messages.ts';

const statusOf: Readonly<Record<FaultMeaning, 400 | 403 | 404 | 412 | 413 | 429 | 503>> = {
  absent: 404,
  conflict: 412,
  refused: 400,
  tooLarge: 413,
  tooMany: 429,
  forbidden: 403,
  broken: 503,
};

/** A refusal as problem details (RFC 9457), worded in the language of the address. */
export function faultAnswer(
  context: Context,
  fault: Fault,
  more: Readonly<Record<string, unknown>> = {},
): Response {
  const status = fault.code === 'preconditionNeeded' ? 428 : statusOf[fault.meaning];
  const first = new URL(context.req.url).pathname.split('/')[1] ?? '';
  const t = translator(isInterfaceLanguage(first) ? first : 'en');
  const findings =
    fault instanceof Refused
      ? fault.findings.map((finding) => ({
          ...finding,
          message: findingText(t, finding),
        }))
      : undefined;
  const problem = {
    type: `about:blank#${fault.code}`,
    title: faultText(t, fault),
    status,
    code: fault.code,
    params: fault.params,
    ...(findings === undefined ? {} : { findings }),
    ...more,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  });
}
