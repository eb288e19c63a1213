import { Fault } from '../../kernel/fault.ts';
import { holdersOn } from '../../lifecycle/post.ts';
import type { Actor } from '../../policy/actor.ts';
import { mayEndKeys, mayMakeKey } from '../../policy/may-keep-keys.ts';
import { follow } from '../follow.ts';
import { type Office, today } from '../house.ts';
import type { ApiKey, KeyScope } from '../ports/api-keys.ts';
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
  const { account, strong } = actor;
  const made = await office.accounts.keys.make({
    post: postId,
    account,
    name,
    scopes: [...new Set(scopes)],
    strong,
  });
  const { id, name: known } = made.key;
  const event = {
    ...eventBase(office, actor, postId),
    type: 'keyMade',
    made: { id, name: known },
    scopes,
  } as const;
  try {
    await writePost(office, post, undefined, event);
  } catch (error) {
    // No key that the history does not know.
    await office.accounts.keys.revoke(id);
    throw error;
  }
  return made;
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
  await office.accounts.keys.revoke(keyId);
  const revoked = { id: keyId, name: key.name };
  await writePost(office, getPost(office, postId), undefined, {
    ...eventBase(office, actor, postId),
    type: 'keyRevoked',
    revoked,
  });
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
