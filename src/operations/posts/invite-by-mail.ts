import { randomUUID } from 'node:crypto';
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import { daysAfter } from '../../lifecycle/freshness.ts';
import type { Actor } from '../../policy/actor.ts';
import { type Office, today } from '../house.ts';
import { type Invitation, invitationDays, invite } from './invite.ts';
import { keepBackLetters } from './keep-back-letters.ts';
import { getPost } from './keep-post.ts';
import { addressIn, sendOff } from './mail-of-post.ts';

export interface MailedInvitation extends Invitation {
  /** Of the letter. */
  readonly language: InterfaceLanguage;
  /** Names the form that asked for it, so that a form sent twice mails it once. */
  readonly once?: string;
}

/**
 * Invites somebody to a post by a letter in the language given; earlier invitations of that address to it are over.
 * @throws as `invite`.
 */
export async function inviteByMail(office: Office, keeper: Actor, asked: MailedInvitation): Promise<void> {
  const { language, once = randomUUID(), ...invitation } = asked;
  const key = `invitation-${invitation.post}-${once}`;
  const secret = await invite(office, keeper, { ...invitation, letter: key });
  const until = daysAfter(today(office), invitationDays);
  const { title } = getPost(office, invitation.post);
  const person = await office.accounts.find(keeper.account);
  const worded = office.words.invitation(language, {
    site: addressIn(office, language, '/'),
    inviter: keeper.post.title,
    ...(person?.nameShown === true ? { person: person.name } : {}),
    post: title,
    deputy: invitation.deputy,
    address: `${addressIn(office, language, '/invitation')}?${new URLSearchParams({ secret })}`,
    goodForDays: invitationDays,
    until,
  });
  const goodUntil = new Date(office.clock.now().getTime() + invitationDays * 86_400_000).toISOString();
  const leaves = await sendOff(office, { key, to: invitation.email, language, ...worded, goodUntil });
  if (!leaves) {
    await office.accounts.withdrawLetter(secret);
    return;
  }
  await keepBackLetters(office, invitation, key);
  await office.accounts.endInvitations(invitation, secret);
}
