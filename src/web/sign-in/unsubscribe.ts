import { type Context, Hono } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { pageAddress } from '../address.ts';
import { deskPage, languages, wordsOf } from '../desk/desk-page.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { html } from '../html.ts';
import { submit } from './inputs.ts';

/**
 * Ends the weekly letter. A mail program posts to the address by itself when its reader presses its own button, with no
 * session and from no page of ours (RFC 8058): the secret in the address is all that is asked for. It is not used up, so
 * that a second press is no error.
 */
export const unsubscribeRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}/unsubscribe`, async (c) => {
    const t = wordsOf(c);
    await readerOf(office, c);
    const title = t('account.unsubscribe.title');
    const body = html`<h1>${title}</h1><p>${t('account.unsubscribe.text')}</p><form method=post>${submit(t('account.unsubscribe.submit'))}</form>`;
    return deskPage(c, { title, path: pathOf(c), body });
  });
  app.post(`${languages}/unsubscribe`, async (c) => {
    const t = wordsOf(c);
    await office.accounts.change(await readerOf(office, c), { digest: false });
    const title = t('account.unsubscribe.done');
    const body = html`<h1>${title}</h1><p>${t('account.unsubscribe.again')}<p><a href="${pageAddress(t.lang, '/account')}">${t('account.title')}</a>`;
    return deskPage(c, { title, path: '/account', body });
  });
  return app;
};

/** Whose letter it is. @throws Fault `linkExpired`. */
async function readerOf({ accounts }: Office, c: Context): Promise<string> {
  const read = await accounts.readLetter(secretOf(c));
  if (read.purpose !== 'unsubscribe') throw new Fault('linkExpired');
  return read.accountId;
}

function pathOf(c: Context): string {
  return `/unsubscribe?${new URLSearchParams({ secret: secretOf(c) })}`;
}

function secretOf(c: Context): string {
  return new URL(c.req.url).searchParams.get('secret') ?? '';
}
