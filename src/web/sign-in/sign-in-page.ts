import type { Context } from 'hono';
import type { Office } from '../../operations/house.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { type Html, html } from '../html.ts';
import { codeInput, done, emailInput, passwordInput, problem, submit } from './inputs.ts';
import { linkMinutes } from './mails.ts';
import { type Onward, onwardFields, withThen } from './onward.ts';
import type { Refusal } from './refusal.ts';

export interface SignInPage {
  readonly onward: Onward;
  readonly email?: string;
  readonly refused?: Refusal;
  /** What was just done. */
  readonly said?: string;
}

/** All ways in. Where something that was typed waits to be sent again, the first of them, and the others in another window. */
export function signInPage(
  { accounts }: Office,
  c: Context,
  shown: SignInPage,
): Response | Promise<Response> {
  const t = wordsOf(c);
  const { onward, refused, said } = shown;
  const waiting = onward.typed !== undefined;
  const title = t(waiting ? 'signIn.ended.title' : 'signIn.title');
  const body = html`<h1>${title}</h1>${problem(refused?.words)}${done(said)}${
    waiting && html`<p>${t('signIn.ended.text')}`
  }${passwordForm(t, shown)}${waiting ? otherWindow(t) : otherWays(t, shown, accounts.signOn !== undefined)}`;
  const status = refused?.status ?? (waiting ? 403 : 200);
  return deskPage(c, { title, path: '/sign-in', body, status });
}

function passwordForm(t: Translate, { onward, email = '' }: SignInPage): Html {
  const address = pageAddress(t.lang, '/sign-in');
  return html`<form method=post action="${address}">${onwardFields(onward)}${emailInput(t, { value: email })}${passwordInput(t, { name: 'password', label: 'signIn.password' }, 'current')}<p class=acts><button>${t('signIn.submit')}</button>${
    onward.typed !== undefined &&
    html` <button class=quiet formnovalidate formaction="${pageAddress(t.lang, '/sign-in/elsewhere')}">${t('signIn.ended.otherWindow')}</button>`
  }</p></form>`;
}

function otherWindow(t: Translate): Html {
  return html`<p><a href="${pageAddress(t.lang, '/sign-in')}" target=_blank rel=noopener>${t('signIn.ended.otherWays')}</a>`;
}

function otherWays(t: Translate, { onward, email = '' }: SignInPage, government: boolean): Html {
  const begin = withThen(pageAddress(t.lang, '/sign-in/government'), onward);
  return html`${government && html`<p><a href="${begin}" rel=nofollow>${t('signIn.government')}</a>`}<h2>${t('signIn.letter.title')}</h2><form method=post action="${pageAddress(t.lang, '/sign-in/letter')}">${onwardFields(onward)}<p>${t('signIn.letter.help', { n: linkMinutes })}</p>${emailInput(t, { value: email, id: 'letter-email' })}${submit(t('signIn.letter.submit'))}</form><p class=help>${t('signIn.byInvitation')}`;
}

/** The second factor: the code after the password, the link or the sign-on. */
export function codePage(
  c: Context,
  { ticket, onward, refused }: { ticket: string; onward: Onward; refused?: Refusal },
): Response | Promise<Response> {
  const t = wordsOf(c);
  const title = t('signIn.code.title');
  const code = codeInput(t, { label: 'signIn.code.label', help: t('signIn.code.help') });
  const body = html`<h1>${title}</h1>${problem(refused?.words)}<form method=post action="${pageAddress(t.lang, '/sign-in/code')}">${onwardFields(onward)}<input type=hidden name=ticket value="${ticket}">${code}${submit(t('signIn.code.submit'))}</form>`;
  return deskPage(c, { title, path: '/sign-in', body, status: refused?.status ?? 200 });
}
