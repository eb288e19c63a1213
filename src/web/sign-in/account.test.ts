import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from '../../../tests/fixtures/browser.ts';
import { password, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { langText } from '../../kernel/lang-text.ts';
import { appoint } from '../../operations/posts/appoint.ts';
import { openPost } from '../../operations/posts/keep-post.ts';
import { webApp } from '../routes.ts';

const clerk = { email: 'clerk-sn@example.org', password };
const wanted = 'nine lives of a cat';

async function signedIn() {
  const office = await smallOffice();
  const app = webApp(office, { publicAddress: office.publicAddress, cacheBytes: 0 });
  const browser = openBrowser(app);
  await browser.send(await browser.open('/en/sign-in'), '/en/sign-in', clerk);
  const account = await office.accounts.findByEmail(clerk.email);
  assert.ok(account);
  return { office, app, browser, account };
}

test('a person changes the own name, language, digest and whether the name is shown', async () => {
  const { office, browser, account } = await signedIn();
  const page = await browser.open('/en/account');
  assert.match(page.body, /id=digest name=digest value=yes checked/);
  assert.doesNotMatch(page.body, /id=nameShown name=nameShown value=yes checked/);
  const saved = await browser.send(page, '/en/account', { name: 'عائشة', language: 'ar', nameShown: 'yes' });
  assert.match(saved.body, /Saved\./);
  assert.deepEqual(await office.accounts.find(account.id), {
    ...account,
    name: 'عائشة',
    language: 'ar',
    nameShown: true,
    digest: false,
  });
});

test('a name that is none is refused at the form, with what was typed', async () => {
  const { office, browser, account } = await signedIn();
  const page = await browser.open('/en/account');
  const back = await browser.send(page, '/en/account', { name: ' ', language: 'pt' });
  assert.equal(back.status, 400);
  assert.match(back.body, /is not valid at Name/);
  assert.match(back.body, /<option value="pt" lang="pt" selected/);
  assert.deepEqual(await office.accounts.find(account.id), account);
});

test('a new password needs the old one, and ends every other session', async () => {
  const { app, browser } = await signedIn();
  const other = openBrowser(app);
  await other.send(await other.open('/en/sign-in'), '/en/sign-in', clerk);
  const page = await browser.open('/en/account');
  const wrong = await browser.send(page, '/en/account/password', {
    oldPassword: 'wrong',
    newPassword: wanted,
  });
  assert.equal(wrong.status, 403);
  const weak = await browser.send(page, '/en/account/password', {
    oldPassword: password,
    newPassword: 'short',
  });
  assert.equal(weak.status, 400);
  assert.match(weak.body, /This password is too short/);
  assert.doesNotMatch(weak.body, /value="short"/);
  const changed = await browser.send(page, '/en/account/password', {
    oldPassword: password,
    newPassword: wanted,
  });
  assert.match(changed.body, /The new password holds/);
  assert.match((await other.open('/en/account')).address, /sign-in/);
  const came = await other.send(await other.open('/en/sign-in'), '/en/sign-in', {
    ...clerk,
    password: wanted,
  });
  assert.equal(came.address, '/en/desk');
});

test('whoever came by a link sets a password without the old one', async () => {
  const { office, app, account } = await signedIn();
  const browser = openBrowser(app);
  const secret = await office.accounts.letter({ purpose: 'signIn', accountId: account.id }, 15);
  await browser.send(await browser.open(`/en/sign-in/link?secret=${secret}`), '/en/sign-in/link');
  const page = await browser.open('/en/account');
  assert.doesNotMatch(page.body, /name="oldPassword"/);
  assert.match(
    (await browser.send(page, '/en/account/password', { newPassword: wanted })).body,
    /The new password holds/,
  );
});

test('the account names the posts held today, by their titles', async () => {
  const { office, browser, account } = await signedIn();
  const title = langText('ar', 'مكتب <الآبار>');
  await openPost(office, 'node', { kind: 'secretariat', title, languages: ['ar'] }, 'wells');
  await appoint(office, 'node', 'wells', { account: account.id, deputy: true });
  const { body } = await browser.open('/en/account');
  assert.match(body, /Office of clerk-sn<\/b> <small>\(since 6 May 2024\)/);
  assert.match(body, /<span lang="ar" dir=rtl>مكتب &lt;الآبار&gt;<\/span><\/b> <small>\(deputy since/);
});

test('everybody takes away the own data and nobody else’s', async () => {
  const { browser, account, app } = await signedIn();
  const answer = await browser.open('/en/account.json');
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/);
  assert.match(answer.headers.get('cache-control') ?? '', /private, no-store/);
  const data = JSON.parse(answer.body);
  assert.deepEqual(data.account, account);
  assert.deepEqual(
    data.tenures.map((tenure: { post: string }) => tenure.post),
    ['clerk-sn'],
  );
  assert.doesNotMatch(answer.body, /focal|administrator|argon|password/);
  assert.match((await openBrowser(app).open('/en/account.json')).address, /^\/en\/sign-in\?then=/);
});

test('a wrong first code shows the key again, and no other link than that of an authenticator', async () => {
  const { browser } = await signedIn();
  const begun = await browser.send(await browser.open('/en/account'), '/en/account/authenticator', {
    password,
  });
  const finish = '/en/account/authenticator/code';
  const again = await browser.send(begun, finish, { code: '1' });
  assert.match(again.body, /not the code that it shows now[\s\S]*href="otpauth:\/\/totp\//);
  const forged = await browser.send(begun, finish, { code: '1', address: 'javascript:alert(1)' });
  assert.equal(forged.status, 403);
  assert.doesNotMatch(forged.body, /javascript:/);
});
