import { Fault } from '../../kernel/fault.ts';
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import { holdersOn, type Post } from '../../lifecycle/post.ts';
import { mayKeepPost } from '../../policy/may-keep-post.ts';
import { follow } from '../follow.ts';
import { type Office, today } from '../house.ts';
import type { Account, LetterSecret } from '../ports/accounts.ts';
import { appoint, handOver, refuseUnlessHandingOver } from './appoint.ts';
import { keepBackLetters } from './keep-back-letters.ts';
import { getOpenPost, getPost, type Keeper, refuseUnlessKeeper } from './keep-post.ts';
import { tellFormer } from './tell-hand-over.ts';

/** How long an invitation is good, in days. */
export const invitationDays = 14;

export interface Invitation {
  readonly email: string;
  readonly post: string;
  readonly deputy: boolean;
  /** Whoever accepts takes the post over from its holder. */
  readonly handOver?: boolean;
  /** Key of the letter that will carry it. */
  readonly letter?: string;
}

/** One mailbox, as far as that can be told before a letter comes back. */
const mailbox = /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\.]{2,}$/;

/**
 * Invites somebody to a post: gives the secret to be mailed. Nothing changes until it is accepted.
 * @throws Fault `notAllowed`, `notFound`, `noHolder` for a closed post, `invalid` for what is no address.
 */
export async function invite(office: Office, keeper: Keeper, invitation: Invitation): Promise<string> {
  await follow(office);
  const post = getOpenPost(office, invitation.post);
  if (invitation.handOver === true) refuseUnlessHandingOver(office, keeper, post);
  else refuseUnlessKeeper(keeper, 'appoint', post);
  if (!mailbox.test(invitation.email) || invitation.email.length > 254) {
    throw new Fault('invalid', { place: 'email', got: invitation.email, right: 'name@example.org' });
  }
  const by = keeper === 'node' ? {} : { inviter: keeper.post.id, inviterAccount: keeper.account };
  return office.accounts.letter({ purpose: 'invitation', ...invitation, ...by }, invitationDays * 24 * 60);
}

/** What became of an invitation. */
export interface Accepted {
  readonly account: Account;
  readonly post: Post;
}

/**
 * The invited person takes the post: with the account of that address, or a new one. To a post that has a holder one
 * comes as a deputy, unless the invitation hands it over: then those who held it are told. An invitation dies with the power of the post that wrote it;
 * one to hand over also when whoever wrote it holds that post no longer.
 * @throws Fault `linkExpired`, `weakPassword`, `invalid` for a name that is none, `noHolder` for a post that was closed
 * meanwhile.
 */
export async function acceptInvitation(
  office: Office,
  secret: string,
  person: { readonly name: string; readonly language: InterfaceLanguage; readonly password?: string },
): Promise<Accepted> {
  const read = await office.accounts.readLetter(secret);
  if (read.purpose !== 'invitation') throw new Fault('linkExpired');
  await follow(office);
  const post = getOpenPost(office, read.post);
  const keeper = keeperOf(office, read);
  const takesOver = read.handOver === true;
  if (keeper !== 'node' && !mayKeepPost(keeper, takesOver ? 'handOver' : 'appoint', post)) {
    throw new Fault('linkExpired');
  }
  const known = await office.accounts.findByEmail(read.email);
  const account = known ?? (await office.accounts.create({ ...person, email: read.email }));
  await office.accounts.useLetter(secret);
  await keepBackLetters(office, read);
  await office.accounts.endInvitations(read);
  const holders = holdersOn(post, today(office)).flatMap((tenure) => (tenure.deputy ? [] : [tenure.account]));
  if (holders.includes(account.id)) return { account, post };
  if (takesOver) {
    await handOver(office, keeper, post.id, account.id);
    await tellFormer(office, post, holders);
  } else {
    const deputy = read.deputy || holders.length > 0;
    await appoint(office, keeper, post.id, { account: account.id, deputy });
  }
  return { account, post: getPost(office, post.id) };
}

/** In whose name the post is given: the history says who invited. @throws Fault `linkExpired`. */
function keeperOf(
  office: Office,
  { inviter, inviterAccount = '', handOver: takesOver }: Extract<LetterSecret, { purpose: 'invitation' }>,
): Keeper {
  if (inviter === undefined) return 'node';
  const post = office.board.posts().get(inviter);
  if (post === undefined || post.closedAt !== undefined) throw new Fault('linkExpired');
  const holds = holdersOn(post, today(office)).some(({ account }) => account === inviterAccount);
  if (takesOver === true && !holds) throw new Fault('linkExpired');
  // A second factor was shown, where one is needed, when the invitation was written.
  return { post, account: inviterAccount, strong: true };
}
