import { createHash } from 'node:crypto';
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
}

/** A text for programs: packed for whoever takes that, and not sent again to whoever has it (RFC 9110, 13.1). */
export async function textAnswer(
  context: Context,
  { mediaType, body, changedAt }: TextAnswer,
): Promise<Response> {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = new Headers({ etag, 'cache-control': 'public, no-cache', vary: 'Accept-Encoding' });
  if (changedAt !== undefined) headers.set('last-modified', new Date(changedAt).toUTCString());
  if (isKnown(context, etag, changedAt)) return new Response(null, { status: 304, headers });
  headers.set('content-type', `${mediaType}; charset=utf-8`);
  headers.set('x-content-type-options', 'nosniff');
  const bytes = Buffer.from(body);
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
