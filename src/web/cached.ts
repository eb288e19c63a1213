import type { Context, Handler } from 'hono';
import { routePath } from 'hono/route';
import { compressed, type Encoding, type Kept, type PageCache, type Rendered } from './cache.ts';

/** Makes a page for an address; a `Response` (a redirection, an error) is passed on and not kept. */
export type Render = (c: Context) => Promise<Rendered | Response>;

export interface CachedOptions {
  /** Runs before the cache is asked: takes in news, so that what is stale is gone. Must be cheap. */
  readonly beforehand?: () => Promise<unknown>;
}

/**
 * A page for readers who are nobody in particular, from compressed bytes where they are there. Readers who ask at the
 * same time for the same page wait for one rendering. Only for pages that depend on nothing but their address.
 */
export function cached(cache: PageCache, render: Render, options: CachedOptions = {}): Handler {
  const underWay = new Map<string, Promise<Kept | Response>>();
  return async (c) => {
    await options.beforehand?.();
    const key = keyOf(c.req.url);
    const kept = cache.get(key);
    if (kept !== undefined) return answer(c, cache, kept);
    let making = underWay.get(key);
    if (making === undefined) {
      const route = routePath(c);
      making = make(cache, { key, route }, () => render(c)).finally(() => underWay.delete(key));
      underWay.set(key, making);
    }
    const made = await making;
    return made instanceof Response ? made.clone() : answer(c, cache, made);
  };
}

async function make(
  cache: PageCache,
  { key, route }: Pick<Kept, 'key' | 'route'>,
  render: () => Promise<Rendered | Response>,
): Promise<Kept | Response> {
  const moment = cache.moment();
  const made = await render();
  if (made instanceof Response) return made;
  const { br = await compressed(made.body) } = made;
  return cache.put(key, { ...made, br, route }, moment);
}

/** Path and query with its parameters in order: the order of values within a parameter is kept. */
export function keyOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  return keyOfAddress(start < 0 ? '/' : url.slice(start));
}

/** The same of an address that names no host: `/en/search?q=water`. */
export function keyOfAddress(address: string): string {
  const question = address.indexOf('?');
  if (question < 0) return address;
  const parameters = new URLSearchParams(address.slice(question + 1));
  parameters.sort();
  return `${address.slice(0, question)}?${parameters}`;
}

/** The best encoding that the reader takes, after RFC 9110; gzip for those who do not know brotli. */
export function encodingFor(accepts: string | undefined): Encoding {
  if (accepts === undefined) return 'identity';
  const weights = new Map<string, number>();
  for (const part of accepts.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.find((piece) => piece.startsWith('q='));
    weights.set(name, quality === undefined ? 1 : Number(quality.slice(2)) || 0);
  }
  const takes = (name: string) => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}

function answer(c: Context, cache: PageCache, kept: Kept): Response {
  const { status, headers, bytes } = answerFrom(cache, kept, {
    ifNoneMatch: c.req.header('if-none-match'),
    acceptEncoding: c.req.header('accept-encoding'),
  });
  return bytes === null ? c.body(null, status, headers) : c.body(bytes, 200, headers);
}

/** What a reader says of a page: what is there already, and in which encodings it may come. */
export interface AskedFor {
  readonly ifNoneMatch: string | undefined;
  readonly acceptEncoding: string | undefined;
}

export interface KeptAnswer {
  readonly status: 200 | 304;
  readonly headers: Record<string, string>;
  /** Nothing for who has the page already. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** A kept page as it is sent, without what every answer of the house says. */
export function answerFrom(
  cache: PageCache,
  kept: Kept,
  { ifNoneMatch, acceptEncoding }: AskedFor,
): KeptAnswer {
  const headers: Record<string, string> = {
    etag: kept.etag,
    vary: 'Accept-Encoding',
    'cache-control': 'public, no-cache',
  };
  if (matches(ifNoneMatch, kept.etag)) return { status: 304, headers, bytes: null };
  const encoding = encodingFor(acceptEncoding);
  headers['content-type'] = kept.contentType;
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  const bytes = cache.bytesOf(kept, encoding);
  headers['content-length'] = String(bytes.length);
  return { status: 200, headers, bytes };
}

/** Weak comparison (RFC 9110, 8.8.3.2): proxies may have made a weak tag of a strong one or the other way round. */
function matches(asked: string | undefined, etag: string): boolean {
  if (asked === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return asked.trim() === '*' || asked.split(',').some((tag) => bare(tag) === bare(etag));
}
