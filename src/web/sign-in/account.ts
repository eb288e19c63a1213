import { type Context, Hono } from 'hono';
import { isInterfaceLanguage } from '../../kernel/language-tag.ts';
import type { Office } from '../../operations/house.ts';
import { pageAddress } from '../address.ts';
import { languages, wordsOf } from '../desk/desk-page.ts';
import { readPost } from '../desk/form.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { getVisitor } from '../desk/visitor.ts';
import { ownData } from './account-data.ts';
import { accountPage } from './account-page.ts';
import { tried } from './refusal.ts';

/** What was just done, said on the account page after a redirection. */
const doings = {
  saved: 'account.saved',
  password: 'account.password.done',
  removed: 'account.factor.removed',
  passkey: 'passkey.added',
  passkeyRemoved: 'passkey.removed',
} as const;

/** A person's own account. */
export const accountRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}/account`, async (c) => {
    const visitor = await getVisitor(office, c);
    const said = new URL(c.req.url).searchParams.get('done') ?? '';
    const key = Object.hasOwn(doings, said) ? doings[said as keyof typeof doings] : undefined;
    return accountPage(office, c, visitor, key === undefined ? {} : { said: wordsOf(c)(key) });
  });
  app.get(`${languages}/account.json`, async (c) => {
    const data = await ownData(office, await getVisitor(office, c));
    c.header('cache-control', 'private, no-store');
    c.header('content-disposition', 'attachment; filename="account.json"');
    c.header('content-type', 'application/json; charset=utf-8');
    return c.body(JSON.stringify(data, undefined, 2));
  });
  app.post(`${languages}/account`, (c) => save(office, c));
  app.post(`${languages}/account/password`, (c) => changePassword(office, c));
  return app;
};

async function save(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const visitor = await getVisitor(office, c);
  const typed = {
    name: form.get('name') ?? '',
    language: languageIn(form) ?? visitor.session.account.language,
    digest: form.has('digest'),
    nameShown: form.has('nameShown'),
  };
  const { id } = visitor.session.account;
  const saved = await tried(c, wordsOf(c), () => office.accounts.change(id, typed));
  // Whether a name may be read by everybody is not in the log: pages that are kept for all must hear of it at once.
  for (const listener of office.onChange) listener([], true);
  return 'refused' in saved
    ? accountPage(office, c, visitor, { typed, ...saved })
    : backToAccount(c, 'saved');
}

function languageIn(form: URLSearchParams) {
  const language = form.get('language') ?? '';
  return isInterfaceLanguage(language) ? language : undefined;
}

async function changePassword(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const visitor = await getVisitor(office, c);
  const changed = await tried(c, wordsOf(c), async () => {
    await office.accounts.changePassword(
      visitor.session,
      form.get('oldPassword') ?? '',
      form.get('newPassword') ?? '',
    );
    return {};
  });
  return 'refused' in changed ? accountPage(office, c, visitor, changed) : backToAccount(c, 'password');
}

/** After a change the page is asked for anew, so that loading it again changes nothing. */
export function backToAccount(c: Context, done: keyof typeof doings): Response {
  c.header('cache-control', 'private, no-store');
  return c.redirect(`${pageAddress(wordsOf(c).lang, '/account')}?done=${done}`, 303);
}
