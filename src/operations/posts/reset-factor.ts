import { Fault } from '../../kernel/fault.ts';
import type { Post } from '../../lifecycle/post.ts';
import { postsHeld } from '../../policy/actor.ts';
import { mayKeepPost } from '../../policy/may-keep-post.ts';
import { type Office, today } from '../house.ts';
import { eventBase, getPost, type Keeper, type PostAsSeen, postKeptBy, writePost } from './keep-post.ts';
import { addressIn, sendOff } from './mail-of-post.ts';

/**
 * Somebody who holds a post has lost the second factor: it is taken away together with its recovery codes, the password
 * and all sessions. The person is told by mail, comes in by a link to the mailbox, and sets up both anew. Who resets
 * it must be able to appoint to every post that the person holds, and shows a second factor; nobody resets their own:
 * for that there are recovery codes.
 * @throws Fault `notAllowed`, `secondFactorNeeded`, `notFound` for whoever does not hold the post, `invalid` {place:
 * 'reason'} without a reason, `recordMoved`.
 */
export async function resetFactor(
  office: Office,
  keeper: Keeper,
  postId: string,
  accountId: string,
  { reason = '', seen }: PostAsSeen,
): Promise<Post> {
  const post = await postKeptBy(office, keeper, 'appoint', postId);
  const held = postsHeld(office.board.posts().values(), accountId, today(office));
  const account = await office.accounts.find(accountId);
  if (account === undefined || !held.some(({ id }) => id === postId)) {
    throw new Fault('notFound', { register: 'account', id: accountId });
  }
  refuseForOthers(keeper, accountId, post, held);
  if (reason.trim() === '') throw new Fault('invalid', { place: 'reason', got: '', right: '…' });
  const event = {
    ...eventBase(office, keeper, postId, reason),
    type: 'factorReset',
    account: accountId,
  } as const;
  await writePost(office, post, seen, event);
  await office.accounts.resetFactors(accountId);
  const { language, email } = account;
  const worded = office.words.factorReset(language, {
    site: addressIn(office, language, '/'),
    post: post.title,
    by: keeper === 'node' ? new URL(office.publicAddress).host : keeper.post.title,
    reason: reason.trim(),
    address: addressIn(office, language, '/sign-in'),
  });
  const moment = office.clock.now().toISOString().replace(/\D/g, '');
  await sendOff(office, { key: `factor-reset-${moment}-${accountId}`, to: email, language, ...worded });
  return getPost(office, postId);
}

/** A second factor guards all posts of a person: whoever may not appoint to one of them does not take it away. */
function refuseForOthers(keeper: Keeper, accountId: string, post: Post, held: readonly Post[]): void {
  if (keeper === 'node') return;
  const beyond = held.some((one) => !mayKeepPost(keeper, 'appoint', one));
  if (beyond || keeper.account === accountId) {
    throw new Fault('notAllowed', { step: 'resetFactor', post: keeper.post.id, right: 'administrator' });
  }
  if (!keeper.strong) throw new Fault('secondFactorNeeded', { step: 'resetFactor', post: post.id });
}
