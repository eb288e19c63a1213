import { type Context, Hono } from 'hono';
import type { Office } from '../../operations/house.ts';
import { pageAddress } from '../address.ts';
import { deskPage, languages, wordsOf } from '../desk/desk-page.ts';
import { readOpenPost } from '../desk/form.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { html } from '../html.ts';
import { pastFirst } from './go-on.ts';
import { submit } from './inputs.ts';
import { isolated } from './isolated.ts';
import { linkMinutes, mailSignInLink } from './mails.ts';
import { attemptOf } from './network.ts';
import { onwardFields, onwardOf } from './onward.ts';
import { tried } from './refusal.ts';
import { signInPage } from './sign-in-page.ts';

/** Signing in with a link that comes by mail. */
export const byLetter: DeskRoutes = (office) => {
  const app = new Hono();
  app.post(`${languages}/sign-in/letter`, (c) => askForLink(office, c));
  app.get(`${languages}/sign-in/link`, showLink);
  app.post(`${languages}/sign-in/link`, (c) => useLink(office, c));
  return app;
};

async function askForLink(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readOpenPost(office, c);
  const email = (form.get('email') ?? '').trim();
  await mailSignInLink(office, email, onwardOf(t.lang, form));
  const { intoFiles } = office.outbox;
  const title = t(intoFiles ? 'signIn.letter.title' : 'signIn.letter.sent');
  const sent = t(intoFiles ? 'signIn.letter.keptText' : 'signIn.letter.sentText', {
    email: isolated(email),
    n: linkMinutes,
  });
  const body = html`<h1>${title}</h1><p>${sent}<p>${t(intoFiles ? 'outbox.kept' : 'signIn.letter.nothing')}`;
  return deskPage(c, { title, path: '/sign-in', body });
}

/** Looking at the link uses nothing up: programs that check mail follow links before their reader does. */
function showLink(c: Context): Response | Promise<Response> {
  const t = wordsOf(c);
  const { searchParams } = new URL(c.req.url);
  const title = t('signIn.title');
  const secret = searchParams.get('secret') ?? '';
  const body = html`<h1>${title}</h1><p>${t('signIn.link.text')}</p><form method=post action="${pageAddress(t.lang, '/sign-in/link')}">${onwardFields(onwardOf(t.lang, searchParams))}<input type=hidden name=secret value="${secret}">${submit(t('signIn.submit'))}</form>`;
  return deskPage(c, { title, path: '/sign-in', body });
}

async function useLink(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readOpenPost(office, c);
  const onward = onwardOf(t.lang, form);
  const came = await tried(c, t, () =>
    office.accounts.signInByLetter(form.get('secret') ?? '', attemptOf(c)),
  );
  if ('refused' in came) {
    return signInPage(office, c, { onward, refused: came.refused });
  }
  return pastFirst(office, c, came, onward);
}
