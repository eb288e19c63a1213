import { Fault } from '../kernel/fault.ts';
import type { Account, Accounts, Session, SignIn } from '../operations/ports/accounts.ts';
import { type House, minute, nowOf } from './internal/house.ts';
import { checkPassword } from './internal/password-hash.ts';
import { newSecret, secretHash, secretOf } from './internal/secret.ts';
import { admit, longestWindowMinutes } from './internal/slowing.ts';
import type { KeptSession } from './store/session-table.ts';

/** OWASP ASVS 5.0, 7.3: how long a session may lie idle and how long it lasts at most. */
const idleMinutes = 30;
const absoluteMinutes = 12 * 60;

/** So long after signing in by mail or by the government's sign-on nothing more is asked for to set a password. */
const justProvenMinutes = 15;
const ticketMinutes = 10;

/** A session's last use is written down once a minute and not with each page: each writing waits for the disk. */
const seenEveryMs = minute;

/** The part of `Accounts` that knows who is signed in. A session ends 30 minutes after its last use, and 12 hours after it began. */
export function sessions(house: House) {
  const { store } = house;
  return {
    async session(token) {
      const now = nowOf(house);
      const tokenHash = secretHash(token);
      const held = await store.sessions.find(tokenHash);
      if (held === undefined) return undefined;
      const { kept, account } = held;
      if (!holds(kept, now)) {
        await store.sessions.end(tokenHash);
        return undefined;
      }
      if (now - kept.seenAt >= seenEveryMs) await store.sessions.see(tokenHash, now);
      return shown(kept, account, token, now);
    },
    signOut: async (token) => void (await store.sessions.end(secretHash(token))),
    signOutEverywhere: (accountId) => store.sessions.endAllOf(accountId),
  } satisfies Partial<Accounts>;
}

/** A new session, with a token nobody has seen. */
export async function openSession(
  house: House,
  account: Account,
  how: { readonly strong: boolean; readonly proven: boolean },
): Promise<Session> {
  const now = nowOf(house);
  const token = newSecret();
  const kept = { tokenHash: secretHash(token), accountId: account.id, beganAt: now, seenAt: now, ...how };
  await tidy(house);
  await house.store.sessions.open(kept);
  return shown(kept, account, token, now);
}

/** The first factor was right: a session, or a ticket where a second one is set up. `proven`: by mail or sign-on. */
export async function pastFirstFactor(house: House, account: Account, proven: boolean): Promise<SignIn> {
  if (!account.secondFactor) return { session: await openSession(house, account, { strong: false, proven }) };
  const ticket = newSecret();
  const expiresAt = nowOf(house) + ticketMinutes * minute;
  await house.store.tickets.add({ hash: secretHash(ticket), accountId: account.id, proven, expiresAt });
  return { ticket, factors: await house.store.factors.kindsOf(account.id) };
}

/**
 * Before anything about signing in is changed: the session still holds, and the person in front of it is the one who
 * signed in, shown by the password or by a fresh proof of the mailbox. Gives the account as it is now.
 * @throws Fault `signInNeeded`, `signInRefused`, `tooManyAttempts`.
 */
export async function confirmSelf(house: House, session: Session, password: string): Promise<Account> {
  const { account, justProven } = await stillOpen(house, session);
  if (justProven) return account;
  const attempt = await admit(house, 'password', account.id, 'session');
  const kept = await house.store.accounts.find(account.id);
  const { right } = await checkPassword(kept?.passwordHash, password);
  if (!right) throw new Fault('signInRefused');
  await attempt.forgive();
  return account;
}

/** @throws Fault `signInNeeded` where the session has ended since it was read. */
export async function stillOpen(house: House, { token }: Session): Promise<Session> {
  const now = await sessions(house).session(token);
  if (now === undefined) throw new Fault('signInNeeded');
  return now;
}

/** Removes everything of everybody that holds no longer. */
export function tidy(house: House): Promise<void> {
  const now = nowOf(house);
  return house.store.tidy({
    now,
    sessionsBegunBefore: now - absoluteMinutes * minute,
    sessionsSeenBefore: now - idleMinutes * minute,
    failuresBefore: now - longestWindowMinutes * minute,
  });
}

function holds({ beganAt, seenAt }: KeptSession, now: number): boolean {
  return now - seenAt < idleMinutes * minute && now - beganAt < absoluteMinutes * minute;
}

function shown(kept: KeptSession, account: Account, token: string, now: number): Session {
  return {
    account,
    token,
    formToken: secretOf(token, 'form'),
    strong: kept.strong,
    justProven: kept.proven && now - kept.beganAt < justProvenMinutes * minute,
  };
}
