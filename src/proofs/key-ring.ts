import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Clock } from '../kernel/clock.ts';
import { Fault } from '../kernel/fault.ts';
import type { KeyStatement, LogHead, SignedHead } from '../operations/ports/log-proofs.ts';
import { bytesOf, keyIdOf, signatureOver } from './internal/signing.ts';
import { type KeptKeys, type KeyStore, keysInMemory } from './key-store.ts';
import { type KnownKeys, knownKeys } from './known-keys.ts';

/** Keeps the keys with which a node signs heads of its log, and says of each who vouches for it. */
export interface KeyRing {
  statements(): Promise<readonly KeyStatement[]>;
  /** Signs with the newest key; the first one is made when it is first wanted. */
  sign(head: Omit<LogHead, 'log' | 'key'>): Promise<SignedHead>;
  /** Makes a new key, vouched for by the one before, which is retired. Gives its id. */
  rotate(): Promise<string>;
  /** Takes all trust from a key; where it is the newest one, a new one is made first. @throws Fault `notFound`. */
  revoke(key: string, reason: string): Promise<void>;
}

/** What stands in the file of statements or is said next: the newest key with its secret. */
interface Ring {
  readonly said: readonly KeyStatement[];
  readonly known: KnownKeys;
}

interface ReadyRing extends Ring {
  readonly newest: string;
  readonly founding: string;
}

type NewStatement = { readonly key: string } & (
  | { readonly type: 'made'; readonly public: string }
  | { readonly type: 'retired' }
  | { readonly type: 'revoked'; readonly reason: string }
);

/**
 * The keys in a store; in memory without one. Read anew each time, so that a server learns what a command beside it, or
 * another node, has changed. Nodes that share a store sign as one: whichever is asked, the head is of the same log.
 */
export function keyRing({ keys = keysInMemory(), clock }: { keys?: KeyStore; clock: Clock }): KeyRing {
  const state = (said: readonly KeyStatement[], by: string, secret: KeyObject, next: NewStatement) => {
    const statement = { ...next, at: clock.now().toISOString(), by };
    // The union is that of NewStatement; the spread has lost it.
    const signed = {
      ...statement,
      signature: signatureOver('southbridge log key', statement, secret),
    } as KeyStatement;
    return [...said, signed];
  };
  const make = async (kept: KeptKeys, { said, known }: Ring): Promise<ReadyRing> => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const bytes = bytesOf(publicKey);
    const key = keyIdOf(bytes);
    await kept.keep(key, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const by = known.newest ?? key;
    const secret = known.newest === undefined ? privateKey : await secretOf(kept, known.newest);
    const made = state(said, by, secret, { type: 'made', key, public: bytes });
    const all =
      known.newest === undefined
        ? made
        : state(made, key, privateKey, { type: 'retired', key: known.newest });
    await kept.write(all);
    return readyRing(all);
  };
  /** The first key is made by one node, whoever else wants it meanwhile. */
  const within = async (kept: KeptKeys): Promise<ReadyRing> => {
    const said = await kept.statements();
    return said.length === 0 ? make(kept, { said, known: knownKeys(said) }) : readyRing(said);
  };
  const ready = async (): Promise<ReadyRing> => {
    const said = await keys.statements();
    return said.length === 0 ? keys.alone(within) : readyRing(said);
  };
  return {
    statements: async () => (await ready()).said,
    sign: async (head) => {
      const { newest, founding } = await ready();
      const said = { ...head, log: founding, key: newest };
      return {
        ...said,
        signature: signatureOver('southbridge log head', said, await secretOf(keys, newest)),
      };
    },
    rotate: () =>
      keys.alone(async (kept) => {
        const before = await within(kept);
        const after = await make(kept, before);
        await kept.forget(before.newest);
        return after.newest;
      }),
    revoke: (key, reason) =>
      keys.alone(async (kept) => {
        const ring = await within(kept);
        if (ring.known.publicOf(key) === undefined) throw new Fault('notFound', { got: key });
        const { said, newest: by } = key === ring.newest ? await make(kept, ring) : ring;
        await kept.write(state(said, by, await secretOf(kept, by), { type: 'revoked', key, reason }));
        await kept.forget(key);
      }),
  };
}

/** @throws Fault `notFound` where nothing is said of any key; `signatureRefused`. */
function readyRing(said: readonly KeyStatement[]): ReadyRing {
  const known = knownKeys(said);
  const { newest, founding } = known;
  if (newest === undefined || founding === undefined) throw new Fault('notFound', { got: 'log key' });
  return { said, known, newest, founding };
}

async function secretOf(keys: KeptKeys, key: string): Promise<KeyObject> {
  const pem = await keys.secret(key);
  if (pem === undefined) throw new Fault('notFound', { got: `${key}.pem` });
  return createPrivateKey(pem);
}
