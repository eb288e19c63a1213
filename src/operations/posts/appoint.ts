import { Fault } from '../../kernel/fault.ts';
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import { daysAfter } from '../../lifecycle/freshness.ts';
import { holdersOn, type Post } from '../../lifecycle/post.ts';
import { follow } from '../follow.ts';
import { type House, type Office, today } from '../house.ts';
import type { Account } from '../ports/accounts.ts';
import { eventBase, getPost, type Keeper, refuseUnlessKeeper, writePost } from './keep-post.ts';

/** How long an invitation is good, in days. */
export const invitationDays = 14;

/** Somebody holds the post from today on. @throws Fault `notAllowed`, `notFound`. */
export async function appoint(
  house: House,
  keeper: Keeper,
  postId: string,
  tenure: { readonly account: string; readonly deputy: boolean; readonly to?: string },
): Promise<Post> {
  await follow(house);
  refuseUnlessKeeper(keeper, 'appoint', getPost(house, postId));
  await writePost(house, postId, {
    ...eventBase(house, keeper, postId),
    type: 'appointed',
    tenure: { ...tenure, from: today(house) },
  });
  return getPost(house, postId);
}

/** Somebody no longer holds the post, from this moment on. @throws Fault `notAllowed`, `notFound`. */
export async function relieve(
  house: House,
  keeper: Keeper,
  postId: string,
  account: string,
  reason?: string,
): Promise<Post> {
  await follow(house);
  refuseUnlessKeeper(keeper, 'appoint', getPost(house, postId));
  await writePost(house, postId, {
    ...eventBase(house, keeper, postId),
    type: 'relieved',
    account,
    lastDay: daysAfter(today(house), -1),
    ...(reason === undefined ? {} : { reason }),
  });
  return getPost(house, postId);
}

/**
 * The post changes its holder in one step: tasks, drafts and mail go on as they are, under the new one.
 * @throws Fault `notAllowed`, `notFound`.
 */
export async function handOver(
  house: House,
  keeper: Keeper,
  postId: string,
  to: string,
  reason?: string,
): Promise<Post> {
  await follow(house);
  refuseUnlessKeeper(keeper, 'handOver', getPost(house, postId));
  const day = today(house);
  await writePost(house, postId, {
    ...eventBase(house, keeper, postId),
    type: 'handedOver',
    to,
    from: day,
    lastDay: daysAfter(day, -1),
    ...(reason === undefined ? {} : { reason }),
  });
  return getPost(house, postId);
}

export interface Invitation {
  readonly email: string;
  readonly post: string;
  readonly deputy: boolean;
}

/**
 * Invites somebody to a post: gives the secret to be mailed. Nothing changes until it is accepted.
 * @throws Fault `notAllowed`, `notFound`.
 */
export async function invite(office: Office, keeper: Keeper, invitation: Invitation): Promise<string> {
  await follow(office);
  refuseUnlessKeeper(keeper, 'appoint', getPost(office, invitation.post));
  return office.accounts.letter({ purpose: 'invitation', ...invitation }, invitationDays * 24 * 60);
}

/**
 * The invited person takes the post: with the account of that address, or a new one. An invitation to a post that has a
 * holder already makes the invited the holder beside; a hand-over is a step of its own.
 * @throws Fault `linkExpired`, `weakPassword`, `noHolder` for a post that was closed meanwhile.
 */
export async function acceptInvitation(
  office: Office,
  secret: string,
  person: { readonly name: string; readonly language: InterfaceLanguage; readonly password?: string },
): Promise<{ readonly account: Account; readonly post: Post }> {
  const read = await office.accounts.readLetter(secret);
  if (read.purpose !== 'invitation') throw new Fault('linkExpired');
  await follow(office);
  const post = getPost(office, read.post);
  if (post.closedAt !== undefined) throw new Fault('noHolder', { post: post.id });
  const known = await office.accounts.findByEmail(read.email);
  const account = known ?? (await office.accounts.create({ ...person, email: read.email }));
  await office.accounts.useLetter(secret);
  const deputy = read.deputy || holdersOn(post, today(office)).some((tenure) => !tenure.deputy);
  await appoint(office, 'node', post.id, { account: account.id, deputy });
  return { account, post: getPost(office, post.id) };
}
