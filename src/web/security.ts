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

/** On the pages with passkeys their script is let in by its hash, and no other. */
const withPasskeys = `${policy}; script-src '${passkeyScriptHash}'`;

/** What every answer says to browsers: no script but that for passkeys on the pages that carry it, no style but ours, no frame, nothing from elsewhere. */
export const security: MiddlewareHandler = async (c, next) => {
  await next();
  // Set on the answer itself: `c.header` makes a copy of it each time, whose body is then sent as a stream.
  const { headers } = c.res;
  headers.set('content-security-policy', c.get('passkeys') === true ? withPasskeys : policy);
  headers.set('x-content-type-options', 'nosniff');
  // Nothing to anybody else; to us it makes browsers say from where a form was sent.
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
};
