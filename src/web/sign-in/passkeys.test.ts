import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Page } from 'playwright-core';
import { awa, newAccounts, password } from '../../../tests/fixtures/accounts.ts';
import { chromiumPath, openChromium } from '../../../tests/fixtures/chromium.ts';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import { webApp } from '../routes.ts';

const skip = chromiumPath === undefined ? 'no Chromium here' : false;

/** Awa has an account on a node that listens, and a device whose buttons are pressed at once. */
async function node(t: TestContext, { publicAddress = '', javaScript = true, width = 1280 } = {}) {
  let app: Hono;
  const server = serve({ fetch: (request, env) => app.fetch(request, env), port: 0, hostname: 'localhost' });
  await new Promise((listening) => server.once('listening', listening));
  const base = `http://localhost:${(server.address() as AddressInfo).port}`;
  const house = await newAccounts(t, { publicAddress: publicAddress || base });
  app = webApp(
    { ...(await smallOffice()), accounts: house.accounts, publicAddress: base },
    { publicAddress: base, cacheBytes: 0 },
  );
  const account = await house.accounts.create({ ...awa, password });
  const context = await openChromium({ javaScript, width });
  t.after(async () => {
    await context.close();
    server.close();
  });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  return { ...house, account, base, page, refused, removeDevice: await newDevice(page) };
}

/** A device on the page; what takes it away again. */
async function newDevice(page: Page) {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'usb',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', { options });
  return () => devTools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
}

async function typePassword(page: Page, base: string, lang = 'en'): Promise<void> {
  await page.goto(`${base}/${lang}/sign-in?then=/${lang}/account`);
  await page.fill('#email', awa.email);
  await page.fill('#password', password);
  await page.click('form[action$="/sign-in"] button');
}

async function beginAdding(page: Page, label = 'Key <on> my “desk”'): Promise<void> {
  await page.fill('#passkey-name', label);
  await page.fill('#passkey-password', password);
  await page.click('form[action$="/account/passkey"] button');
}

async function add(page: Page, label?: string): Promise<void> {
  await beginAdding(page, label);
  await pressed(page, 'form[action$="/passkey/finish"] button');
}

/** Presses a button that asks the device, and waits for what the node answers. */
async function pressed(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(button)]);
}

const showIt = 'button[formaction$="/sign-in/passkey"]';

test('a passkey is added, shown after the password, and makes a strong session; then it is removed', {
  skip,
}, async (t) => {
  const { base, page, accounts, account, refused } = await node(t);
  await typePassword(page, base);
  await add(page);
  assert.equal(await page.locator('.codes li').count(), 10);
  await page.goto(`${base}/en/account`);
  assert.match(
    await page.locator('form[action$="/remove"]').innerText(),
    /Key <on> my “desk” \(added on 2 March 2026\)/,
  );
  await page.click('form[action$="/sign-out"] button');

  await typePassword(page, base);
  assert.match(await page.locator('main').innerText(), /One of your recovery codes/);
  await pressed(page, showIt);
  assert.equal(page.url(), `${base}/en/account`);
  const token = (await page.context().cookies()).find(({ name }) => name === 'session')?.value ?? '';
  assert.equal((await accounts.session(token))?.strong, true);

  await page.check('#passkey-0');
  await page.fill('#passkey-remove-password', password);
  await page.click('form[action$="/passkey/remove"] button');
  assert.match(await page.locator('main').innerText(), /The passkey is removed/);
  assert.deepEqual(await accounts.passkeys.list(account.id), []);
  assert.deepEqual(refused, [], 'the policy kept nothing out');
});

test('a second one gives no new recovery codes; adding and removing want the password', {
  skip,
}, async (t) => {
  const { base, page, accounts, account, removeDevice } = await node(t);
  await typePassword(page, base);
  await page.fill('#passkey-name', 'x');
  await page.fill('#passkey-password', 'wrong');
  await page.click('form[action$="/account/passkey"] button');
  assert.match(await page.locator('.summary.bad').innerText(), /not right/);
  await add(page, 'first');
  await page.goto(`${base}/en/account`);
  await beginAdding(page, 'the same');
  await page.click('form[action$="/passkey/finish"] button');
  await page.locator('[data-failed]').waitFor();
  await removeDevice();
  await newDevice(page);
  await page.goto(`${base}/en/account`);
  await add(page, 'second');
  assert.equal(page.url(), `${base}/en/account?done=passkey`);
  await page.check('#passkey-1');
  await page.fill('#passkey-remove-password', 'wrong');
  await page.click('form[action$="/passkey/remove"] button');
  assert.match(await page.locator('.summary.bad').innerText(), /not right/);
  const kept = await accounts.passkeys.list(account.id);
  assert.deepEqual(kept.map(({ label }) => label).toSorted(), ['first', 'second']);
});

test('a passkey made under another address than the node’s own is refused in words', { skip }, async (t) => {
  const { base, page, accounts, account } = await node(t, { publicAddress: 'http://localhost:1' });
  await typePassword(page, base);
  await add(page);
  assert.match(await page.locator('.summary.bad').innerText(), /The passkey was not added/);
  assert.deepEqual(await accounts.passkeys.list(account.id), []);
});

test('an answer that was used, or is none, is refused in words, and the page asks anew', {
  skip,
}, async (t) => {
  const { base, page } = await node(t);
  await typePassword(page, base);
  await add(page);
  await page.goto(`${base}/en/account`);
  await page.click('form[action$="/sign-out"] button');
  await typePassword(page, base);
  const answer = await answerTo(page);
  await typePassword(page, base);
  for (const wrong of [answer, '', 'no JSON', 'null']) {
    await page.evaluate(`document.querySelector('[name=answer]').value = ${JSON.stringify(wrong)}`);
    const sent = `document.querySelector('[name=answer]').form.requestSubmit(document.querySelector('${showIt}'))`;
    await Promise.all([page.waitForNavigation(), page.evaluate(sent)]);
    assert.match(await page.locator('.summary.bad').innerText(), /The passkey was not accepted/);
  }
  await pressed(page, showIt);
  assert.equal(page.url(), `${base}/en/account`);
});

/** What the device answers to the question of the page, without sending it. */
function answerTo(page: Page): Promise<string> {
  return page.evaluate(`(async () => {
    const question = JSON.parse(document.querySelector('[data-question]').dataset.question);
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(question);
    return JSON.stringify(await navigator.credentials.get({ publicKey }));
  })()`);
}

test('a device that knows no passkey of the account is told on the page, and the code still does', {
  skip,
}, async (t) => {
  const { base, page, removeDevice } = await node(t);
  await typePassword(page, base);
  await add(page);
  const code = await page.locator('.codes li').first().innerText();
  await removeDevice();
  await newDevice(page);
  await page.goto(`${base}/en/account`);
  await page.click('form[action$="/sign-out"] button');
  await typePassword(page, base);
  assert.equal(await page.locator('[data-failed]').isVisible(), false);
  await page.click(showIt);
  await page.locator('[data-failed]').waitFor();
  assert.match(await page.locator('[data-failed]').innerText(), /The device gave no answer/);
  assert.equal(await page.locator(showIt).isEnabled(), true);
  await page.fill('#code', code);
  await page.click('form[action$="/sign-in/code"] p > button');
  assert.equal(page.url(), `${base}/en/account`);
});

test('without script the page says what passkeys need, and the code still does', { skip }, async (t) => {
  const { base, page, accounts } = await node(t, { javaScript: false, width: 320 });
  const maker = await (await openChromium()).newPage();
  t.after(() => maker.context().close());
  await newDevice(maker);
  await typePassword(maker, base);
  await add(maker, 'ключ');
  const code = await maker.locator('.codes li').first().innerText();
  for (const lang of ['ar', 'en']) {
    await typePassword(page, base, lang);
    assert.equal(await page.locator('p[data-passkey]').isVisible(), true);
    assert.equal(await page.locator(showIt).isVisible(), false);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, `${lang} code`);
  }
  await page.fill('#code', code);
  await page.click('form[action$="/sign-in/code"] p > button');
  assert.equal(page.url(), `${base}/en/account`);
  assert.equal(await page.locator('#passkey-name').isVisible(), false);
  assert.match(await page.locator('p[data-passkey]').innerText(), /needs script/);
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, 'account');
  await page.check('#passkey-0');
  await page.fill('#passkey-remove-password', password);
  await page.click('form[action$="/passkey/remove"] button');
  assert.match(await page.locator('main').innerText(), /The passkey is removed/);
  assert.equal((await accounts.findByEmail(awa.email))?.secondFactor, false);
});
