import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Fault } from '../../kernel/fault.ts';
import { isInterfaceLanguage } from '../../kernel/language-tag.ts';
import type { Office } from '../../operations/house.ts';
import type { SignOn } from '../../operations/ports/accounts.ts';
import { pageAddress } from '../address.ts';
import { languages, wordsOf } from '../desk/desk-page.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { languageFor } from '../negotiate.ts';
import { pastFirst } from './go-on.ts';
import { type Onward, onwardOf } from './onward.ts';
import { type Refusal, tried } from './refusal.ts';
import { signInPage } from './sign-in-page.ts';

/** Holds while the browser is away at the sign-on: its secret, and where the person was going. */
const cookie = 'sign-on';
const awaySeconds = 10 * 60;

/** Signing in with the government's own sign-on. It sends the browser back to one address, which has no language. */
export const byGovernment: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}/sign-in/government`, (c) => begin(office, c));
  app.get('/sign-in/returned', intoLanguage);
  app.get(`${languages}/sign-in/returned`, (c) => finish(office, c));
  return app;
};

async function begin(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const signOn = signOnOf(office);
  const onward = onwardOf(t.lang, new URL(c.req.url).searchParams);
  const begun = await tried(c, t, () => signOn.begin());
  if ('refused' in begun) return signInPage(office, c, { onward, refused: begun.refused });
  const secure = office.publicAddress.startsWith('https:');
  const value = `${t.lang} ${begun.browserSecret} ${onward.to}`;
  setCookie(c, cookie, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: awaySeconds });
  c.header('cache-control', 'private, no-store');
  return c.redirect(begun.address, 303);
}

function intoLanguage(c: Context): Response {
  const lang = (getCookie(c, cookie) ?? '').slice(0, 2);
  const { search } = new URL(c.req.url);
  c.header('cache-control', 'private, no-store');
  return c.redirect(
    `${pageAddress(isInterfaceLanguage(lang) ? lang : languageFor(c), '/sign-in/returned')}${search}`,
    303,
  );
}

async function finish(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const [, secret = '', then = ''] = (getCookie(c, cookie) ?? '').split(' ');
  deleteCookie(c, cookie, { path: '/' });
  const onward = onwardOf(t.lang, new URLSearchParams({ then }));
  const came = await tried(c, t, () => signOnOf(office).finish(c.req.url, secret));
  if (!('refused' in came)) return pastFirst(office, c, came, onward);
  return refusedPage(office, c, onward, came.refused);
}

/** The words for a wrong password would be wrong here: the person typed none. */
function refusedPage(
  office: Office,
  c: Context,
  onward: Onward,
  refused: Refusal,
): Response | Promise<Response> {
  const words = refused.code === 'signInRefused' ? [wordsOf(c)('signIn.government.refused')] : refused.words;
  return signInPage(office, c, { onward, refused: { ...refused, words } });
}

/** @throws Fault `notFound` where the node has none. */
function signOnOf({ accounts }: Office): SignOn {
  if (accounts.signOn === undefined) throw new Fault('notFound', { id: 'sign-on' });
  return accounts.signOn;
}
