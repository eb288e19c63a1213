import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hiddenIn, openBrowser, ownOrigin } from '../../../tests/fixtures/browser.ts';
import { password, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { webApp } from '../routes.ts';
import { signInRoutes } from './routes.ts';

const clerk = { email: 'clerk-sn@example.org', password };

/** The one address to which mail programs post by themselves; the secret in it is what allows. */
const forEverybody = '/en/unsubscribe';

/** Who is not signed in yet has no token: these forms are known by where they come from. */
const beforeSigningIn = ['/en/sign-in', '/en/invitation', '/en/first-administrator'];

async function signedIn() {
  const office = await smallOffice();
  const app = webApp(office, { publicAddress: office.publicAddress, cacheBytes: 0 });
  const browser = openBrowser(app);
  await browser.send(await browser.open('/en/sign-in'), '/en/sign-in', clerk);
  const addresses = signInRoutes(office)
    .routes.filter(({ method }) => method === 'POST')
    .map(({ path }) => path.replace(/^\/:lang\{[^}]*\}/, '/en'));
  assert.ok(addresses.length >= 14, String(addresses));
  return { office, browser, addresses: addresses.filter((address) => address !== forEverybody) };
}

const everything = {
  ...clerk,
  name: 'Mallory',
  oldPassword: password,
  newPassword: 'nine lives of a cat',
  code: '1',
  secret: 'x',
};

test('every form from another site is refused, whoever is signed in', async () => {
  const { office, browser, addresses } = await signedIn();
  const token = browser.cookies.get('session') ?? '';
  const session = await office.accounts.session(token);
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:8041' },
    { 'sec-fetch-site': 'cross-site', origin: ownOrigin },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    for (const address of addresses) {
      const answer = await browser.post(address, { ...everything, form: session?.formToken ?? '' }, headers);
      assert.equal(answer.status, 403, `${address} ${JSON.stringify(headers)}`);
    }
  }
  assert.deepEqual(await office.accounts.session(token), session);
});

test('every form of somebody signed in is refused without the token of the session', async () => {
  const { office, browser, addresses } = await signedIn();
  const token = browser.cookies.get('session') ?? '';
  const session = await office.accounts.session(token);
  const acting = addresses.filter((address) => !beforeSigningIn.some((one) => address.startsWith(one)));
  assert.ok(acting.length >= 7, String(acting));
  for (const form of [undefined, '', 'guessed', session?.token]) {
    for (const address of acting) {
      const answer = await browser.post(address, { ...everything, ...(form === undefined ? {} : { form }) });
      assert.equal(answer.status, 403, address);
      assert.doesNotMatch(answer.body, /Saved\.|otpauth:/);
    }
  }
  assert.deepEqual(await office.accounts.session(token), session);
  const right = hiddenIn((await browser.open('/en/account')).body, '/en/account');
  assert.equal(
    (await browser.post('/en/account', { ...everything, form: right.get('form') ?? '' })).status,
    200,
  );
});

test('what is no form is refused', async () => {
  const { browser, addresses } = await signedIn();
  for (const address of addresses) {
    const answer = await browser.post(address, {}, { origin: ownOrigin, 'content-type': 'text/plain' });
    assert.equal(answer.status, 400, address);
  }
});

test('a node behind a proxy knows its own forms by its public address, or by the word of the browser', async () => {
  const { browser } = await signedIn();
  const page = hiddenIn((await browser.open('/en/account')).body, '/en/account');
  const fields = { name: 'Awa', form: page.get('form') ?? '' };
  for (const headers of [
    { host: 'inside:8040', origin: ownOrigin },
    { host: 'bridge.gov.example', origin: 'https://bridge.gov.example' },
    { host: 'inside:8040', origin: 'https://outside.example', 'sec-fetch-site': 'same-origin' },
  ]) {
    assert.equal((await browser.post('/en/account', fields, headers)).status, 200, JSON.stringify(headers));
  }
});
