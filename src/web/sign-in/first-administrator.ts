import { type Context, Hono } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { makeFirstAdministrator } from '../../operations/posts/first-administrator.ts';
import { inAllLanguages } from '../../wording/in-all-languages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, languages, wordsOf } from '../desk/desk-page.ts';
import { readOpenPost } from '../desk/form.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { html } from '../html.ts';
import { pastFirst } from './go-on.ts';
import { emailInput, nameInput, passwordInput, problem, submit } from './inputs.ts';
import { attemptOf } from './network.ts';
import { toDesk } from './onward.ts';
import { type Refusal, tried } from './refusal.ts';

/** The first account of a node, by the link that it says at its console as long as nobody has one. */
export const firstAdministratorRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}/first-administrator`, async (c) => {
    const secret = new URL(c.req.url).searchParams.get('secret') ?? '';
    return (await holds(office, secret)) ? formPage(c, secret) : over(c);
  });
  app.post(`${languages}/first-administrator`, (c) => begin(office, c));
  return app;
};

async function begin(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readOpenPost(office, c);
  const secret = form.get('secret') ?? '';
  if (!(await holds(office, secret))) return over(c);
  const [email = '', name = '', password = ''] = ['email', 'name', 'password'].map(
    (one) => form.get(one) ?? '',
  );
  const person = { email: email.trim(), name, language: t.lang, password };
  const made = await tried(c, t, async () => {
    // The account first: a password that is refused must not use up the link. It has no power before the link is used.
    await office.accounts.create(person);
    await office.accounts.useLetter(secret);
    return makeFirstAdministrator(office, person, inAllLanguages('invitation.firstPost', t.lang));
  });
  if (!('refused' in made)) {
    const signIn = await office.accounts.signIn(made.email, password, attemptOf(c));
    return pastFirst(office, c, signIn, toDesk(t.lang));
  }
  return made.refused.code === 'linkExpired' ? over(c) : formPage(c, secret, { email, name, ...made });
}

/** Good once, and only as long as nobody can sign in. */
async function holds({ accounts }: Office, secret: string): Promise<boolean> {
  if (!(await accounts.isEmpty())) return false;
  try {
    return (await accounts.readLetter(secret)).purpose === 'firstAdministrator';
  } catch (error) {
    if (error instanceof Fault && error.code === 'linkExpired') return false;
    throw error;
  }
}

function formPage(
  c: Context,
  secret: string,
  typed: { readonly email: string; readonly name: string; readonly refused?: Refusal } = {
    email: '',
    name: '',
  },
): Response | Promise<Response> {
  const t = wordsOf(c);
  const title = t('invitation.first');
  const password = { name: 'password', label: 'signIn.password', help: t('account.password.help') } as const;
  const body = html`<h1>${title}</h1><p>${t('invitation.firstText')}</p>${problem(typed.refused?.words)}<form method=post action="${pageAddress(t.lang, '/first-administrator')}"><input type=hidden name=secret value="${secret}">${nameInput(t, typed.name)}${emailInput(t, { value: typed.email })}${passwordInput(t, password, 'new')}${submit(t('invitation.firstSubmit'))}</form>`;
  const path = `/first-administrator?${new URLSearchParams({ secret })}`;
  return deskPage(c, { title, path, body, status: typed.refused?.status ?? 200 });
}

function over(c: Context): Response | Promise<Response> {
  const t = wordsOf(c);
  const title = t('invitation.first');
  const body = html`<h1>${title}</h1><p>${t('invitation.firstOver')}<p><a href="${pageAddress(t.lang, '/sign-in')}">${t('signIn.title')}</a>`;
  return deskPage(c, { title, path: '/sign-in', body, status: 400 });
}
