import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { type Html, html } from '../html.ts';
import { sessionOf } from './visitor.ts';

/** Largest form that is taken, in bytes: a record of the largest size, typed. */
const formBytes = 2_000_000;

/** Name of the hidden field that says that a form came from a page of ours. */
export const formTokenName = 'form';

/**
 * What a form of ours sent. Forms of signed-in people carry the token of their session; forms of others (signing in)
 * are known by where they come from.
 * @throws Fault `formExpired` for a form from elsewhere or of a session that ended, `fileTooLarge`, `badQuery`.
 */
export async function readPost(office: Office, c: Context): Promise<URLSearchParams> {
  refuseForeign(c);
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    throw new Fault('badQuery', {
      place: 'content-type',
      got: type,
      right: 'application/x-www-form-urlencoded',
    });
  }
  const size = Number(c.req.header('content-length') ?? Number.NaN);
  const text = size > formBytes ? undefined : await c.req.text();
  if (text === undefined || text.length > formBytes) {
    throw new Fault('fileTooLarge', { file: 'form', got: String(size || '…'), limit: formBytes });
  }
  const form = new URLSearchParams(text);
  const session = await sessionOf(office, c);
  if (session !== undefined && form.get(formTokenName) !== session.formToken) throw new Fault('formExpired');
  return form;
}

/**
 * Browsers say from where a form was sent: what comes from another site is refused. One that says nothing at all is too
 * old to know; then the token of the form decides.
 */
function refuseForeign(c: Context): void {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Fault('formExpired');
  const origin = c.req.header('origin');
  if (origin === undefined || origin === 'null') return;
  if (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host')) throw new Fault('formExpired');
}

/** The hidden fields that every form of a signed-in person carries. */
export function formFields(formToken: string, hidden: Readonly<Record<string, string | number>> = {}): Html {
  const all = { [formTokenName]: formToken, ...hidden };
  return html`${Object.entries(all).map(([name, value]) => html`<input type=hidden name="${name}" value="${value}">`)}`;
}
