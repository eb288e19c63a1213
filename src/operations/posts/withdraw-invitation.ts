import { Fault } from '../../kernel/fault.ts';
import type { Post } from '../../lifecycle/post.ts';
import { mayKeepPost } from '../../policy/may-keep-post.ts';
import type { Office } from '../house.ts';
import { refuseUnlessHandingOver } from './appoint.ts';
import { keepBackLetters } from './keep-back-letters.ts';
import {
  eventBase,
  getPost,
  type Keeper,
  type PostAsSeen,
  postKeptBy,
  refuseUnlessKeeper,
  writePost,
} from './keep-post.ts';

/**
 * Takes back an invitation to a post that was not accepted: the link in its letter opens nothing any more and says so,
 * and a letter that has not left stays.
 * It may be taken back by those who may send one like it. The history keeps that it happened, not the address.
 * @throws Fault `notAllowed`, `secondFactorNeeded`, `notFound` {register: invitation} where none waits for the address
 * (accepted, withdrawn, expired), `recordMoved`.
 */
export async function withdrawInvitation(
  office: Office,
  keeper: Keeper,
  postId: string,
  email: string,
  { reason, seen }: PostAsSeen = {},
): Promise<Post> {
  // Who is invited is told only to those who keep the post.
  const post = await postKeptBy(office, keeper, 'change', postId);
  const waiting = await office.accounts.invitations(postId, email.trim());
  if (waiting.length === 0) throw new Fault('notFound', { register: 'invitation', id: email.trim() });
  const appoints = keeper === 'node' || mayKeepPost(keeper, 'appoint', post);
  if (!appoints && waiting.every(({ handOver }) => handOver)) refuseUnlessHandingOver(office, keeper, post);
  else refuseUnlessKeeper(keeper, 'appoint', post);
  await writePost(office, post, seen, {
    ...eventBase(office, keeper, postId, reason),
    type: 'invitationWithdrawn',
  });
  await keepBackLetters(office, { post: postId, email: email.trim() });
  await office.accounts.withdrawInvitations({ email: email.trim(), post: postId });
  return getPost(office, postId);
}
