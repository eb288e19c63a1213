import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { Fault } from '../kernel/fault.ts';
import type { Office } from '../operations/house.ts';
import type { Session } from '../operations/ports/accounts.ts';
import { actorFor, postsOf } from '../operations/posts/actor.ts';
import type { Actor } from '../policy/actor.ts';
import type { Asked } from './asked.ts';
import type { Who } from './route.ts';

/**
 * Who asks, by `Authorization: Bearer` alone. Cookies are never looked at, so that no page elsewhere can make a browser
 * act here for somebody who is signed in.
 */
export type Caller = { readonly session: Session } | { readonly machine: true } | undefined;

/** @throws Fault `signInNeeded` for a token that does not hold. */
export async function callerOf(office: Office, context: Context, writeKey: string): Promise<Caller> {
  const token = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (token === undefined) return undefined;
  if (isSame(token, writeKey)) return { machine: true };
  const session = await office.accounts.session(token);
  if (session === undefined) throw new Fault('signInNeeded');
  return { session };
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** @throws Fault `signInNeeded`. */
export function admit(who: Who, caller: Caller): void {
  if (who === 'everybody') return;
  if (caller === undefined) throw new Fault('signInNeeded');
  if ('machine' in caller && who !== 'postOrKey') throw new Fault('signInNeeded');
}

/** @throws Fault `signInNeeded`. */
export function sessionOf({ caller }: Asked): Session {
  if (caller === undefined || !('session' in caller)) throw new Fault('signInNeeded');
  return caller.session;
}

/**
 * The caller acting for the post that the body or else the address names, or for the only one held.
 * @throws Fault `signInNeeded`, `noHolder`, `badQuery` where several are held and none is named.
 */
export function actorOf(asked: Asked, post?: string): Promise<Actor> {
  return actorFor(asked.office, sessionOf(asked), post ?? asked.context.req.query('post'));
}

/**
 * Where everybody may read: for which post the reader does, if any.
 * @throws Fault `signInNeeded` for a token that does not hold, and as `actorOf`.
 */
export async function readerOf({ office, options, context }: Asked): Promise<Actor | undefined> {
  const caller = await callerOf(office, context, options.writeKey);
  if (caller === undefined || 'machine' in caller) return undefined;
  const post = context.req.query('post');
  if (post === undefined && (await postsOf(office, caller.session)).length === 0) return undefined;
  return actorFor(office, caller.session, post);
}
