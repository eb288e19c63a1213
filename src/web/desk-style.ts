import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minified } from './style.ts';

/** The style that pages for people who are signed in carry besides the one of all pages: forms and what the desk shows. */
export const deskStyle: string = minified(readFileSync(join(import.meta.dirname, 'desk.css'), 'utf8'));

/** By which the content security policy lets it in, in a style tag of its own. */
export const deskStyleHash: string = `sha256-${createHash('sha256').update(deskStyle).digest('base64')}`;
