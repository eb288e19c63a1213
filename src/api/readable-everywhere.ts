import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

const origin = '*';
const exposeHeaders = ['ETag', 'Content-Disposition'];
const beforehand = cors({ origin, allowMethods: ['GET', 'HEAD'], exposeHeaders });

/** What every answer says to programs in browsers. */
export const readableHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': origin,
  'access-control-expose-headers': exposeHeaders.join(','),
};
const everywhere = Object.entries(readableHeaders);

/** Programs in browsers may read from any page, and act from none: they ask beforehand, and are told so. */
export const readableEverywhere: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') return beforehand(c, next);
  await next();
  // Set on the answer itself, afterwards: what stands there before makes a copy of it, whose body is sent as a stream.
  for (const [name, value] of everywhere) c.res.headers.set(name, value);
};
