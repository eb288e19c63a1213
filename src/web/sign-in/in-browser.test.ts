import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { serve } from '@hono/node-server';
import type { Page } from 'playwright-core';
import { chromiumPath, openChromium } from '../../../tests/fixtures/chromium.ts';
import { password, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { webApp } from '../routes.ts';

const skip = chromiumPath === undefined ? 'no Chromium here' : false;

/** A node that listens, what was posted to it, and a person without script in front of it. */
async function node(t: TestContext) {
  const office = await smallOffice();
  const app = webApp(office, { publicAddress: '', cacheBytes: 0 });
  const posted: { readonly path: string; readonly body: string }[] = [];
  const keeping = async (request: Request, env: object) => {
    const copy = request.clone();
    if (request.method === 'POST')
      posted.push({ path: new URL(request.url).pathname, body: await copy.text() });
    return app.fetch(request, env);
  };
  const server = serve({ fetch: keeping, port: 0, hostname: '127.0.0.1' });
  await new Promise((listening) => server.once('listening', listening));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context = await openChromium({ javaScript: false, width: 320 });
  t.after(async () => {
    await context.close();
    server.close();
  });
  return { office, posted, base, page: await context.newPage() };
}

async function signIn(page: Page): Promise<void> {
  await page.fill('#email', 'clerk-sn@example.org');
  await page.fill('#password', password);
  await page.click('main form button');
}

test('a long text, typed while the session ended, arrives as it was typed', { skip }, async (t) => {
  const { office, posted, base, page } = await node(t);
  await page.goto(`${base}/ar/sign-in?then=/ar/account`);
  await signIn(page);
  const text = `\n"<b>" & 'آبار'\n\n\t</textarea>&amp;`.repeat(9_000);
  await page.evaluate(`{
    const area = document.createElement('textarea');
    area.name = 'more';
    area.value = ${JSON.stringify(text)};
    document.querySelector('main form').append(area);
  }`);
  office.clock.set(new Date(office.clock.now().getTime() + 31 * 60_000).toISOString());
  await page.click('main form button');
  await signIn(page);
  await page.click('main form button');
  assert.match(page.url(), /\/ar\/account\?done=saved$/);
  const [first, second, ...more] = posted
    .filter(({ path }) => path === '/ar/account')
    .map(({ body }) => [...new URLSearchParams(body)].filter(([name]) => name !== 'form').sort());
  assert.ok((first?.find(([name]) => name === 'more')?.[1].length ?? 0) > 200_000);
  assert.deepEqual(second, first);
  assert.deepEqual(more, []);
});

test('no page of signing in or of the account is wider than a small telephone', { skip }, async (t) => {
  const { office, base, page } = await node(t);
  const accountId = office.actors['clerk-sn'].account;
  const letter = await office.accounts.letter({ purpose: 'unsubscribe', accountId }, 60);
  const width = () => page.evaluate('document.documentElement.scrollWidth');
  for (const lang of ['ar', 'ru', 'fr']) {
    await page.goto(`${base}/${lang}/sign-in?then=/${lang}/account`);
    assert.equal(await width(), 320, `${lang} sign-in`);
    await signIn(page);
    assert.equal(await width(), 320, `${lang} account`);
    await page.fill('#factor-password', password);
    await page.click('form[action$="/authenticator"] button');
    assert.equal(await width(), 320, `${lang} key`);
    await page.goto(`${base}/${lang}/unsubscribe?secret=${letter}`);
    assert.equal(await width(), 320, `${lang} unsubscribe`);
    await page.goto(`${base}/${lang}/sign-out`);
    await page.click('main form button');
  }
});
