import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Fault } from '../../kernel/fault.ts';
import type { Post } from '../../lifecycle/post.ts';
import type { Office } from '../../operations/house.ts';
import type { Session } from '../../operations/ports/accounts.ts';
import { actorFor, postsOf } from '../../operations/posts/actor.ts';
import type { Actor } from '../../policy/actor.ts';

/** Somebody signed in, with the posts held today. */
export interface Visitor {
  readonly session: Session;
  readonly posts: readonly Post[];
}

/** Who shows it is signed in. */
export const sessionCookie = 'session';

/** Who asks, if signed in. Looked up with each request: whoever loses a post or is signed out loses it at once. */
export async function visitorOf(office: Office, c: Context): Promise<Visitor | undefined> {
  const session = await sessionOf(office, c);
  return session === undefined ? undefined : { session, posts: await postsOf(office, session) };
}

export async function sessionOf(office: Office, c: Context): Promise<Session | undefined> {
  const token = getCookie(c, sessionCookie);
  return token === undefined ? undefined : office.accounts.session(token);
}

/** @throws Fault `signInNeeded`. */
export async function getVisitor(office: Office, c: Context): Promise<Visitor> {
  const visitor = await visitorOf(office, c);
  if (visitor === undefined) throw new Fault('signInNeeded');
  return visitor;
}

/** The visitor acting for the post that the form or the address names, or for the only one held. @throws Fault `signInNeeded`, `noHolder`, `badQuery`. */
export async function actorOf(office: Office, c: Context, form?: URLSearchParams): Promise<Actor> {
  const session = await sessionOf(office, c);
  if (session === undefined) throw new Fault('signInNeeded');
  return actorFor(office, session, form?.get('post') ?? c.req.query('post') ?? undefined);
}

/** Whether a request carries a session at all: such readers get no page from the common cache. */
export function hasSession(c: Context): boolean {
  return getCookie(c, sessionCookie) !== undefined;
}

/** From now on the browser shows the session. It lasts until the browser closes, or until the session itself ends. */
export function rememberSession(office: Office, c: Context, session: Session): void {
  const secure = office.publicAddress.startsWith('https:');
  setCookie(c, sessionCookie, session.token, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
}

export function forgetSession(c: Context): void {
  deleteCookie(c, sessionCookie, { path: '/' });
}
