import { Fault } from '../../kernel/fault.ts';
import { isRecordId, recordIdFrom } from '../../kernel/ids.ts';
import type { Post, PostEvent, PostProfile } from '../../lifecycle/post.ts';
import { type Actor, traceOf } from '../../policy/actor.ts';
import { mayKeepPost, type PostAct, samePower } from '../../policy/may-keep-post.ts';
import { isCountry } from '../../vocabulary/countries.ts';
import { follow } from '../follow.ts';
import type { House, Office } from '../house.ts';
import { keepBackLetters } from './keep-back-letters.ts';

/** Somebody who keeps posts: a person for a post, or the machine's owner at its console. */
export type Keeper = Actor | 'node';

/** Why something is done to a post, and the last entry about it that the keeper has seen; unsaid: as it stands now. */
export interface PostAsSeen {
  readonly reason?: string;
  readonly seen?: number;
}

/**
 * Opens a post; nobody holds it yet.
 * @throws Fault `notAllowed`, `unknownCountry`, `invalid` {place} for a profile that does not hold together.
 */
export async function openPost(
  house: House,
  keeper: Keeper,
  profile: PostProfile,
  id?: string,
  reason?: string,
): Promise<Post> {
  await follow(house);
  checkProfile(profile);
  refuseUnlessKeeper(keeper, 'open', profile);
  const postId = id ?? freeId(house, profile);
  if (!isRecordId(postId) || house.board.posts().has(postId)) {
    throw new Fault('invalid', { place: 'id', got: postId, right: 'a-z 0-9 -' });
  }
  const opened = { ...eventBase(house, keeper, postId, reason), type: 'opened', profile } as const;
  // Nobody else may have opened one of that name in between: its holders would be gone.
  await house.log.append([{ kind: 'post', event: opened }], [{ recordId: postId, seq: 0 }]);
  await follow(house);
  return getPost(house, postId);
}

/**
 * What the post is, said anew. A holder may not change the power of its own post.
 * @throws as `openPost`; Fault `notFound`, `recordMoved` when somebody did something to the post in between.
 */
export async function changePost(
  house: House,
  keeper: Keeper,
  postId: string,
  profile: PostProfile,
  { reason, seen }: PostAsSeen = {},
): Promise<Post> {
  await follow(house);
  const post = getPost(house, postId);
  checkProfile(profile);
  refuseUnlessKeeper(keeper, 'change', post);
  const ownPower = keeper !== 'node' && keeper.post.kind !== 'administrator';
  if (ownPower && !samePower(post, profile)) {
    throw new Fault('notAllowed', { step: 'change', post: postId, right: 'administrator' });
  }
  await writePost(house, post, seen, {
    ...eventBase(house, keeper, postId, reason),
    type: 'changed',
    profile,
  });
  return getPost(house, postId);
}

/** Nobody holds the post any more; what belonged to it stays readable. @throws as `changePost`; Fault `noHolder` when it is closed already. */
export async function closePost(
  office: Office,
  keeper: Keeper,
  postId: string,
  { reason, seen }: PostAsSeen = {},
): Promise<void> {
  const post = await postKeptBy(office, keeper, 'close', postId, getOpenPost);
  await writePost(office, post, seen, { ...eventBase(office, keeper, postId, reason), type: 'closed' });
  await keepBackLetters(office, { post: postId });
}

/** @throws Fault `notFound`. */
export function getPost(house: House, postId: string): Post {
  const post = house.board.posts().get(postId);
  if (post === undefined) throw new Fault('notFound', { register: 'post', id: postId });
  return post;
}

/** A post that somebody can hold. @throws Fault `notFound`, `noHolder` for one that was closed. */
export function getOpenPost(house: House, postId: string): Post {
  const post = getPost(house, postId);
  if (post.closedAt !== undefined) throw new Fault('noHolder', { post: postId });
  return post;
}

/**
 * How every step on a post begins: the post as the log has it now, where the keeper may do this to it.
 * @param find `getOpenPost` for what is done only to a post that somebody can hold.
 * @throws Fault `notFound`, `notAllowed`, `secondFactorNeeded`; `noHolder` with `getOpenPost`.
 */
export async function postKeptBy(
  house: House,
  keeper: Keeper,
  act: PostAct,
  postId: string,
  find: typeof getPost = getPost,
): Promise<Post> {
  await follow(house);
  const post = find(house, postId);
  refuseUnlessKeeper(keeper, act, post);
  return post;
}

/** @throws Fault `notAllowed`, `secondFactorNeeded` {step, post}. */
export function refuseUnlessKeeper(
  keeper: Keeper,
  act: PostAct,
  post: PostProfile & { readonly id?: string },
): void {
  if (keeper === 'node') return;
  if (mayKeepPost(keeper, act, post)) {
    refuseWeak(keeper, act, post);
    return;
  }
  throw new Fault('notAllowed', { step: act, post: keeper.post.id, right: 'administrator, focalPoint' });
}

/** Who gives somebody the word of a country, or the node, shows a second factor: else a stolen password could. */
function refuseWeak({ post, strong }: Actor, step: PostAct, { kind }: PostProfile): void {
  const gives = step === 'appoint' || step === 'handOver';
  if (strong || !gives || (kind !== 'focalPoint' && kind !== 'administrator')) return;
  throw new Fault('secondFactorNeeded', { step, post: post.id });
}

/** What every event about a post says: of which, when, by whom, and why where a reason was given. */
export function eventBase(house: House, keeper: Keeper, postId: string, reason = '') {
  return {
    postId,
    at: house.clock.now().toISOString(),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(keeper === 'node' ? { post: 'node' } : { post: keeper.post.id, ...traceOf(keeper) }),
  };
}

/** Nothing else may have happened to the post since it was looked at. @throws Fault `recordMoved`. */
export async function writePost(
  house: House,
  { id, seq = 0 }: Post,
  seen: number | undefined,
  ...events: readonly PostEvent[]
): Promise<void> {
  if (seen !== undefined && seen !== seq)
    throw new Fault('recordMoved', { recordId: id, right: seq, got: seen });
  const entries = events.map((event) => ({ kind: 'post', event }) as const);
  await house.log.append(entries, [{ recordId: id, seq }]);
  await follow(house);
}

/** @throws Fault `unknownCountry`, `invalid`. */
function checkProfile({ kind, country, organisation, title, languages }: PostProfile): void {
  if (country !== undefined && !isCountry(country)) {
    throw new Fault('unknownCountry', { got: country, right: 'ISO 3166-1 alpha-2' });
  }
  const national = ['contributor', 'focalPoint', 'rosterManager'].includes(kind);
  if (national && country === undefined)
    throw new Fault('unknownCountry', { got: '', right: 'ISO 3166-1 alpha-2' });
  if (['contributor', 'rosterManager'].includes(kind) && (organisation ?? '').trim() === '') {
    throw new Fault('invalid', { place: 'organisation', got: '', right: '…' });
  }
  if ((title.texts[title.original] ?? '').trim() === '') {
    throw new Fault('invalid', { place: 'title', got: '', right: '…' });
  }
  if (languages.length === 0) throw new Fault('invalid', { place: 'languages', got: '', right: 'en, fr, …' });
}

/** `focal-ml`, `contributor-ml-…`: short names for what there is one of in a country. */
function freeId(house: House, { kind, country, organisation, title }: PostProfile): string {
  const start = {
    focalPoint: 'focal',
    contributor: 'clerk',
    rosterManager: 'roster',
    secretariat: 'secretariat',
    administrator: 'administrator',
  }[kind];
  const plain = country === undefined ? start : `${start}-${country.toLowerCase()}`;
  const posts = house.board.posts();
  if (!posts.has(plain) && kind !== 'contributor' && kind !== 'rosterManager') return plain;
  const made = recordIdFrom('post', `${organisation ?? ''} ${JSON.stringify(title)} ${posts.size}`);
  return `${plain}-${made}`;
}
