import { randomBytes } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import { holdersOn, type Post } from '../../lifecycle/post.ts';
import type { Actor } from '../../policy/actor.ts';
import { mayEndKeys, mayMakeKey } from '../../policy/may-keep-keys.ts';
import { follow } from '../follow.ts';
import { type Office, today } from '../house.ts';
import type { ApiKey, KeyScope, NewKey } from '../ports/api-keys.ts';
import { eventBase, getOpenPost, getPost, writePost } from './keep-post.ts';

/**
 * A key for a program that acts for the post; its secret is told here and nowhere else.
 * @throws Fault `notFound`, `noHolder` for a closed post, `notAllowed`, `secondFactorNeeded` for a key that does more
 * than read, `invalid` {place: name or keys}.
 */
export async function makeKey(
  office: Office,
  actor: Actor,
  postId: string,
  { name, scopes }: { readonly name: string; readonly scopes: readonly KeyScope[] },
): Promise<{ readonly key: ApiKey; readonly secret: string }> {
  await follow(office);
  const post = getOpenPost(office, postId);
  refuseUnless(mayMakeKey(actor, post), 'makeKey', actor, post.id);
  // A program shows no second factor: whoever lets it act has shown one.
  if (scopes.length > 0 && !actor.strong)
    throw new Fault('secondFactorNeeded', { step: 'makeKey', post: postId });
  return made(office, actor, post, { name, scopes: [...new Set(scopes)] });
}

/**
 * An address at which the calendar of the post is read without a header; its secret is told here and nowhere else. The
 * one that the same person had before ends.
 * @throws Fault `notFound`, `noHolder` for a closed post, `notAllowed`, `invalid` {place: keys}.
 */
export async function makeCalendarKey(
  office: Office,
  actor: Actor,
  postId: string,
): Promise<{ readonly key: ApiKey; readonly secret: string }> {
  await follow(office);
  const post = getOpenPost(office, postId);
  refuseUnless(mayMakeKey(actor, post), 'makeKey', actor, post.id);
  const keys = await office.accounts.keys.list(postId);
  const name = `calendar ${randomBytes(3).toString('hex')}`;
  const renewed = await made(office, actor, post, { name, scopes: [], calendar: true });
  for (const key of keys)
    if (key.calendar === true && key.account === actor.account) await end(office, actor, key);
  return renewed;
}

async function made(
  office: Office,
  actor: Actor,
  post: Post,
  wanted: Pick<NewKey, 'name' | 'scopes' | 'calendar'>,
): Promise<{ readonly key: ApiKey; readonly secret: string }> {
  const { account, strong } = actor;
  const kept = await office.accounts.keys.make({ ...wanted, post: post.id, account, strong });
  const { id, name } = kept.key;
  const event = {
    ...eventBase(office, actor, post.id),
    type: 'keyMade',
    made: { id, name },
    scopes: wanted.calendar === true ? ['calendar'] : wanted.scopes,
  } as const;
  try {
    await writePost(office, post, undefined, event);
  } catch (error) {
    // No key that the history does not know.
    await office.accounts.keys.revoke(id);
    throw error;
  }
  return kept;
}

/** The keys of a post, the newest first. @throws Fault `notFound`, `notAllowed`. */
export async function keysOf(office: Office, actor: Actor, postId: string): Promise<readonly ApiKey[]> {
  await follow(office);
  refuseUnless(mayEndKeys(actor, getPost(office, postId)), 'keys', actor, postId);
  return office.accounts.keys.list(postId);
}

/** The key opens nothing from now on. @throws Fault `notFound`, `notAllowed`. */
export async function revokeKey(office: Office, actor: Actor, postId: string, keyId: string): Promise<void> {
  const keys = await keysOf(office, actor, postId);
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined) throw new Fault('notFound', { register: 'key', id: keyId });
  await end(office, actor, key);
}

async function end(office: Office, actor: Actor, { id, name, post }: ApiKey): Promise<void> {
  await office.accounts.keys.revoke(id);
  await writePost(office, getPost(office, post), undefined, {
    ...eventBase(office, actor, post),
    type: 'keyRevoked',
    revoked: { id, name },
  });
}

/**
 * For whom a calendar is read at its address. Of an address that never was, was ended, or whose maker no longer holds the
 * post, the same is said: nothing.
 * @throws Fault `notFound`.
 */
export async function actorOfCalendar(office: Office, secret: string): Promise<Actor> {
  const key = await office.accounts.keys.findCalendar(secret);
  const nothing = new Fault('notFound', { register: 'calendar', id: '' });
  if (key === undefined) throw nothing;
  try {
    return await actorOfKey(office, key);
  } catch (error) {
    if (error instanceof Fault && error.code === 'signInNeeded') throw nothing;
    throw error;
  }
}

/**
 * For whom a key acts now. One whose maker no longer holds the post, or came back to it later, ends here.
 * @throws Fault `signInNeeded`.
 */
export async function actorOfKey(office: Office, key: ApiKey): Promise<Actor> {
  await follow(office);
  const post = office.board.posts().get(key.post);
  const holds = post && holdersOn(post, today(office)).some((tenure) => isOf(key, tenure));
  if (post === undefined || holds !== true) {
    await office.accounts.keys.revoke(key.id);
    throw new Fault('signInNeeded');
  }
  return { post, account: key.account, strong: key.strong || !office.secondFactor, key: key.name };
}

function isOf(
  { account, madeAt }: ApiKey,
  tenure: { readonly account: string; readonly from: string },
): boolean {
  return tenure.account === account && tenure.from <= madeAt.slice(0, 10);
}

function refuseUnless(may: boolean, step: string, actor: Actor, postId: string): void {
  if (!may) throw new Fault('notAllowed', { step, post: actor.post.id, right: postId });
}
