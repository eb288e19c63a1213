import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';

const gzipped = promisify(gzip);
/** Below this many bytes packing saves nothing. */
const worthPacking = 1_400;
/** Fast: whole databanks leave the house this way. */
const level = 3;

export interface TextAnswer {
  readonly mediaType: string;
  readonly body: string;
  /** Instant of the newest thing in it, ISO 8601 UTC. */
  readonly changedAt?: string;
  /** It bears the instant at which it was asked for, so nobody can have it already. */
  readonly alwaysNew?: true;
}

/** A text for programs: packed for whoever takes that, and not sent again to whoever has it (RFC 9110, 13.1). */
export async function textAnswer(context: Context, answer: TextAnswer): Promise<Response> {
  const { mediaType, body, changedAt, alwaysNew = false } = answer;
  const headers = new Headers({ 'cache-control': alwaysNew ? 'no-store' : 'public, no-cache' });
  headers.set('vary', 'Accept-Encoding');
  if (changedAt !== undefined) headers.set('last-modified', new Date(changedAt).toUTCString());
  const bytes = Buffer.from(body);
  if (!alwaysNew) {
    const etag = `W/"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`;
    headers.set('etag', etag);
    if (isKnown(context, etag, changedAt)) return new Response(null, { status: 304, headers });
  }
  headers.set('content-type', `${mediaType}; charset=utf-8`);
  headers.set('x-content-type-options', 'nosniff');
  if (bytes.length < worthPacking || !takesGzip(context)) return new Response(bytes, { headers });
  headers.set('content-encoding', 'gzip');
  return new Response(await gzipped(bytes, { level }), { headers });
}

/** A tag that is asked for decides alone; the date counts where there is none. */
function isKnown(context: Context, etag: string, changedAt: string | undefined): boolean {
  const tags = context.req.header('if-none-match');
  if (tags !== undefined) {
    const bare = (tag: string) => tag.trim().replace(/^W\//, '');
    return tags.trim() === '*' || tags.split(',').some((tag) => bare(tag) === bare(etag));
  }
  const since = Date.parse(context.req.header('if-modified-since') ?? '');
  if (changedAt === undefined || Number.isNaN(since)) return false;
  return Math.floor(Date.parse(changedAt) / 1_000) * 1_000 <= since;
}

function takesGzip(context: Context): boolean {
  const accepted = context.req.header('accept-encoding') ?? '';
  return /(?:^|[\s,])(?:gzip|\*)(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/i.test(accepted);
}
