import { createHmac, hash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits that can stand in an address or a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Under which a secret is kept. A plain SHA-256 will do: secrets of that length are not guessed. */
export function secretHash(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

/** A secret that whoever knows the token can work out, and whose reader learns nothing about the token. */
export function secretOf(token: string, purpose: string): string {
  return createHmac('sha256', token).update(purpose).digest('base64url');
}
