import type { MiddlewareHandler } from 'hono';
import { deskStyleHash } from './desk-style.ts';
import { styleHash } from './style.ts';

const policy = [
  "default-src 'none'",
  `style-src '${styleHash}' '${deskStyleHash}'`,
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What every answer says to browsers: no script, no style but ours, no frame, nothing from elsewhere. */
export const security: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('content-security-policy', policy);
  c.header('x-content-type-options', 'nosniff');
  // Nothing to anybody else; to us it makes browsers say from where a form was sent.
  c.header('referrer-policy', 'same-origin');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
};
