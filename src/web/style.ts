import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The one style sheet, as every page carries it. */
export const style: string = minified(readFileSync(join(import.meta.dirname, 'style.css'), 'utf8'));

/** By which the content security policy lets the style in, and nothing else. */
export const styleHash: string = `sha256-${createHash('sha256').update(style).digest('base64')}`;

/** Enough for a style sheet written by us: no `;` or `{` inside strings, a space after each colon of a declaration. */
export function minified(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ ([/!]) ?/g, '$1')
    .replace(/;}/g, '}')
    .replace(/\b0(\.\d)/g, '$1')
    .trim();
}
