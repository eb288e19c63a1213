import { randomBytes } from 'node:crypto';
import { base32 } from './base32.ts';
import { secretHash } from './secret.ts';

const count = 10;

/** Ten codes of 80 bits, to be written down: `ABCD-EFGH-IJKL-MNOP`. Each opens once what a lost authenticator closed. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: count }, () => base32(randomBytes(10)).replace(/.{4}(?=.)/g, '$&-'));
}

/** The hash under which the code is kept, however it was typed; undefined for a text that is no recovery code. */
export function recoveryHash(accountId: string, typed: string): string | undefined {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return /^[A-Z2-7]{16}$/.test(bare) ? secretHash(`${accountId} ${bare}`) : undefined;
}
