import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import { type Html, html, markup } from '../html.ts';

/** The one script of the house: passkeys are an interface of browsers (W3C WebAuthn), and there is no other way to them. */
export const passkeyScript: string = readFileSync(join(import.meta.dirname, 'passkey.js'), 'utf8')
  .replace(/^\/\/.*\n/gm, '')
  .replace(/\n +/g, '\n')
  .trim();

/** By which the content security policy lets it in, on the pages that carry it. */
export const passkeyScriptHash: string = `sha256-${createHash('sha256').update(passkeyScript).digest('base64')}`;

declare module 'hono' {
  interface ContextVariableMap {
    /** The page carries the script for passkeys. */
    passkeys?: true;
  }
}

/** The script, for the end of a page; from then on the policy of this answer lets it in. */
export function withPasskeys(c: Context): Html {
  c.set('passkeys', true);
  return html`<script>${markup(passkeyScript)}</script>`;
}
