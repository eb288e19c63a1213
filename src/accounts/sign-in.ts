import { Fault } from '../kernel/fault.ts';
import type { Account, Accounts } from '../operations/ports/accounts.ts';
import { emailKey } from './internal/email-address.ts';
import { type House, nowOf } from './internal/house.ts';
import { checkPassword, passwordHash } from './internal/password-hash.ts';
import { refuseWeak } from './internal/password-rules.ts';
import { recoveryHash } from './internal/recovery-codes.ts';
import { secretHash } from './internal/secret.ts';
import { admit } from './internal/slowing.ts';
import { stepOfCode } from './internal/totp.ts';
import { typedCode } from './internal/typed-code.ts';
import { letters } from './letters.ts';
import { confirmSelf, openSession, pastFirstFactor } from './sessions.ts';
import type { KeptTicket } from './store/ticket-table.ts';

/** Ways in: a password, a link by mail, and the code that follows either where it is set up. */
export function signIn(house: House) {
  const { store } = house;
  return {
    async signIn(email, password, { network }) {
      const key = emailKey(email);
      const attempt = await admit(house, 'password', key, network);
      const kept = await store.accounts.findByEmail(key);
      const { right, outdated } = await checkPassword(kept?.passwordHash, password);
      if (kept === undefined || !right) throw new Fault('signInRefused');
      await attempt.forgive();
      if (outdated) await store.accounts.setPassword(kept.account.id, await passwordHash(password));
      return pastFirstFactor(house, kept.account, false);
    },
    async showCode(ticket, code, { network }) {
      const { kept, account } = await openTicket(house, ticket);
      if (!(await usesRecoveryCode(house, account, code))) {
        const attempt = await admit(house, 'code', account.id, network);
        if (!(await isRightCode(house, account, code))) throw new Fault('signInRefused');
        await attempt.forgive();
      }
      return pastSecondFactor(house, kept, account);
    },
    async signInByLetter(secret, { network }) {
      const attempt = await admit(house, 'letter', '', network);
      const what = await letters(house).readLetter(secret);
      if (what.purpose !== 'signIn') throw new Fault('linkExpired');
      await letters(house).useLetter(secret);
      await attempt.forgive();
      const found = await store.accounts.find(what.accountId);
      if (found === undefined) throw new Fault('linkExpired');
      return pastFirstFactor(house, found.account, true);
    },
    async changePassword(session, old, wanted) {
      const account = await confirmSelf(house, session, old);
      refuseWeak(wanted, account);
      const hash = await passwordHash(wanted);
      await store.accounts.replacePassword(account.id, hash, secretHash(session.token));
    },
  } satisfies Partial<Accounts>;
}

/** @throws Fault `linkExpired`. */
export async function openTicket(
  house: House,
  ticket: string,
): Promise<{ readonly kept: KeptTicket; readonly account: Account }> {
  const kept = await house.store.tickets.find(secretHash(ticket), nowOf(house));
  const found = kept && (await house.store.accounts.find(kept.accountId));
  if (kept === undefined || found === undefined) throw new Fault('linkExpired');
  return { kept, account: found.account };
}

/** The ticket is used up, and the session is strong. @throws Fault `linkExpired` where somebody was faster. */
export async function pastSecondFactor(house: House, { hash, proven }: KeptTicket, account: Account) {
  if (!(await house.store.tickets.use(hash))) throw new Fault('linkExpired');
  return openSession(house, account, { strong: true, proven });
}

/** Not slowed: 80 bits are not guessed, and nobody who guesses codes can keep the owner from using one. */
async function usesRecoveryCode({ store }: House, account: Account, code: string): Promise<boolean> {
  const hash = recoveryHash(account.id, code);
  return hash !== undefined && (await store.factors.useRecoveryCode(account.id, hash));
}

async function isRightCode(house: House, { id }: Account, code: string): Promise<boolean> {
  const digits = typedCode(code);
  const authenticator = await house.store.factors.authenticator(id, true);
  if (digits === undefined || authenticator === undefined) return false;
  const step = stepOfCode(authenticator.key, digits, house.clock.now(), authenticator.lastStep);
  return step !== undefined && house.store.factors.useStep(id, step);
}
