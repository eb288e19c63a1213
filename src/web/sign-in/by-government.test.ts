import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { awa, newAccounts } from '../../../tests/fixtures/accounts.ts';
import { openBrowser } from '../../../tests/fixtures/browser.ts';
import { client, startOpenIdProvider } from '../../../tests/fixtures/openid-provider.ts';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import { webApp } from '../routes.ts';

/** A node that knows a government's sign-on, and Awa, who has an account without a password. */
async function node(t: TestContext) {
  const provider = await startOpenIdProvider();
  t.after(() => provider.close());
  provider.claims = { email: awa.email, email_verified: true };
  const returnTo = 'http://localhost:8040/sign-in/returned';
  const { accounts } = await newAccounts(t, { signOn: { issuer: provider.issuer, ...client, returnTo } });
  await accounts.create(awa);
  const app = webApp({ ...(await smallOffice()), accounts }, { publicAddress: '', cacheBytes: 0 });
  const browser = openBrowser(app);
  const away = async (address = '/fr/sign-in/government?then=/fr/account') => {
    const { headers } = await browser.open(address);
    const back = new URL(await provider.visit(headers.get('location') ?? ''));
    return back.pathname + back.search;
  };
  return { provider, app, browser, away };
}

test('the government’s own sign-on leads in, in the language and to the page from which it was asked for', async (t) => {
  const { browser, away } = await node(t);
  const page = await browser.open('/fr/sign-in?then=/fr/account');
  assert.match(page.body, /href="\/fr\/sign-in\/government\?then=%2Ffr%2Faccount"/);
  const came = await browser.open(await away());
  assert.equal(came.address, '/fr/account');
  assert.match(came.body, /awa\.diop@plan\.gov\.example/);
  assert.equal(browser.cookies.has('sign-on'), false);
});

test('whoever the government does not let in, or who was not invited, reads why', async (t) => {
  const { provider, browser, away } = await node(t);
  provider.denies = true;
  const denied = await browser.open(await away());
  assert.deepEqual([denied.status, /Sans invitation/.test(denied.body)], [403, true]);
  provider.denies = false;
  provider.claims = { email: 'nobody@gov.example', email_verified: true };
  assert.equal((await browser.open(await away())).status, 403);
  assert.equal(browser.cookies.has('session'), false);
});

test('nobody finishes in another browser what was begun in this one', async (t) => {
  const { app, away } = await node(t);
  const back = await away();
  const other = openBrowser(app);
  const answer = await other.open(back);
  assert.equal(answer.status, 400);
  assert.equal(other.cookies.has('session'), false);
});

test('a sign-on that does not answer is said, and the other ways stand beside it', async (t) => {
  const { provider, browser } = await node(t);
  await provider.close();
  const answer = await browser.open('/en/sign-in/government');
  assert.equal(answer.status, 503);
  assert.match(answer.body, /did not answer as it should[\s\S]*name="password"/);
});

test('a node without a sign-on offers none', async () => {
  const office = await smallOffice();
  const browser = openBrowser(webApp(office, { publicAddress: '', cacheBytes: 0 }));
  assert.doesNotMatch((await browser.open('/en/sign-in')).body, /government/);
  assert.equal((await browser.open('/en/sign-in/government')).status, 404);
});
