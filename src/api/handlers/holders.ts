import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import type { Account } from '../../operations/ports/accounts.ts';
import * as hold from '../../operations/posts/appoint.ts';
import { inviteByMail } from '../../operations/posts/invite-by-mail.ts';
import { getPost, refuseUnlessKeeper } from '../../operations/posts/keep-post.ts';
import * as factor from '../../operations/posts/reset-factor.ts';
import { handOverAndTell } from '../../operations/posts/tell-hand-over.ts';
import * as invitation from '../../operations/posts/withdraw-invitation.ts';
import type { PostAct } from '../../policy/may-keep-post.ts';
import { type Asked, languageOf, placeOf } from '../asked.ts';
import { actorOf } from '../caller.ts';
import type { Body } from '../schemas.ts';
import { asSeen, kept } from './posts.ts';

/** Mails an invitation in the language of the address; who gets it takes the post by following its link. */
export async function invite(
  asked: Asked,
  { post, email, deputy = false }: Body<'Invitation'>,
): Promise<Response> {
  const { office, context } = asked;
  const keeper = await actorOf(asked, post);
  const { id } = placeOf(context);
  // A request that is repeated mails one letter.
  const once = asked.request === undefined ? {} : { once: asked.request };
  await inviteByMail(office, keeper, { email, post: id, deputy, language: languageOf(context), ...once });
  return kept(asked, getPost(office, id), 202);
}

/** An invitation that was not accepted is taken back. */
export async function withdrawInvitation(
  asked: Asked,
  { post, email, ...said }: Body<'WithdrawnInvitation'>,
): Promise<Response> {
  const keeper = await actorOf(asked, post);
  const { id } = placeOf(asked.context);
  const seen = asSeen(asked.context, id, said);
  return kept(asked, await invitation.withdrawInvitation(asked.office, keeper, id, email, seen));
}

/** Somebody who has an account holds the post, as holder or deputy. */
export async function appoint(asked: Asked, said: Body<'Person'>): Promise<Response> {
  const { deputy = false, lastDay } = said;
  const { keeper, id, account, seen } = await keeping(asked, said, 'appoint');
  const tenure = { account: account.id, deputy, ...(lastDay === undefined ? {} : { to: lastDay }) };
  return kept(asked, await hold.appoint(asked.office, keeper, id, tenure, seen));
}

export async function relieve(asked: Asked, said: Body<'Person'>): Promise<Response> {
  const { keeper, id, account, seen } = await keeping(asked, said, 'appoint');
  return kept(asked, await hold.relieve(asked.office, keeper, id, account.id, seen));
}

/** Both sides are told by mail. */
export async function handOver(asked: Asked, said: Body<'Person'>): Promise<Response> {
  const { keeper, id, account, seen } = await keeping(asked, said, 'handOver');
  return kept(asked, await handOverAndTell(asked.office, keeper, id, account, seen));
}

/** Somebody lost the second factor: the person is told by mail how to come in. */
export async function resetFactor(asked: Asked, said: Body<'Person'>): Promise<Response> {
  const { keeper, id, account, seen } = await keeping(asked, said, 'appoint');
  return kept(asked, await factor.resetFactor(asked.office, keeper, id, account.id, seen));
}

/** Who acts, on which post, and of whom it speaks: looked up only for those who keep the post. */
async function keeping(asked: Asked, { post, account, email, ...said }: Body<'Person'>, act: PostAct) {
  const keeper = await actorOf(asked, post);
  const { id } = placeOf(asked.context);
  refuseUnlessKeeper(keeper, act, getPost(asked.office, id));
  const seen = asSeen(asked.context, id, said);
  return { keeper, id, seen, account: await accountOf(asked.office, account, email) };
}

/** @throws Fault `notFound`, `invalid` where nobody is named. */
async function accountOf({ accounts }: Office, account?: string, email?: string): Promise<Account> {
  const named = account ?? email;
  if (named === undefined) throw new Fault('invalid', { place: 'account', got: '', right: 'account, email' });
  const found = account === undefined ? await accounts.findByEmail(named) : await accounts.find(named);
  if (found === undefined) throw new Fault('notFound', { id: named });
  return found;
}
