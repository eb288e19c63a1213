import { randomUUID } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import { daysAfter } from '../../lifecycle/freshness.ts';
import type { Office } from '../../operations/house.ts';
import * as hold from '../../operations/posts/appoint.ts';
import { invitationDays, invite as inviteTo } from '../../operations/posts/invite.ts';
import { getPost, refuseUnlessKeeper } from '../../operations/posts/keep-post.ts';
import type { PostAct } from '../../policy/may-keep-post.ts';
import { invitationLetter } from '../../wording/mail/invitation-letter.ts';
import { translator } from '../../wording/messages.ts';
import { type Asked, languageOf, placeOf } from '../asked.ts';
import { actorOf } from '../caller.ts';
import type { Body } from '../schemas.ts';
import { kept } from './posts.ts';

/** Mails an invitation in the language of the address; who gets it takes the post by following its link. */
export async function invite(
  asked: Asked,
  { post, email, deputy = false }: Body<'Invitation'>,
): Promise<Response> {
  const { office, context } = asked;
  const keeper = await actorOf(asked, post);
  const { id } = placeOf(context);
  const secret = await inviteTo(office, keeper, { email, post: id, deputy });
  const language = languageOf(context);
  const now = office.clock.now().toISOString();
  const until = daysAfter(now, invitationDays);
  const letter = invitationLetter(translator(language), {
    site: office.publicAddress,
    inviter: keeper.post.title,
    post: getPost(office, id).title,
    deputy,
    address: `${office.publicAddress}/${language}/invitation?secret=${secret}`,
    goodForDays: invitationDays,
    until,
  });
  const goodUntil = `${until}T23:59:59.999Z`;
  const key = `invitation:${id}:${randomUUID()}`;
  await office.outbox.enqueue([{ key, to: email, language, goodUntil, ...letter }], now);
  return kept(asked, getPost(office, id), 202);
}

/** Somebody who has an account holds the post, as holder or deputy. */
export async function appoint(asked: Asked, said: Body<'Person'>): Promise<Response> {
  const { deputy = false, lastDay } = said;
  const { keeper, id, account } = await keeping(asked, said, 'appoint');
  const tenure = { account, deputy, ...(lastDay === undefined ? {} : { to: lastDay }) };
  return kept(asked, await hold.appoint(asked.office, keeper, id, tenure, said.reason));
}

export async function relieve(asked: Asked, said: Body<'Person'>): Promise<Response> {
  const { keeper, id, account } = await keeping(asked, said, 'appoint');
  return kept(asked, await hold.relieve(asked.office, keeper, id, account, said.reason));
}

export async function handOver(asked: Asked, said: Body<'Person'>): Promise<Response> {
  const { keeper, id, account } = await keeping(asked, said, 'handOver');
  return kept(asked, await hold.handOver(asked.office, keeper, id, account, said.reason));
}

/** Who acts, on which post, and of whom it speaks: looked up only for those who keep the post. */
async function keeping(asked: Asked, { post, account, email }: Body<'Person'>, act: PostAct) {
  const keeper = await actorOf(asked, post);
  const { id } = placeOf(asked.context);
  refuseUnlessKeeper(keeper, act, getPost(asked.office, id));
  return { keeper, id, account: await accountOf(asked.office, account, email) };
}

/** @throws Fault `notFound`, `invalid` where nobody is named. */
async function accountOf({ accounts }: Office, account?: string, email?: string): Promise<string> {
  const named = account ?? email;
  if (named === undefined) throw new Fault('invalid', { place: 'account', got: '', right: 'account, email' });
  const found = account === undefined ? await accounts.findByEmail(named) : await accounts.find(named);
  if (found === undefined) throw new Fault('notFound', { id: named });
  return found.id;
}
