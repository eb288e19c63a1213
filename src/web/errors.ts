import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Fault, type FaultMeaning } from '../kernel/fault.ts';
import { isInterfaceLanguage } from '../kernel/language-tag.ts';
import { Refused } from '../operations/refused.ts';
import { faultText } from '../wording/fault-text.ts';
import { findingText } from '../wording/labels.ts';
import { type Translate, translator } from '../wording/messages.ts';
import { type Html, html } from './html.ts';
import { page } from './layout.ts';
import { languageFor } from './negotiate.ts';
import { findForm } from './pieces/find-form.ts';

const statusOf = {
  absent: 404,
  conflict: 409,
  refused: 400,
  tooLarge: 413,
  tooMany: 429,
  forbidden: 403,
  broken: 503,
} as const satisfies Record<FaultMeaning, number>;

export type ErrorStatus = (typeof statusOf)[FaultMeaning] | 412 | 500;

/** The status by which a refusal is answered; a revision that moved under an `If-Match` is 412. */
export function statusFor(fault: Fault, conditional = false): ErrorStatus {
  return fault.meaning === 'conflict' && conditional ? 412 : statusOf[fault.meaning];
}

/** When a refusal ends by itself, programs are told too (RFC 9110, 10.2.3). */
export function sayWhenAgain(c: Context, { params: { seconds } }: Fault): void {
  if (seconds !== undefined) c.header('retry-after', String(seconds));
}

/** The page that says what went wrong and what can be done, in the reader's language; `more` for what helps, such as the newer revision. */
function faultResponse(c: Context, fault: Fault, more?: Html): Response {
  const conditional = c.req.header('if-match') !== undefined;
  sayWhenAgain(c, fault);
  const said = fault.meaning === 'absent' ? undefined : reasonOf(readerOf(c), fault);
  return errorResponse(c, fault.meaning, statusFor(fault, conditional), said, more);
}

/** What was found in a record says it all; any other fault is told as it is. */
function reasonOf(t: Translate, fault: Fault): string {
  if (!(fault instanceof Refused)) return faultText(t, fault);
  return fault.findings.map((finding) => findingText(t, finding)).join(' ');
}

/** For `app.notFound`. */
export function notFoundResponse(c: Context): Response {
  return errorResponse(c, 'absent', 404);
}

/** For `app.onError`: a fault is worded; anything else is ours to mend and says no more than that. */
export function anyErrorResponse(error: Error, c: Context): Response {
  if (error instanceof Fault) return faultResponse(c, error);
  if (error instanceof HTTPException && error.status < 500) return errorResponse(c, 'refused', 400);
  return errorResponse(c, 'broken', 500);
}

/** The language of the address, else the one the reader would get. */
function readerOf(c: Context): Translate {
  const [, first = ''] = c.req.path.split('/');
  return translator(isInterfaceLanguage(first) ? first : languageFor(c));
}

function errorResponse(
  c: Context,
  meaning: FaultMeaning,
  status: ErrorStatus,
  said?: string,
  more?: Html,
): Response {
  const t = readerOf(c);
  const title = t(`error.${meaning}.title`);
  const body = html`<h1>${title}</h1><p>${t(`error.${meaning}.help`)}${said !== undefined && html`<p class=note dir=auto>${said}`}${more}`;
  c.header('cache-control', 'no-store');
  return c.html(page({ t, title, path: '/', body, hero: findForm(t), unlisted: true }), status);
}
