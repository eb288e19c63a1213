import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import { daysAfter } from '../../lifecycle/freshness.ts';
import type { Post } from '../../lifecycle/post.ts';
import { type Office, today } from '../../operations/house.ts';
import type { Account } from '../../operations/ports/accounts.ts';
import type { Letter } from '../../operations/ports/outbox.ts';
import { type Invitation, invitationDays } from '../../operations/posts/invite.ts';
import type { Actor } from '../../policy/actor.ts';
import { handOverLetter } from '../../wording/mail/hand-over-letter.ts';
import { invitationLetter } from '../../wording/mail/invitation-letter.ts';
import { translator } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';

/** An invitation in words; `once` names the form that asked for it, so that a form sent twice mails it once. */
export async function mailInvitation(
  office: Office,
  by: Actor,
  post: Post,
  invitation: Invitation & {
    readonly language: InterfaceLanguage;
    readonly once: string;
    readonly secret: string;
  },
): Promise<void> {
  const { email: to, deputy, language, once, secret } = invitation;
  const t = translator(language);
  const until = daysAfter(today(office), invitationDays);
  const worded = invitationLetter(t, {
    site: addressIn(office, language, '/'),
    inviter: by.post.title,
    post: post.title,
    deputy,
    address: `${addressIn(office, language, '/invitation')}?${new URLSearchParams({ secret })}`,
    goodForDays: invitationDays,
    until,
  });
  const goodUntil = new Date(office.clock.now().getTime() + invitationDays * 86_400_000).toISOString();
  await send(office, { key: `invitation-${post.id}-${once}`, to, language, ...worded, goodUntil });
}

/** Tells the new holder and the former ones of a hand-over. */
export async function mailHandOver(
  office: Office,
  post: Post,
  to: Account,
  former: readonly string[],
  waiting: number,
): Promise<void> {
  const from = today(office);
  const goers = await office.accounts.named(former.filter((id) => id !== to.id));
  const readers = [to, ...goers.values()];
  for (const reader of readers) {
    const { language, email } = reader;
    const worded = handOverLetter(translator(language), {
      site: addressIn(office, language, '/'),
      post: post.title,
      reader: reader === to ? 'newHolder' : 'formerHolder',
      from,
      lastDay: daysAfter(from, -1),
      waiting,
      workspace: `${addressIn(office, language, '/desk')}?post=${post.id}`,
    });
    const moment = office.clock.now().toISOString().replace(/\D/g, '');
    const key = `hand-over-${post.id}-${moment}-${reader.id}`;
    await send(office, { key, to: email, language, ...worded });
  }
}

function addressIn({ publicAddress }: Office, language: InterfaceLanguage, path: string): string {
  return publicAddress + pageAddress(language, path);
}

/** On disk when it returns, and on its way: a mail server that does not answer keeps nobody waiting. */
async function send({ outbox, clock }: Office, letter: Letter): Promise<void> {
  const now = clock.now().toISOString();
  await outbox.enqueue([letter], now);
  // What could not leave stays in the outbox, with its reason, and is tried again.
  void outbox.deliver(now).catch(() => undefined);
}
