import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { type Html, html } from '../html.ts';
import { boundedText } from './bounded-text.ts';
import { sessionOf } from './visitor.ts';

/** Largest form that is taken, in bytes: a record of the largest size, typed. */
export const formBytes = 2_000_000;

/** Name of the hidden field that says that a form came from a page of ours. */
export const formTokenName = 'form';

/**
 * What a form of ours sent. Forms of signed-in people carry the token of their session.
 * @throws Fault `formExpired` for a form from elsewhere or of another session, `fileTooLarge`, `badQuery`.
 */
export async function readPost(office: Office, c: Context): Promise<URLSearchParams> {
  const form = await readOpenPost(office, c);
  const session = await sessionOf(office, c);
  if (session !== undefined && form.get(formTokenName) !== session.formToken) throw new Fault('formExpired');
  return form;
}

/**
 * The same for a form that acts for nobody who is signed in, as the one to sign in: it is known by where it comes from.
 * @throws Fault `formExpired` for a form from elsewhere, `fileTooLarge`, `badQuery`.
 */
export async function readOpenPost(
  office: Pick<Office, 'publicAddress'>,
  c: Context,
  mostBytes: number = formBytes,
): Promise<URLSearchParams> {
  if (cameFrom(office, c) === 'elsewhere') throw new Fault('formExpired');
  return readTyped(c, mostBytes);
}

/** What a form sent, wherever it comes from: for secrets that allow by themselves. @throws Fault `fileTooLarge`, `badQuery`. */
export async function readTyped(c: Context, mostBytes: number = formBytes): Promise<URLSearchParams> {
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    throw new Fault('badQuery', {
      place: 'content-type',
      got: type,
      right: 'application/x-www-form-urlencoded',
    });
  }
  return new URLSearchParams(await boundedText(c, mostBytes));
}

/**
 * Browsers say from where a form was sent. One that says nothing, or only that it says nothing (`null`), is old or kept
 * from saying: such a form comes from `nowhere`, and the token in it decides.
 */
export function cameFrom(
  { publicAddress }: Pick<Office, 'publicAddress'>,
  c: Context,
): 'here' | 'elsewhere' | 'nowhere' {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  if (site === 'same-origin') return 'here';
  if (site !== undefined && site !== 'none') return 'elsewhere';
  if (origin === undefined || origin === 'null') return 'nowhere';
  return isOurs(origin, [c.req.header('host'), hostOf(publicAddress)]) ? 'here' : 'elsewhere';
}

function isOurs(origin: string, hosts: readonly (string | undefined)[]): boolean {
  return hosts.some((host) => host !== undefined && host === hostOf(origin));
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}

/** The hidden fields that every form of a signed-in person carries. */
export function formFields(formToken: string, hidden: Readonly<Record<string, string | number>> = {}): Html {
  const all = { [formTokenName]: formToken, ...hidden };
  return html`${Object.entries(all).map(([name, value]) => html`<input type=hidden name="${name}" value="${value}">`)}`;
}
