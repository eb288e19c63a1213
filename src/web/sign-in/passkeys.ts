import { type Context, Hono } from 'hono';
import type { Office } from '../../operations/house.ts';
import { languages, wordsOf } from '../desk/desk-page.ts';
import { readOpenPost, readPost } from '../desk/form.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { getVisitor, visitorOf } from '../desk/visitor.ts';
import { backToAccount } from './account.ts';
import { accountPage } from './account-page.ts';
import { codesPage } from './authenticator-page.ts';
import { factorsIn } from './factors.ts';
import { goOn } from './go-on.ts';
import { carryingBytes, onwardOf } from './onward.ts';
import { type Refusal, tried } from './refusal.ts';
import { codePage, signInPage } from './sign-in-page.ts';

/** Adding passkeys, taking them away, and showing one after the password. */
export const passkeyRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.post(`${languages}/account/passkey`, (c) => begin(office, c));
  app.post(`${languages}/account/passkey/finish`, (c) => finish(office, c));
  app.post(`${languages}/account/passkey/remove`, (c) => remove(office, c));
  app.post(`${languages}/sign-in/passkey`, (c) => show(office, c));
  return app;
};

async function begin(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const visitor = await getVisitor(office, c);
  const label = form.get('label') ?? '';
  const begun = await tried(c, wordsOf(c), async () => ({
    question: await office.accounts.passkeys.beginAdding(visitor.session, form.get('password') ?? ''),
  }));
  if ('refused' in begun) return accountPage(office, c, visitor, begun);
  return accountPage(office, c, visitor, { adding: { question: begun.question, label } });
}

async function finish(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const visitor = await getVisitor(office, c);
  const codes = await tried(c, t, () =>
    office.accounts.passkeys.finishAdding(visitor.session, answerIn(form), form.get('label') ?? ''),
  );
  if ('refused' in codes) {
    return accountPage(office, c, visitor, { refused: worded(codes.refused, t('passkey.notAdded')) });
  }
  if (codes.length === 0) return backToAccount(c, 'passkey');
  return codesPage(c, (await visitorOf(office, c)) ?? visitor, codes);
}

async function remove(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const visitor = await getVisitor(office, c);
  const removed = await tried(c, wordsOf(c), async () => {
    const { passkeys } = office.accounts;
    await passkeys.remove(visitor.session, form.get('password') ?? '', form.get('passkey') ?? '');
    return {};
  });
  return 'refused' in removed ? accountPage(office, c, visitor, removed) : backToAccount(c, 'passkeyRemoved');
}

async function show(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readOpenPost(office, c, carryingBytes);
  const onward = onwardOf(t.lang, form);
  const ticket = form.get('ticket') ?? '';
  const came = await tried(c, t, () => office.accounts.passkeys.show(ticket, answerIn(form)));
  if (!('refused' in came)) return goOn(office, c, came, onward);
  // A ticket that holds no longer: from the beginning.
  if (came.refused.code === 'linkExpired') return signInPage(office, c, { onward, refused: came.refused });
  const refused = worded(came.refused, t('passkey.refused'));
  return codePage(office, c, { ticket, factors: factorsIn(form), onward, refused });
}

/** What the device answered. What is no JSON is no answer, and refused as any wrong one. */
function answerIn(form: URLSearchParams): unknown {
  try {
    return JSON.parse(form.get('answer') ?? '');
  } catch {
    return undefined;
  }
}

/** The words for a wrong password would be wrong here. */
function worded(refused: Refusal, words: string): Refusal {
  return refused.code === 'signInRefused' ? { ...refused, words: [words] } : refused;
}
