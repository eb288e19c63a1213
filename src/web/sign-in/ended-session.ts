import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { pageAddress } from '../address.ts';
import { wordsOf } from '../desk/desk-page.ts';
import { cameFrom, readTyped } from '../desk/form.ts';
import { hasSession, sessionOf } from '../desk/visitor.ts';
import { keptPage } from './go-on.ts';
import { addressOf, sentAgainLater, withThen } from './onward.ts';
import { signInPage } from './sign-in-page.ts';

/**
 * What to do about a refusal that signing in mends: a page that is read leads to signing in and back; a form that was
 * typed while the session ended is kept, to be sent again. Undefined for every other refusal.
 */
export async function whenSessionEnded(
  office: Office,
  c: Context,
  error: Error,
): Promise<Response | undefined> {
  if (!(error instanceof Fault)) return undefined;
  if (error.code !== 'signInNeeded' && error.code !== 'formExpired') return undefined;
  if (c.req.method !== 'POST') return error.code === 'signInNeeded' ? toSignIn(c, addressOf(c)) : undefined;
  if (!isOwnForm(office, c)) return undefined;
  const form = await readTyped(c).catch(() => undefined);
  if (form === undefined) return undefined;
  const session = await sessionOf(office, c);
  // A password is never put into a page: it is typed again where it was asked for, which is on the account page.
  if ([...form.keys()].some((name) => /password$/i.test(name))) {
    return session === undefined ? toSignIn(c, pageAddress(wordsOf(c).lang, '/account')) : undefined;
  }
  const onward = sentAgainLater(c, form);
  // Signed in anew since the form was opened: nothing but its token is old.
  return session === undefined
    ? signInPage(office, c, { onward })
    : keptPage(office, c, session, onward, 403);
}

function toSignIn(c: Context, to: string): Response {
  c.header('cache-control', 'private, no-store');
  return c.redirect(withThen(pageAddress(wordsOf(c).lang, '/sign-in'), { to }), 303);
}

/**
 * Only what was typed on a page of ours is offered to be sent again. Where a browser does not say where a form comes
 * from, the cookie does, even of a session that has ended: browsers send it with no form from elsewhere (SameSite).
 */
function isOwnForm(office: Office, c: Context): boolean {
  const from = cameFrom(office, c);
  return from === 'here' || (from === 'nowhere' && hasSession(c));
}
