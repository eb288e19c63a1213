import type { MiddlewareHandler } from 'hono';
import { deskStyleHash } from './desk-style.ts';
import { passkeyScriptHash } from './sign-in/passkey-script.ts';
import { styleHash } from './style.ts';

const policy = [
  "default-src 'none'",
  `style-src '${styleHash}' '${deskStyleHash}'`,
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What every page says to browsers: no script, no style but ours, no frame, nothing from elsewhere. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  // Nothing to anybody else; to us it makes browsers say from where a form was sent.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};
const everywhere = Object.entries(securityHeaders);

/** On the pages with passkeys their script is let in by its hash, and no other. */
const withPasskeys = `${policy}; script-src '${passkeyScriptHash}'`;

/** Says so with every answer; on the pages that carry the script for passkeys it is let in. */
export const security: MiddlewareHandler = async (c, next) => {
  await next();
  // Set on the answer itself: `c.header` makes a copy of it each time, whose body is then sent as a stream.
  const { headers } = c.res;
  for (const [name, value] of everywhere) headers.set(name, value);
  if (c.get('passkeys') === true) headers.set('content-security-policy', withPasskeys);
};
