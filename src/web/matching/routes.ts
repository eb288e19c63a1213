import { type Context, Hono } from 'hono';
import type { Office } from '../../operations/house.ts';
import { longestAsked, solveRequest } from '../../operations/matching/solve-request.ts';
import { languages, wordsOf } from '../desk/desk-page.ts';
import { readOpenPost } from '../desk/form.ts';
import { visitorOf } from '../desk/visitor.ts';
import { deskStyle } from '../desk-style.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';
import { askedFor, shownSolutions, solvedFor } from './makers.ts';
import { longestInAddress, solvedPath } from './solved-page.ts';
import { takeVerdict } from './useful.ts';

/** Four bytes a character, each escaped with three. */
const mostBytes = longestAsked * 12 + 10_000;

/** Where anybody sends a problem that may be too long for an address. A short one goes on to an address of its own. */
export function matchingRoutes(office: Office): Hono {
  const app = new Hono();
  app.post(`${languages}/solved`, (c) => taken(office, c));
  app.post(`${languages}/solved/useful`, (c) => takeVerdict(office, c));
  return app;
}

async function taken(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readOpenPost(office, c, mostBytes);
  const visitor = await visitorOf(office, c);
  const asked = askedFor(solveRequest(form, t.lang, shownSolutions), form, visitor);
  if (asked.request.text.length <= longestInAddress) {
    const more = new URLSearchParams();
    if (asked.request.text === '' && asked.request.record === undefined) more.set('q', '');
    if (asked.unknownCountry !== undefined) more.set('country', asked.unknownCountry);
    const path = solvedPath(asked);
    const between = path.includes('?') ? '&' : '?';
    return c.redirect(`/${t.lang}${path}${more.size > 0 ? `${between}${more}` : ''}`, 303);
  }
  const { bodies, shows: _, ...parts } = await solvedFor(office, t, asked, visitor);
  const [body] = bodies;
  c.header('cache-control', 'private, no-store');
  return c.html(
    String(
      page({ t, ...parts, body: body?.() ?? html``, ...(visitor && { visitor, moreStyle: deskStyle }) }),
    ),
  );
}
