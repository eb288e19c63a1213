import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { Fault } from '../kernel/fault.ts';
import type { BackupPlace, Placed } from './place.ts';

export interface S3Options {
  /** Address of the bucket and, behind it, of the folder in it: `https://s3.example.org/bucket/folder`. */
  readonly address: string;
  readonly keyId: string;
  readonly secret: string;
  readonly region: string;
}

/** How often a request is tried that got no answer or one of 5xx, and how long is waited before, in milliseconds. */
const tries = 5;
const waitsMs = 500;

/** A bucket of a store that speaks S3 (signature version 4, addresses with the bucket in the path). */
export function s3Place({ address, keyId, secret, region }: S3Options): BackupPlace {
  const [bucket = '', ...folders] = new URL(address).pathname.split('/').filter((part) => part !== '');
  const folder = folders.map((part) => `${decodeURIComponent(part)}/`).join('');
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    service: 's3',
    region,
    retries: 0,
  });
  const root = new URL(`/${bucket}`, address).href;
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    for (let tried = 1; ; tried += 1) {
      const answer = await answerOf(() => client.fetch(`${root}${path}`, init));
      if (answer instanceof Response && answer.status < 500) return answer;
      const got = answer instanceof Response ? String(answer.status) : answer;
      if (tried === tries) throw new Fault('backupRefused', { place: address, got });
      await sleep(waitsMs * 2 ** tried * Math.random());
    }
  };
  const must = async (answer: Response): Promise<Response> => {
    if (answer.ok) return answer;
    const said = /<Code>([^<]*)/.exec(await answer.text())?.[1];
    throw new Fault('backupRefused', { place: address, got: said ?? String(answer.status) });
  };
  const pathOf = (name: string) => `/${encodeURI(folder + name)}`;
  return {
    name: address,
    list: async (prefix) => {
      const found: Placed[] = [];
      for (let token: string | undefined = ''; token !== undefined; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: folder + prefix });
        if (token !== '') query.set('continuation-token', token);
        const text = await (await must(await ask(`/?${query}`))).text();
        found.push(...contentsOf(text, folder));
        token = element(text, 'NextContinuationToken');
      }
      return found;
    },
    get: async (name) => {
      const answer = await ask(pathOf(name));
      if (answer.status === 404) return undefined;
      return new Uint8Array(await (await must(answer)).arrayBuffer());
    },
    // A copy whose bytes are surely in memory of their own, as a body has to be.
    put: async (name, bytes) =>
      void (await must(await ask(pathOf(name), { method: 'PUT', body: new Uint8Array(bytes) }))),
    remove: async (name) => {
      const answer = await ask(pathOf(name), { method: 'DELETE' });
      if (answer.status !== 404) await must(answer);
    },
  };
}

async function answerOf(request: () => Promise<Response>): Promise<Response | string> {
  try {
    return await request();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** The names are ours: letters, digits, `-`, `.`, `/`; so no XML has to be read beyond its tags. */
function contentsOf(text: string, folder: string): readonly Placed[] {
  return [...text.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, inner = '']) => {
    const key = element(inner, 'Key') ?? '';
    const at = Date.parse(element(inner, 'LastModified') ?? '');
    return key.startsWith(folder) ? [{ name: key.slice(folder.length), at }] : [];
  });
}

function element(text: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1];
}
