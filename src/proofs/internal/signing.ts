import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.ts';

/** What is signed: says first what it is, so that no signature can be taken for one of another kind. */
export type Signed = 'southbridge log head' | 'southbridge log key';

export function signatureOver(kind: Signed, said: object, key: KeyObject): string {
  return sign(null, textOf(kind, said), key).toString('base64url');
}

/** `said` may still hold its signature: that is never part of what was signed. */
export function isSignedBy(kind: Signed, said: { readonly signature: string }, publicBytes: string): boolean {
  try {
    return verify(null, textOf(kind, said), keyFrom(publicBytes), Buffer.from(said.signature, 'base64url'));
  } catch {
    return false;
  }
}

function textOf(kind: Signed, said: object): Buffer {
  return Buffer.from(`${kind}\n${canonicalJson({ ...said, signature: undefined })}`);
}

/** The 32 bytes of an Ed25519 key (RFC 8032), base64url. */
export function bytesOf(key: KeyObject): string {
  return String(key.export({ format: 'jwk' }).x);
}

function keyFrom(publicBytes: string): KeyObject {
  return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: publicBytes } });
}

export function keyIdOf(publicBytes: string): string {
  return hash('sha256', Buffer.from(publicBytes, 'base64url')).slice(0, 32);
}
