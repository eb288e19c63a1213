import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../kernel/clock.ts';
import { Fault } from '../kernel/fault.ts';
import type { KeyStatement, LogHead, SignedHead } from '../operations/ports/log-proofs.ts';
import { bytesOf, keyIdOf, signatureOver } from './internal/signing.ts';
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

type NewStatement = { readonly key: string } & (
  | { readonly type: 'made'; readonly public: string }
  | { readonly type: 'retired' }
  | { readonly type: 'revoked'; readonly reason: string }
);

/**
 * The keys in a folder: `statements.json`, which anybody may have, and one file a secret, for the owner of the folder
 * alone. Read anew each time, so that a server learns what a command beside it has changed. In memory without a folder.
 */
export function keyRing({ folder, clock }: { folder?: string; clock: Clock }): KeyRing {
  const store = folder === undefined ? inMemory() : inFolder(folder);

  const read = async (): Promise<Ring> => {
    const said = await store.statements();
    return { said, known: knownKeys(said) };
  };
  const state = async (said: readonly KeyStatement[], by: string, secret: KeyObject, next: NewStatement) => {
    const statement = { ...next, at: clock.now().toISOString(), by };
    // The union is that of NewStatement; the spread has lost it.
    const signed = {
      ...statement,
      signature: signatureOver('southbridge log key', statement, secret),
    } as KeyStatement;
    return [...said, signed];
  };
  const make = async ({ said, known }: Ring): Promise<Ring> => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const bytes = bytesOf(publicKey);
    const key = keyIdOf(bytes);
    await store.keep(key, privateKey);
    const by = known.newest ?? key;
    const secret = known.newest === undefined ? privateKey : await store.secret(known.newest);
    const made = await state(said, by, secret, { type: 'made', key, public: bytes });
    const all =
      known.newest === undefined
        ? made
        : await state(made, key, privateKey, { type: 'retired', key: known.newest });
    await store.write(all);
    return { said: all, known: knownKeys(all) };
  };
  const ready = async (): Promise<Ring & { readonly newest: string; readonly founding: string }> => {
    const ring = await read();
    const { known } = ring.known.newest === undefined ? await make(ring) : ring;
    const { newest, founding } = known;
    if (newest === undefined || founding === undefined) throw new Fault('notFound', { got: 'log key' });
    return { ...ring, known, newest, founding };
  };
  return {
    statements: async () => {
      await ready();
      return store.statements();
    },
    sign: async (head) => {
      const { newest, founding } = await ready();
      const said = { ...head, log: founding, key: newest };
      return {
        ...said,
        signature: signatureOver('southbridge log head', said, await store.secret(newest)),
      };
    },
    rotate: async () => {
      const before = await ready();
      const after = await make({ said: await store.statements(), known: before.known });
      await store.forget(before.newest);
      return after.known.newest ?? '';
    },
    revoke: async (key, reason) => {
      const { newest, known } = await ready();
      if (known.publicOf(key) === undefined) throw new Fault('notFound', { got: key });
      const ring = { said: await store.statements(), known };
      const { said, known: now } = key === newest ? await make(ring) : ring;
      const by = now.newest ?? '';
      await store.write(await state(said, by, await store.secret(by), { type: 'revoked', key, reason }));
      await store.forget(key);
    },
  };
}

interface KeyStore {
  statements(): Promise<readonly KeyStatement[]>;
  write(said: readonly KeyStatement[]): Promise<void>;
  keep(key: string, secret: KeyObject): Promise<void>;
  secret(key: string): Promise<KeyObject>;
  forget(key: string): Promise<void>;
}

function inMemory(): KeyStore {
  let kept: readonly KeyStatement[] = [];
  const secrets = new Map<string, KeyObject>();
  return {
    statements: async () => kept,
    write: async (said) => {
      kept = said;
    },
    keep: async (key, secret) => void secrets.set(key, secret),
    secret: async (key) => {
      const found = secrets.get(key);
      if (found === undefined) throw new Fault('notFound', { got: key });
      return found;
    },
    forget: async (key) => void secrets.delete(key),
  };
}

function inFolder(folder: string): KeyStore {
  const file = join(folder, 'statements.json');
  const secretFile = (key: string) => join(folder, `${key}.pem`);
  return {
    statements: async () => {
      try {
        // Only this module writes the file; `knownKeys` checks every signature in it.
        return JSON.parse(await readFile(file, 'utf8')) as readonly KeyStatement[];
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
        throw error;
      }
    },
    write: async (said) => writeWhole(file, `${JSON.stringify(said, null, 2)}\n`, 0o644),
    keep: async (key, secret) => {
      await mkdir(folder, { recursive: true });
      await writeWhole(secretFile(key), secret.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600);
    },
    secret: async (key) => createPrivateKey(await readFile(secretFile(key), 'utf8')),
    forget: async (key) => rm(secretFile(key), { force: true }),
  };
}

/** On disk as a whole before the name leads to it. */
export async function writeWhole(file: string, text: string, mode: number): Promise<void> {
  const beside = `${file}.new`;
  const opened = await open(beside, 'w', mode);
  try {
    await opened.writeFile(text);
    await opened.sync();
  } finally {
    await opened.close();
  }
  await rename(beside, file);
}
