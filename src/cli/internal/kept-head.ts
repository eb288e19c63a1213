import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Fault } from '../../kernel/fault.ts';
import type { KeyStatement, SignedHead } from '../../operations/ports/log-proofs.ts';
import { checkHead, knownKeys } from '../../proofs/known-keys.ts';

/** A head that somebody kept, and whether its signature could be checked. */
export interface KeptHead {
  readonly size: number;
  readonly root: string;
  readonly at?: string;
  readonly signedBy?: string;
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const signedHead = z.object({
  log: z.string(),
  size: z.int().min(0),
  root: hash,
  at: z.string(),
  key: z.string(),
  signature: z.string(),
});
const said = { key: z.string(), at: z.string(), by: z.string(), signature: z.string() };
const statements = z.array(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('made'), public: z.string(), ...said }),
    z.object({ type: z.literal('retired'), ...said }),
    z.object({ type: z.literal('revoked'), reason: z.string(), ...said }),
  ]),
);

/**
 * Reads a head as it was kept: a file, the address of a node (its head as it stands now) or of a head, the JSON itself, or
 * `size:root`. Its signature is held against `keys` (a file or an address), else against what the node at the address says of
 * its keys, else against `ownKeys`; a bare `size:root` has none.
 * @throws Fault `invalid` for what is no head; `signatureRefused`, `keyRevoked`, `otherLog`; `noSuchFile`, `notFound` for an
 * address that gives nothing.
 */
export async function readKeptHead(
  given: string,
  {
    keys,
    ownKeys,
  }: { readonly keys?: string | undefined; readonly ownKeys: () => Promise<readonly KeyStatement[]> },
): Promise<KeptHead> {
  const bare = /^(\d{1,15}):([0-9a-f]{64})$/.exec(given.trim());
  if (bare !== null) return { size: Number(bare[1]), root: bare[2] ?? '' };
  const address = addressOf(given, '/log/head');
  const head: SignedHead = understood(
    signedHead,
    given.trimStart().startsWith('{') ? given : await textAt(address ?? given),
    given,
  );
  const place = keys ?? (address === undefined ? undefined : new URL('/log/keys', address).href);
  const said =
    place === undefined
      ? await ownKeys()
      : readStatements(await textAt(addressOf(place, '/log/keys') ?? place), place);
  if (said.length === 0) return head;
  checkHead(head, knownKeys(said));
  return { ...head, signedBy: head.key };
}

/** As the node gives them, or as they lie in its folder. */
function readStatements(text: string, place: string): readonly KeyStatement[] {
  const file = z.union([statements, z.object({ statements })]);
  const found = understood(file, text, place);
  return 'statements' in found ? found.statements : found;
}

function understood<T>(schema: z.ZodType<T>, text: string, place: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new Fault(
      'invalid',
      { place: place.slice(0, 200), got: text.slice(0, 80), right: '/log/head, /log/keys' },
      error,
    );
  }
}

/** The address of a node stands for what it says at `path`. */
function addressOf(given: string, path: string): string | undefined {
  if (!/^https?:\/\//.test(given)) return undefined;
  const address = new URL(given);
  return address.pathname === '/' ? new URL(path, address).href : address.href;
}

async function textAt(place: string): Promise<string> {
  const isFile = !/^https?:\/\//.test(place);
  try {
    if (isFile) return await readFile(place, 'utf8');
    const answer = await fetch(place, { signal: AbortSignal.timeout(30_000) });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return await answer.text();
  } catch (error) {
    throw isFile
      ? new Fault('noSuchFile', { file: place }, error)
      : new Fault('notFound', { got: place }, error);
  }
}
