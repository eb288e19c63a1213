import assert from 'node:assert/strict';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { codeOf } from '../../../tests/fixtures/accounts.ts';
import { type Browser, openBrowser, unescaped } from '../../../tests/fixtures/browser.ts';
import { password, type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { translator } from '../../wording/messages.ts';
import { webApp } from '../routes.ts';

const clerk = { email: 'clerk-sn@example.org', password };

async function node() {
  const office = await smallOffice();
  const app = webApp(office, { publicAddress: office.publicAddress, cacheBytes: 0 });
  return { office, app, browser: openBrowser(app) };
}

async function signIn(browser: Browser, who = clerk) {
  return browser.send(await browser.open('/en/sign-in'), '/en/sign-in', who);
}

/** The link in the letter that came last to a mailbox; letters leave a moment after the answer. */
async function lastLink({ mailbox }: SmallOffice, to: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const letter = mailbox.letters.findLast(({ envelope }) => envelope.to === to);
    const text = letter === undefined ? '' : ((await PostalMime.parse(letter.bytes)).text ?? '');
    const link = /http:\/\/localhost:8040(\S+sign-in\/link\S+)/.exec(text)?.[1];
    if (link !== undefined) return link;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no letter to ${to}`);
}

test('whoever gives the right address and password is signed in and led to the workspace, or to where he was going', async () => {
  const { browser } = await node();
  assert.equal((await signIn(browser)).address, '/en/desk');
  assert.match((await browser.open('/en/account')).body, /clerk-sn@example\.org/);
  const other = openBrowser((await node()).app);
  const page = await other.open('/fr/sign-in?then=/fr/account?done=saved');
  const came = await other.send(page, '/fr/sign-in', clerk);
  assert.equal(came.address, '/fr/account?done=saved');
});

test('nobody is led out of the house after signing in', async () => {
  const { browser } = await node();
  for (const then of ['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
    const page = await browser.open(`/en/sign-in?then=${encodeURIComponent(then)}`);
    assert.equal((await browser.send(page, '/en/sign-in', clerk)).address, '/en/desk', then);
    await browser.send(await browser.open('/en/account'), '/en/sign-out');
  }
});

test('a wrong password and an unknown address get the same answer, with the address typed and never the password', async () => {
  const { browser } = await node();
  const answers = ['clerk-sn@example.org', 'nobody@example.org'].map(async (email) => {
    const { status, body } = await signIn(browser, { email, password: 'not "the" password' });
    assert.equal(status, 403);
    assert.match(body, new RegExp(`value="${email}"`));
    assert.doesNotMatch(unescaped(body), /not "the" password/);
    return body.replaceAll(email, '');
  });
  const [wrong, unknown] = await Promise.all(answers);
  assert.equal(wrong, unknown);
  assert.equal(browser.cookies.has('session'), false);
});

test('attempts that come too fast are told to wait, and programs are told how long', async () => {
  const { browser } = await node();
  let answer = await signIn(browser);
  await browser.send(await browser.open('/en/account'), '/en/sign-out');
  for (let tries = 0; tries < 30 && answer.status !== 429; tries += 1) {
    answer = await signIn(browser, { ...clerk, password: 'wrong' });
  }
  assert.equal(answer.status, 429);
  assert.match(answer.headers.get('retry-after') ?? '', /^[1-9]\d*$/);
  assert.match(answer.body, /Too many attempts/);
});

test('with a second factor the password alone opens nothing; the code or a recovery code does', async () => {
  const { office, browser } = await node();
  await signIn(browser);
  const account = await browser.open('/en/account');
  const keyPage = await browser.send(account, '/en/account/authenticator', { password });
  const key = /<code dir=ltr>([A-Z2-7 ]+)<\/code>/.exec(keyPage.body)?.[1] ?? '';
  assert.match(keyPage.body, /href="otpauth:\/\/totp\//);
  const wrong = await browser.send(keyPage, '/en/account/authenticator/code', { code: '000000' });
  assert.deepEqual([wrong.status, wrong.body.includes(key)], [403, true]);
  const code = () => codeOf(key, office.clock.now());
  const codes = await browser.send(wrong, '/en/account/authenticator/code', { code: code() });
  const recovery = [...codes.body.matchAll(/<li><code dir=ltr>([^<]+)</g)].map(([, one = '']) => one);
  assert.equal(recovery.length, 10);
  assert.match((await browser.open('/en/account')).body, /A second factor is set up/);
  await browser.send(await browser.open('/en/account'), '/en/sign-out');

  const second = await signIn(browser);
  assert.equal(browser.cookies.has('session'), false);
  const refused = await browser.send(second, '/en/sign-in/code', { code: code() });
  assert.equal(refused.status, 403, 'a code is good once');
  office.clock.set(new Date(office.clock.now().getTime() + 60_000).toISOString());
  assert.equal((await browser.send(refused, '/en/sign-in/code', { code: code() })).address, '/en/desk');

  const other = openBrowser(webApp(office, { publicAddress: '', cacheBytes: 0 }));
  const asked = await signIn(other);
  assert.equal(
    (await other.send(asked, '/en/sign-in/code', { code: recovery[0] ?? '' })).address,
    '/en/desk',
  );
  const again = await other.open('/en/account');
  const factor = '/en/account/authenticator';
  const removed = await other.send(again, factor, { password }, `${factor}/remove`);
  assert.match(removed.body, /The authenticator is removed/);
});

test('a ticket that has expired leads back to the beginning', async () => {
  const { browser } = await node();
  const answer = await browser.post('/en/sign-in/code', { ticket: 'old', code: '123456' });
  assert.equal(answer.status, 400);
  assert.match(answer.body, /name="password"/);
});

test('a link comes by mail in the language of the account, and only its button uses it up', async () => {
  const { office, browser } = await node();
  const page = await browser.open('/ar/sign-in?then=/ar/account');
  await browser.send(page, '/ar/sign-in/letter', { email: clerk.email });
  const link = await lastLink(office, clerk.email);
  assert.match(link, /^\/en\/sign-in\/link\?secret=[\w-]+&then=%2Far%2Faccount$/);
  await browser.open(link);
  const shown = await browser.open(link);
  assert.equal(browser.cookies.has('session'), false);
  assert.equal((await browser.send(shown, '/en/sign-in/link')).address, '/ar/account');
  const used = await openBrowser(webApp(office, { publicAddress: '', cacheBytes: 0 })).send(
    shown,
    '/en/sign-in/link',
  );
  assert.equal(used.status, 400);
  assert.match(used.body, /expired or was used already[\s\S]*E-mail me a link/);
});

test('whoever asks for a link learns nothing of who has an account, however often he asks', async () => {
  const { office, browser } = await node();
  const ask = async (email: string) => {
    const answer = await browser.send(await browser.open('/en/sign-in'), '/en/sign-in/letter', { email });
    return [answer.status, answer.body.replaceAll(email, '')];
  };
  const unknown = await ask('nobody@example.org');
  for (let times = 0; times < 6; times += 1) assert.deepEqual(await ask(clerk.email), unknown);
  await office.outbox.deliver(office.clock.now().toISOString());
  assert.equal(office.mailbox.letters.length, 5);
});

test('signing out ends the session, and everywhere every session', async () => {
  const { app, browser } = await node();
  const other = openBrowser(app);
  await signIn(browser);
  await signIn(other);
  const token = browser.cookies.get('session') ?? '';
  const out = await browser.send(await browser.open('/en/sign-out'), '/en/sign-out');
  assert.match(out.body, /You are signed out/);
  browser.cookies.set('session', token);
  assert.equal((await browser.open('/en/account')).address.split('?')[0], '/en/sign-in');
  await signIn(browser);
  await browser.send(await browser.open('/en/account'), '/en/sign-out', {}, '/en/sign-out/everywhere');
  assert.equal((await other.open('/en/account')).address.split('?')[0], '/en/sign-in');
});

test('the page to sign in speaks every language and names its way on in no other', async () => {
  const { browser } = await node();
  for (const lang of interfaceLanguages) {
    const { body } = await browser.open(`/${lang}/sign-in`);
    assert.ok(unescaped(body).includes(translator(lang)('signIn.letter.submit')), lang);
    assert.match(body, new RegExp(`name=then value="/${lang}/desk"`));
  }
});
