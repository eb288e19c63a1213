import { type Context, Hono } from 'hono';
import type { Office } from '../../operations/house.ts';
import { languages, wordsOf } from '../desk/desk-page.ts';
import { readOpenPost } from '../desk/form.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { sessionOf } from '../desk/visitor.ts';
import { factorsIn } from './factors.ts';
import { goOn, keptPage, pastFirst } from './go-on.ts';
import { attemptOf } from './network.ts';
import { carryingBytes, onwardOf } from './onward.ts';
import { tried } from './refusal.ts';
import { codePage, signInPage } from './sign-in-page.ts';

/** Signing in with a password, and with a code where a second factor is set up. */
export const byPassword: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}/sign-in`, (c) => showSignIn(office, c));
  app.post(`${languages}/sign-in`, (c) => signIn(office, c));
  app.post(`${languages}/sign-in/code`, (c) => showCode(office, c));
  app.post(`${languages}/sign-in/elsewhere`, (c) => signedInElsewhere(office, c));
  return app;
};

async function showSignIn(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const { searchParams } = new URL(c.req.url);
  const onward = onwardOf(t.lang, searchParams);
  c.header('cache-control', 'private, no-store');
  if ((await sessionOf(office, c)) !== undefined) return c.redirect(onward.to, 303);
  const said = searchParams.has('out') ? { said: t('signIn.signedOut') } : {};
  return signInPage(office, c, { onward: { to: onward.to }, ...said });
}

async function signIn(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readOpenPost(office, c, carryingBytes);
  const onward = onwardOf(t.lang, form);
  const email = form.get('email') ?? '';
  const came = await tried(c, t, () =>
    office.accounts.signIn(email, form.get('password') ?? '', attemptOf(c)),
  );
  if ('refused' in came) {
    return signInPage(office, c, { onward, email, refused: came.refused });
  }
  return pastFirst(office, c, came, onward);
}

async function showCode(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readOpenPost(office, c, carryingBytes);
  const onward = onwardOf(t.lang, form);
  const ticket = form.get('ticket') ?? '';
  const came = await tried(c, t, () =>
    office.accounts.showCode(ticket, form.get('code') ?? '', attemptOf(c)),
  );
  if (!('refused' in came)) return goOn(office, c, came, onward);
  // A ticket that holds no longer: from the beginning.
  if (came.refused.code === 'linkExpired') {
    return signInPage(office, c, { onward, refused: came.refused });
  }
  return codePage(office, c, { ticket, factors: factorsIn(form), onward, refused: came.refused });
}

/** The person has signed in in another window, by a link or the sign-on, and comes back to what was typed in this one. */
async function signedInElsewhere(office: Office, c: Context): Promise<Response> {
  const form = await readOpenPost(office, c, carryingBytes);
  const onward = onwardOf(wordsOf(c).lang, form);
  const session = await sessionOf(office, c);
  if (session === undefined) return signInPage(office, c, { onward });
  return keptPage(office, c, session, onward);
}
