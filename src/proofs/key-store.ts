import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyStatement } from '../operations/ports/log-proofs.ts';

/** What is said of the keys that sign heads of one log, and the secrets of those in use. */
export interface KeptKeys {
  statements(): Promise<readonly KeyStatement[]>;
  write(said: readonly KeyStatement[]): Promise<void>;
  /** The secret as PEM (PKCS #8). */
  keep(key: string, pem: string): Promise<void>;
  /** Undefined where it is not kept, or not any more. */
  secret(key: string): Promise<string | undefined>;
  forget(key: string): Promise<void>;
}

/** Where keys are kept: in memory, in a folder, or in the database that all nodes share. */
export interface KeyStore extends KeptKeys {
  /** Several steps of which no other node does any meanwhile: all of them, or none. */
  alone<Answer>(work: (keys: KeptKeys) => Promise<Answer>): Promise<Answer>;
}

/** For a log that lives in memory: keys are gone with the process, and no other node has a part in them. */
export function keysInMemory(): KeyStore {
  let kept: readonly KeyStatement[] = [];
  const secrets = new Map<string, string>();
  const keys: KeptKeys = {
    statements: async () => kept,
    write: async (said) => {
      kept = said;
    },
    keep: async (key, pem) => void secrets.set(key, pem),
    secret: async (key) => secrets.get(key),
    forget: async (key) => void secrets.delete(key),
  };
  return { ...keys, alone: (work) => work(keys) };
}

/**
 * A folder: `statements.json`, which anybody may have, and one file a secret, for the owner of the folder alone. One node
 * works in it: what a command changes beside a server, the server learns since it reads anew each time.
 */
export function keysInFolder(folder: string): KeyStore {
  const file = join(folder, 'statements.json');
  const secretFile = (key: string) => join(folder, `${key}.pem`);
  const keys: KeptKeys = {
    statements: async () =>
      // Only `write` makes the file; `knownKeys` checks every signature in it.
      JSON.parse((await textIn(file)) ?? '[]') as readonly KeyStatement[],
    write: async (said) => writeWhole(file, `${JSON.stringify(said, null, 2)}\n`, 0o644),
    keep: async (key, pem) => writeWhole(secretFile(key), pem, 0o600),
    secret: async (key) => textIn(secretFile(key)),
    forget: async (key) => rm(secretFile(key), { force: true }),
  };
  return { ...keys, alone: (work) => work(keys) };
}

/** Gives keys to a store that has none, with the secrets that are still kept. One that has keys of its own stays as it is. */
export async function handKeysOn(from: KeptKeys, to: KeyStore): Promise<void> {
  const said = await from.statements();
  if (said.length === 0) return;
  await to.alone(async (keys) => {
    if ((await keys.statements()).length > 0) return;
    for (const { type, key } of said) {
      const pem = type === 'made' ? await from.secret(key) : undefined;
      if (pem !== undefined) await keys.keep(key, pem);
    }
    await keys.write(said);
  });
}

async function textIn(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** On disk as a whole before the name leads to it; its folder is made where it is not there. */
export async function writeWhole(file: string, text: string, mode: number): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
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
