import { type Context, Hono } from 'hono';
import type { Office } from '../../operations/house.ts';
import { languages, wordsOf } from '../desk/desk-page.ts';
import { readPost } from '../desk/form.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { getVisitor, visitorOf } from '../desk/visitor.ts';
import { backToAccount } from './account.ts';
import { accountPage } from './account-page.ts';
import { type AuthenticatorKey, codesPage, keyPage } from './authenticator-page.ts';
import { tried } from './refusal.ts';

/** Setting up an authenticator, and taking it away. */
export const authenticatorRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.post(`${languages}/account/authenticator`, (c) => begin(office, c));
  app.post(`${languages}/account/authenticator/code`, (c) => finish(office, c));
  app.post(`${languages}/account/authenticator/remove`, (c) => remove(office, c));
  return app;
};

async function begin(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const visitor = await getVisitor(office, c);
  const begun = await tried(c, wordsOf(c), () =>
    office.accounts.beginAuthenticator(visitor.session, form.get('password') ?? ''),
  );
  return 'refused' in begun ? accountPage(office, c, visitor, begun) : keyPage(c, visitor, begun);
}

async function finish(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const visitor = await getVisitor(office, c);
  const codes = await tried(c, t, () =>
    office.accounts.finishAuthenticator(visitor.session, form.get('code') ?? ''),
  );
  if (!('refused' in codes)) return codesPage(c, (await visitorOf(office, c)) ?? visitor, codes);
  const refused = { ...codes.refused, words: [t('account.factor.wrongCode')] };
  const key = keyIn(form);
  return key === undefined ? accountPage(office, c, visitor, { refused }) : keyPage(c, visitor, key, refused);
}

async function remove(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const visitor = await getVisitor(office, c);
  const removed = await tried(c, wordsOf(c), async () => {
    await office.accounts.removeAuthenticator(visitor.session, form.get('password') ?? '');
    return {};
  });
  return 'refused' in removed ? accountPage(office, c, visitor, removed) : backToAccount(c, 'removed');
}

/** The key goes with the form, since nobody can ask for it a second time; the address becomes a link again. */
function keyIn(form: URLSearchParams): AuthenticatorKey | undefined {
  const key = form.get('key') ?? '';
  const address = form.get('address') ?? '';
  return key !== '' && address.startsWith('otpauth://totp/') ? { key, address } : undefined;
}
