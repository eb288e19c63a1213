import type { Context } from 'hono';
import type { Office } from '../../operations/house.ts';
import type { SecondFactor } from '../../operations/ports/accounts.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { type Html, html } from '../html.ts';
import { factorFields } from './factors.ts';
import { codeInput, done, emailInput, passwordInput, problem, submit } from './inputs.ts';
import { linkMinutes } from './mails.ts';
import { type Onward, onwardFields, withThen } from './onward.ts';
import { answerField, noAnswer, showButton, withoutPasskeys } from './passkey-forms.ts';
import { withPasskeys } from './passkey-script.ts';
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

export interface CodePage {
  readonly ticket: string;
  readonly factors: readonly SecondFactor[];
  readonly onward: Onward;
  readonly refused?: Refusal;
}

/**
 * The second factor, after the password, the link or the sign-on: a code, or a passkey where one is set up. Each page asks
 * the passkey anew. @throws Fault `linkExpired`.
 */
export async function codePage(
  { accounts }: Office,
  c: Context,
  { ticket, factors, onward, refused }: CodePage,
): Promise<Response> {
  const t = wordsOf(c);
  const title = t('signIn.code.title');
  const question = factors.includes('passkey') ? await accounts.passkeys.beginShowing(ticket) : undefined;
  const help = t(
    factors.includes('code') || question === undefined ? 'signIn.code.help' : 'passkey.recovery',
  );
  const code = codeInput(t, { label: 'signIn.code.label', help });
  const hidden = html`${onwardFields(onward)}${factorFields(factors)}<input type=hidden name=ticket value="${ticket}">`;
  const body = html`<h1>${title}</h1>${problem(refused?.words)}<form method=post action="${pageAddress(t.lang, '/sign-in/code')}">${hidden}${question && [answerField(), noAnswer(t)]}${code}<p class=acts><button>${t('signIn.code.submit')}</button>${question && showButton(t, question)}</p>${question && withoutPasskeys(t)}</form>${question && withPasskeys(c)}`;
  return deskPage(c, { title, path: '/sign-in', body, status: refused?.status ?? 200 });
}
