import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { Fault } from '../kernel/fault.ts';
import type { Office } from '../operations/house.ts';
import type { Session } from '../operations/ports/accounts.ts';
import type { ApiKey } from '../operations/ports/api-keys.ts';
import { actorFor, postsOf } from '../operations/posts/actor.ts';
import { actorOfKey } from '../operations/posts/api-keys.ts';
import type { Actor } from '../policy/actor.ts';
import type { Asked } from './asked.ts';
import type { ApiRoute } from './route.ts';

/**
 * Who asks, by `Authorization: Bearer` alone: a person's session, a key of a post, or the node's own intake. Cookies are
 * never looked at, so that no page elsewhere can make a browser act here for somebody who is signed in.
 */
export type Caller =
  | { readonly session: Session }
  | { readonly key: ApiKey }
  | { readonly machine: true }
  | undefined;

/** @throws Fault `signInNeeded` for a token that does not hold. */
export async function callerOf(office: Office, context: Context, writeKey: string): Promise<Caller> {
  const token = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (token === undefined) return undefined;
  if (isSame(token, writeKey)) return { machine: true };
  const key = await office.accounts.keys.find(token);
  if (key !== undefined) return { key };
  const session = await office.accounts.session(token);
  if (session === undefined) throw new Fault('signInNeeded');
  return { session };
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** @throws Fault `signInNeeded`, `scopeNeeded` for a key that does not do this; none does where the route names no scope. */
export function admit({ who, scope }: ApiRoute, caller: Caller): void {
  if (who === 'everybody') return;
  if (caller === undefined) throw new Fault('signInNeeded');
  if ('machine' in caller && who !== 'postOrKey') throw new Fault('signInNeeded');
  if (!('key' in caller) || scope === 'read') return;
  if (scope === undefined) throw new Fault('signInNeeded');
  if (!caller.key.scopes.includes(scope)) {
    throw new Fault('scopeNeeded', { got: ['read', ...caller.key.scopes].join(', '), right: scope });
  }
}

/** The account for which the caller acts; absent for the node's own intake. */
export function accountOf(caller: Caller): string | undefined {
  if (caller === undefined || 'machine' in caller) return undefined;
  return 'key' in caller ? caller.key.account : caller.session.account.id;
}

/** @throws Fault `signInNeeded`. */
export function sessionOf({ caller }: Asked): Session {
  if (caller === undefined || !('session' in caller)) throw new Fault('signInNeeded');
  return caller.session;
}

/**
 * The caller acting for the post that the body or else the address names, or for the only one held. A key acts for its
 * own post.
 * @throws Fault `signInNeeded`, `noHolder`, `badQuery` where several are held and none is named.
 */
export async function actorOf(asked: Asked, post?: string): Promise<Actor> {
  const { office, caller, context, request } = asked;
  const named = post ?? context.req.query('post');
  const actor =
    caller !== undefined && 'key' in caller
      ? await keyActor(office, caller.key, named)
      : await actorFor(office, sessionOf(asked), named);
  return request === undefined ? actor : { ...actor, request };
}

async function keyActor(office: Office, key: ApiKey, post: string | undefined): Promise<Actor> {
  const actor = await actorOfKey(office, key);
  if (post !== undefined && post !== '' && post !== key.post) throw new Fault('noHolder', { post });
  return actor;
}

/**
 * Where everybody may read: for which post the reader does, if any.
 * @throws Fault `signInNeeded` for a token that does not hold, and as `actorOf`.
 */
export async function readerOf({ office, caller, context }: Asked): Promise<Actor | undefined> {
  if (caller === undefined || 'machine' in caller) return undefined;
  const post = context.req.query('post');
  if ('key' in caller) return keyActor(office, caller.key, post);
  if (post === undefined && (await postsOf(office, caller.session)).length === 0) return undefined;
  return actorFor(office, caller.session, post);
}
