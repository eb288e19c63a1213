import { Fault } from '../kernel/fault.ts';
import type { KeyStatement, SignedHead } from '../operations/ports/log-proofs.ts';
import { isSignedBy, keyIdOf } from './internal/signing.ts';

/** What the statements about keys come to. */
export interface KnownKeys {
  /** The key that vouches for all others, directly or through them; undefined where nothing was said. */
  readonly founding: string | undefined;
  /** The key that signs now. */
  readonly newest: string | undefined;
  /** Its 32 bytes, base64url; undefined for a key that nobody vouches for. */
  publicOf(key: string): string | undefined;
  retiredAt(key: string): string | undefined;
  isRevoked(key: string): boolean;
}

/**
 * Reads statements about keys in order and checks each signature.
 * @throws Fault `signatureRefused` {got, right} for a statement that is not signed as it says, or by a key that may not.
 */
export function knownKeys(statements: readonly KeyStatement[]): KnownKeys {
  const publics = new Map<string, string>();
  const retired = new Map<string, string>();
  const revoked = new Set<string>();
  let founding: string | undefined;
  let newest: string | undefined;
  for (const said of statements) {
    const { key, by } = said;
    const selfMade = said.type === 'made' && founding === undefined && by === key;
    const signer = selfMade ? said.public : by === newest ? publics.get(by) : undefined;
    const fits = said.type !== 'made' || keyIdOf(said.public) === key;
    if (signer === undefined || !fits || !isSignedBy('southbridge log key', said, signer))
      throw new Fault('signatureRefused', { got: key, right: newest ?? key });
    if (said.type === 'made') {
      publics.set(key, said.public);
      founding ??= key;
      newest = key;
    } else if (said.type === 'retired') retired.set(key, said.at);
    else revoked.add(key);
  }
  return {
    founding,
    newest,
    publicOf: (key) => publics.get(key),
    retiredAt: (key) => retired.get(key),
    isRevoked: (key) => revoked.has(key),
  };
}

/**
 * Whether a head is what this log's keys have signed.
 * @throws Fault `otherLog` {got, right} for the head of another log; `keyRevoked` {got, right} for a key that is trusted
 * no more; `signatureRefused` for one that does not fit, or was made after its key was retired.
 */
export function checkHead(head: SignedHead, known: KnownKeys): void {
  const { log, key, at } = head;
  if (log !== known.founding) throw new Fault('otherLog', { got: log, right: known.founding ?? '' });
  if (known.isRevoked(key)) throw new Fault('keyRevoked', { got: key, right: known.newest ?? '' });
  const bytes = known.publicOf(key);
  const retired = known.retiredAt(key);
  const late = retired !== undefined && at > retired;
  if (bytes === undefined || late || !isSignedBy('southbridge log head', head, bytes))
    throw new Fault('signatureRefused', { got: key, right: known.newest ?? '' });
}
