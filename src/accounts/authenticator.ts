import { randomBytes } from 'node:crypto';
import { Fault } from '../kernel/fault.ts';
import type { Accounts } from '../operations/ports/accounts.ts';
import { base32 } from './internal/base32.ts';
import type { House } from './internal/house.ts';
import { newRecoveryCodes, recoveryHash } from './internal/recovery-codes.ts';
import { secretHash } from './internal/secret.ts';
import { stepOfCode } from './internal/totp.ts';
import { typedCode } from './internal/typed-code.ts';
import { confirmSelf, stillOpen } from './sessions.ts';

/** 160 bits, as RFC 4226 (4, R6) recommends. */
const keyBytes = 20;

/** Setting up the authenticator, a program on the telephone that shows a new code every 30 seconds (RFC 6238). */
export function authenticator(house: House) {
  const { store } = house;
  return {
    async beginAuthenticator(session, password) {
      const { id, email } = await confirmSelf(house, session, password);
      const key = randomBytes(keyBytes);
      await store.factors.propose(id, key);
      return { key: base32(key).replace(/.{4}(?=.)/g, '$& '), address: keyAddress(house, email, key) };
    },
    async finishAuthenticator(session, code) {
      const { account } = await stillOpen(house, session);
      const proposed = await store.factors.authenticator(account.id, false);
      const digits = typedCode(code);
      const step =
        proposed && digits && stepOfCode(proposed.key, digits, house.clock.now(), proposed.lastStep);
      if (proposed === undefined || typeof step !== 'number') throw new Fault('signInRefused');
      const { codes, hashes } = recoveryCodesFor(account.id);
      const confirmed = { key: proposed.key, lastStep: step };
      const done = await store.factors.confirm(account.id, confirmed, hashes, secretHash(session.token));
      if (!done) throw new Fault('signInRefused');
      return codes;
    },
    async removeAuthenticator(session, password) {
      const { id } = await confirmSelf(house, session, password);
      await store.factors.removeAuthenticator(id);
    },
    async resetFactors(id) {
      if ((await store.accounts.find(id)) === undefined) throw new Fault('notFound', { id });
      await store.factors.reset(id);
    },
  } satisfies Partial<Accounts>;
}

/** Ten new codes, and the hashes that are kept of them. */
export function recoveryCodesFor(accountId: string): {
  readonly codes: readonly string[];
  readonly hashes: readonly string[];
} {
  const codes = newRecoveryCodes();
  return { codes, hashes: codes.map((code) => recoveryHash(accountId, code) ?? '') };
}

/** The address that authenticators read, mostly from a square of dots: github.com/google/google-authenticator/wiki/Key-Uri-Format */
function keyAddress({ publicAddress }: House, email: string, key: Uint8Array): string {
  const issuer = publicAddress.host;
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?secret=${base32(key)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;
}
