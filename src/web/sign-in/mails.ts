import { randomUUID } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { addressIn, sendOff } from '../../operations/posts/mail-of-post.ts';
import { signInLetter } from '../../wording/mail/sign-in-letter.ts';
import { translator } from '../../wording/messages.ts';
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
  const link = `${addressIn(office, account.language, '/sign-in/link')}?${new URLSearchParams({ secret })}`;
  const worded = signInLetter(translator(account.language), {
    site: addressIn(office, account.language, '/'),
    address: withThen(link, onward),
    goodForMinutes: linkMinutes,
  });
  const goodUntil = new Date(office.clock.now().getTime() + linkMinutes * 60_000).toISOString();
  const { email: to, language } = account;
  await sendOff(office, { key: `sign-in-${randomUUID()}`, to, language, ...worded, goodUntil });
}
