import type { Context } from 'hono';
import type { Session } from '../../operations/ports/accounts.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields } from '../desk/form.ts';
import type { Visitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { dotSquare } from './dot-square.ts';
import { codeInput, passwordInput, problem, submit } from './inputs.ts';
import type { Refusal } from './refusal.ts';

/**
 * On the account page: whether a second factor is set up, and how to set up an authenticator or take it away.
 * `passkeys`: there are some, so that the second factor need not be an authenticator.
 */
export function factorForms(
  t: Translate,
  { account, formToken, justProven }: Session,
  passkeys: boolean,
): Html {
  const address = pageAddress(t.lang, '/account/authenticator');
  const { secondFactor } = account;
  const password = { name: 'password', label: 'signIn.password', id: 'factor-password' } as const;
  return html`<h2 id=factor>${t('account.factor')}</h2><p>${t('account.factor.why')}</p>${
    secondFactor && html`<p><b>${t('account.factor.on')}</b></p>`
  }<form method=post action="${address}">${formFields(formToken)}${!justProven && passwordInput(t, password, 'current')}<p class=acts><button>${t(secondFactor && !passkeys ? 'account.factor.another' : 'account.factor.setUp')}</button>${
    secondFactor &&
    html` <button class=quiet formaction="${address}/remove">${t('account.factor.remove')}</button>`
  }</p></form>`;
}

/** What the authenticator has to know. */
export interface AuthenticatorKey {
  /** As text, in groups of four. */
  readonly key: string;
  /** The same as an `otpauth:` address. */
  readonly address: string;
}

/** The key, and a first code to show that the authenticator has it. */
export function keyPage(
  c: Context,
  visitor: Visitor,
  { key, address }: AuthenticatorKey,
  refused?: Refusal,
): Response | Promise<Response> {
  const t = wordsOf(c);
  const title = t('account.factor.setUp');
  const body = html`<h1>${title}</h1>${problem(refused?.words)}<p>${t('account.factor.square')}</p>${dotSquare(address, t('account.factor.squareName'))}<p>${t('account.factor.keyText')}</p><dl><dt>${t('account.factor.key')}<dd><code dir=ltr>${key}</code></dl><p><a href="${address}">${t('account.factor.open')}</a></p><form method=post action="${pageAddress(t.lang, '/account/authenticator/code')}">${formFields(visitor.session.formToken, { key, address })}${codeInput(t, { label: 'account.factor.firstCode' })}${submit(t('account.factor.finish'))}</form>`;
  return deskPage(c, { title, path: '/account', body, visitor, status: refused?.status ?? 200 });
}

/** Shown once; nobody can show them again. */
export function codesPage(
  c: Context,
  visitor: Visitor,
  codes: readonly string[],
): Response | Promise<Response> {
  const t = wordsOf(c);
  const title = t('account.factor.codes');
  const body = html`<h1>${title}</h1><p>${t('account.factor.codesText')}</p><ul class=codes>${codes.map((code) => html`<li><code dir=ltr>${code}</code>`)}</ul><p><a class=btn href="${pageAddress(t.lang, '/account')}">${t('account.factor.kept')}</a>`;
  return deskPage(c, { title, path: '/account', body, visitor });
}
