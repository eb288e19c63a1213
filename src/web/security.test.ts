import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { codeOf, newAccounts } from '../../tests/fixtures/accounts.ts';
import { type Answer, openBrowser } from '../../tests/fixtures/browser.ts';
import { password, smallOffice } from '../../tests/fixtures/small-office.ts';
import { withoutData } from '../../tests/fixtures/without-data.ts';
import { webApp } from './routes.ts';
import { passkeyScript } from './sign-in/passkey-script.ts';

const clerk = { email: 'clerk-sn@example.org', password };
const none = { script: undefined, tags: 0 };
const hash = createHash('sha256').update(passkeyScript).digest('base64');
const allowed = { script: `'sha256-${hash}'`, tags: 1 };

/** Which script the policy lets in, and how many the page carries. */
function scriptOf({ headers, body }: Answer) {
  const policy = headers.get('content-security-policy') ?? '';
  assert.match(policy, /^default-src 'none'; /);
  return {
    script: /script-src ([^;]*)/.exec(policy)?.[1],
    tags: withoutData(body).match(/<script/g)?.length ?? 0,
  };
}

async function node() {
  const office = await smallOffice();
  const app = webApp(office, { publicAddress: office.publicAddress, cacheBytes: 0 });
  const addresses = app.routes
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/:lang'))
    .map(({ path }) => path.replace(/^\/:lang(\{[^}]*\})?/, '/en').replace(/:\w+(\{[^}]*\})?\??/g, 'x'));
  assert.ok(addresses.length > 40, String(addresses.length));
  return { office, app, browser: openBrowser(app), addresses: new Set(addresses) };
}

test('no page but the account lets any script in, whether one is signed in or not', async () => {
  const { browser, addresses } = await node();
  for (const address of addresses) assert.deepEqual(scriptOf(await browser.open(address)), none, address);
  await browser.send(await browser.open('/en/sign-in'), '/en/sign-in', clerk);
  for (const address of addresses) {
    if (address === '/en/sign-in/returned') continue;
    const answer = await browser.open(address);
    const shown = answer.address.split('?')[0] === '/en/account' ? allowed : none;
    assert.deepEqual(scriptOf(answer), shown, `${address} → ${answer.address}`);
  }
  assert.deepEqual(scriptOf(await browser.open('/en/account')), allowed);
});

test('the page for the code lets the script in only where a passkey can be shown', async (t) => {
  const { office } = await node();
  const { accounts, clock } = await newAccounts(t);
  await accounts.create({ ...clerk, name: 'Awa', language: 'en' });
  const signIn = await accounts.signIn(clerk.email, password, { network: 'x' });
  assert.ok('session' in signIn);
  const { key } = await accounts.beginAuthenticator(signIn.session, password);
  await accounts.finishAuthenticator(signIn.session, codeOf(key, clock.now()));
  const app = webApp({ ...office, accounts }, { publicAddress: '', cacheBytes: 0 });
  const browser = openBrowser(app);
  const page = await browser.send(await browser.open('/en/sign-in'), '/en/sign-in', clerk);
  assert.match(page.body, /name="code"/);
  assert.deepEqual(scriptOf(page), none);
  const asked = { factor: 'passkey', code: '0' };
  const again = await browser.send(page, '/en/sign-in/code', asked);
  assert.deepEqual(scriptOf(again), allowed);
});

test('the script is small and fetches nothing', () => {
  assert.ok(Buffer.byteLength(passkeyScript) <= 1_000, String(Buffer.byteLength(passkeyScript)));
  assert.doesNotMatch(passkeyScript, /fetch|XMLHttp|import|eval|innerHTML|https?:|<\//);
});
