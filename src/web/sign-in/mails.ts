import { randomUUID } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import { daysAfter } from '../../lifecycle/freshness.ts';
import { type Office, today } from '../../operations/house.ts';
import type { Account } from '../../operations/ports/accounts.ts';
import type { Letter } from '../../operations/ports/outbox.ts';
import type { Accepted } from '../../operations/posts/invite.ts';
import { handOverLetter } from '../../wording/mail/hand-over-letter.ts';
import { signInLetter } from '../../wording/mail/sign-in-letter.ts';
import { translator } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Onward, withThen } from './onward.ts';

/** How long a link to sign in is good. */
export const linkMinutes = 15;

/** So long asking for a link takes at least: whether the address is known does not show in how long the answer takes. */
const evenlyMs = 300;

/** Mails a link to sign in if somebody has the address. Nothing tells whether that is so. */
export async function mailSignInLink(office: Office, email: string, onward: Onward): Promise<void> {
  const [outcome] = await Promise.allSettled([
    queueSignInLink(office, email, onward),
    new Promise((resolve) => setTimeout(resolve, evenlyMs)),
  ]);
  if (outcome.status === 'fulfilled') return;
  const error: unknown = outcome.reason;
  // Somebody who asks too often hears what everybody hears.
  if (!(error instanceof Fault && error.code === 'tooManyAttempts')) throw error;
}

async function queueSignInLink(office: Office, email: string, onward: Onward): Promise<void> {
  const account = await office.accounts.findByEmail(email);
  if (account === undefined) return;
  const secret = await office.accounts.letter({ purpose: 'signIn', accountId: account.id }, linkMinutes);
  const link = `${addressFor(office, account, '/sign-in/link')}?${new URLSearchParams({ secret })}`;
  const worded = signInLetter(translator(account.language), {
    site: addressFor(office, account, '/'),
    address: withThen(link, onward),
    goodForMinutes: linkMinutes,
  });
  const goodUntil = new Date(office.clock.now().getTime() + linkMinutes * 60_000).toISOString();
  await sendAtOnce(office, account, `sign-in-${randomUUID()}`, { ...worded, goodUntil });
}

/** Tells those who held a post that somebody has taken it over by an invitation. */
export async function mailFormerHolders(office: Office, { post, former }: Accepted): Promise<void> {
  const from = today(office);
  for (const account of (await office.accounts.named(former)).values()) {
    const worded = handOverLetter(translator(account.language), {
      site: addressFor(office, account, '/'),
      post: post.title,
      reader: 'formerHolder',
      from,
      lastDay: daysAfter(from, -1),
      waiting: 0,
      workspace: addressFor(office, account, '/desk'),
    });
    await sendAtOnce(office, account, `hand-over-${randomUUID()}`, worded);
  }
}

/** A page of ours in the language in which somebody gets mail. */
function addressFor({ publicAddress }: Office, { language }: Account, path: string): string {
  return publicAddress + pageAddress(language, path);
}

/** On disk when it returns, and on its way: a mail server that does not answer keeps nobody waiting. */
async function sendAtOnce(
  { outbox, clock }: Office,
  { email, language }: Account,
  key: string,
  worded: Omit<Letter, 'key' | 'to' | 'language'>,
): Promise<void> {
  const now = clock.now().toISOString();
  await outbox.enqueue([{ key, to: email, language, ...worded }], now);
  // What could not leave stays in the outbox, with its reason, and is tried again.
  void outbox.deliver(now).catch(() => undefined);
}
