import type { Context } from 'hono';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { html } from '../html.ts';
import { shownText } from '../pieces/texts.ts';
import { nameInput, passwordInput, problem, submit } from './inputs.ts';
import type { Invited } from './invitation.ts';
import type { Refusal } from './refusal.ts';

/** To which post, from whom and for whom; and a name and a password from somebody who has no account yet. */
export function invitationPage(
  c: Context,
  { secret, email, how, post, inviter, known }: Invited,
  { name = '', refused }: { readonly name?: string; readonly refused?: Refusal } = {},
): Response | Promise<Response> {
  const t = wordsOf(c);
  const title = t('invitation.title');
  const facts = html`<dl><dt>${t('invitation.post')}<dd><b>${shownText(t, post.title)}</b><br>${t('invitation.as', { how })}${
    inviter !== undefined && html`<dt>${t('invitation.by')}<dd>${shownText(t, inviter.title)}`
  }<dt>${t('invitation.for')}<dd><bdi>${email}</bdi></dl>`;
  // The browser's store of passwords is to know for whom the new one is.
  const person = html`<input type=hidden name=email autocomplete=username value="${email}">${nameInput(t, name)}${passwordInput(t, { name: 'password', label: 'signIn.password', help: t('account.password.help') }, 'new')}`;
  const body = html`<h1>${title}</h1>${facts}${problem(refused?.words)}<form method=post action="${pageAddress(t.lang, '/invitation')}"><input type=hidden name=secret value="${secret}"><p>${t(known ? 'invitation.known' : 'invitation.new')}</p>${!known && person}${submit(t('invitation.accept'))}</form>`;
  const path = `/invitation?${new URLSearchParams({ secret })}`;
  return deskPage(c, { title, path, body, status: refused?.status ?? 200 });
}
