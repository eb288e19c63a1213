import { type Context, Hono } from 'hono';
import type { Office } from '../../operations/house.ts';
import type { Session } from '../../operations/ports/accounts.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, languages, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { forgetSession, getVisitor, sessionOf } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';

/** Signing out, here or everywhere. */
export const signOut: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}/sign-out`, async (c) => {
    const t = wordsOf(c);
    const visitor = await getVisitor(office, c);
    const title = t('signIn.out');
    const body = html`<h1>${title}</h1>${signOutForms(t, visitor.session.formToken)}`;
    return deskPage(c, { title, path: '/sign-out', body, visitor });
  });
  app.post(`${languages}/sign-out`, (c) => end(office, c, ({ token }) => office.accounts.signOut(token)));
  app.post(`${languages}/sign-out/everywhere`, (c) =>
    end(office, c, ({ account }) => office.accounts.signOutEverywhere(account.id)),
  );
  return app;
};

/** Both ways out, for any page of somebody who is signed in. */
export function signOutForms(t: Translate, formToken: string): Html {
  const here = pageAddress(t.lang, '/sign-out');
  return html`<form method=post action="${here}">${formFields(formToken)}<p><button>${t('signIn.out')}</button></p><p class=help>${t('signIn.outEverywhere.help')}</p><p><button class=quiet formaction="${here}/everywhere">${t('signIn.outEverywhere')}</button></p></form>`;
}

/** Whoever is signed out already is where he or she wanted to be. */
async function end(office: Office, c: Context, how: (session: Session) => Promise<void>): Promise<Response> {
  await readPost(office, c);
  const session = await sessionOf(office, c);
  if (session !== undefined) await how(session);
  forgetSession(c);
  c.header('cache-control', 'private, no-store');
  return c.redirect(`${pageAddress(wordsOf(c).lang, '/sign-in')}?out`, 303);
}
