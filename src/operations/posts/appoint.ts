import { Fault } from '../../kernel/fault.ts';
import { daysAfter } from '../../lifecycle/freshness.ts';
import { holdersOn, type Post, type PostEvent, type Tenure } from '../../lifecycle/post.ts';
import { follow } from '../follow.ts';
import { type House, type Office, today } from '../house.ts';
import type { Account } from '../ports/accounts.ts';
import {
  eventBase,
  getOpenPost,
  getPost,
  type Keeper,
  type PostAsSeen,
  postKeptBy,
  refuseUnlessKeeper,
  writePost,
} from './keep-post.ts';

/** Who signs in with an address. @throws Fault `notFound` {register: account}. */
export async function getAccountOf(office: Office, email: string): Promise<Account> {
  const account = await office.accounts.findByEmail(email.trim());
  if (account === undefined) throw new Fault('notFound', { register: 'account', id: email.trim() });
  return account;
}

/**
 * Somebody holds the post from today on, or becomes its deputy: whoever was the one is now the other. Nothing happens
 * where it is so already.
 * @throws Fault `notAllowed`, `notFound`, `noHolder` for a closed post.
 */
export async function appoint(
  house: House,
  keeper: Keeper,
  postId: string,
  tenure: Omit<Tenure, 'from'>,
  { reason, seen }: PostAsSeen = {},
): Promise<Post> {
  const post = await postKeptBy(house, keeper, 'appoint', postId, getOpenPost);
  const day = today(house);
  const now = holdersOn(post, day).filter(({ account }) => account === tenure.account);
  if (now.some(({ deputy }) => deputy === tenure.deputy)) return post;
  const base = eventBase(house, keeper, postId, reason);
  const earlier: readonly PostEvent[] =
    now.length === 0
      ? []
      : [{ ...base, type: 'relieved', account: tenure.account, lastDay: daysAfter(day, -1) }];
  await writePost(house, post, seen, ...earlier, {
    ...base,
    type: 'appointed',
    tenure: { ...tenure, from: day },
  });
  return getPost(house, postId);
}

/** Somebody no longer holds the post, from this moment on. @throws Fault `notAllowed`, `notFound`. */
export async function relieve(
  house: House,
  keeper: Keeper,
  postId: string,
  account: string,
  { reason, seen }: PostAsSeen = {},
): Promise<Post> {
  const post = await postKeptBy(house, keeper, 'appoint', postId);
  const day = today(house);
  if (!holdersOn(post, day).some((tenure) => tenure.account === account)) {
    throw new Fault('notFound', { register: 'account', id: account });
  }
  const base = eventBase(house, keeper, postId, reason);
  await writePost(house, post, seen, { ...base, type: 'relieved', account, lastDay: daysAfter(day, -1) });
  return getPost(house, postId);
}

/**
 * The post changes its holder in one step: tasks, drafts and mail go on as they are, under the new one. Deputies stay.
 * @throws Fault `notAllowed`, `notFound`, `noHolder` for a closed post, `invalid` for whoever holds it already.
 */
export async function handOver(
  house: House,
  keeper: Keeper,
  postId: string,
  to: string,
  { reason, seen }: PostAsSeen = {},
): Promise<Post> {
  await follow(house);
  const post = getOpenPost(house, postId);
  refuseUnlessHandingOver(house, keeper, post);
  const day = today(house);
  if (holdersOn(post, day).some(({ account, deputy }) => account === to && !deputy)) {
    throw new Fault('invalid', { place: 'to', got: to, right: '…' });
  }
  const base = eventBase(house, keeper, postId, reason);
  const lastDay = daysAfter(day, -1);
  await writePost(house, post, seen, { ...base, type: 'handedOver', to, from: day, lastDay });
  return getPost(house, postId);
}

/** Who stands in for the holder does not give the post away. @throws Fault `notAllowed`. */
export function refuseUnlessHandingOver(house: House, keeper: Keeper, post: Post): void {
  refuseUnlessKeeper(keeper, 'handOver', post);
  if (keeper === 'node' || keeper.post.id !== post.id || keeper.post.kind === 'administrator') return;
  const holds = holdersOn(post, today(house)).some((one) => one.account === keeper.account && !one.deputy);
  if (!holds) throw new Fault('notAllowed', { step: 'handOver', post: post.id, right: 'administrator' });
}
