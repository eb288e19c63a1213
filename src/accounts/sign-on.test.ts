import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  awa,
  codeOf,
  isFault,
  newAccounts,
  office,
  sessionOf,
  ticketOf,
} from '../../tests/fixtures/accounts.ts';
import { client, startOpenIdProvider } from '../../tests/fixtures/openid-provider.ts';

const returnTo = 'https://bridge.gov.example/sign-on/return';

/** A node that knows a government's sign-on, and Awa, who has an account without a password. */
async function newNode(t: TestContext) {
  const provider = await startOpenIdProvider();
  t.after(() => provider.close());
  provider.claims = { email: awa.email, email_verified: true };
  const house = await newAccounts(t, { signOn: { issuer: provider.issuer, ...client, returnTo } });
  const { signOn } = house.accounts;
  assert.ok(signOn);
  const account = await house.accounts.create(awa);
  const comeBack = async () => {
    const { address, browserSecret } = await signOn.begin();
    return { cameBackAt: await provider.visit(address), browserSecret };
  };
  return { ...house, provider, signOn, account, comeBack };
}

test('whoever the government has verified is signed in to the account with that address', async (t) => {
  const { accounts, provider, signOn, account, comeBack } = await newNode(t);
  provider.claims = { email: 'AWA.Diop@plan.gov.example', email_verified: true };
  const { cameBackAt, browserSecret } = await comeBack();
  const session = sessionOf(await signOn.finish(cameBackAt, browserSecret));
  assert.deepEqual([session.account.id, session.strong, session.justProven], [account.id, false, true]);
  assert.ok(await accounts.session(session.token));
});

test('the browser is sent with state, nonce and a PKCE challenge, none of which is kept back in its secret', async (t) => {
  const { provider, signOn } = await newNode(t);
  const [one, other] = [await signOn.begin(), await signOn.begin()];
  const asked = new URL(one.address);
  assert.equal(asked.origin, provider.issuer);
  assert.deepEqual(
    ['scope', 'response_type', 'redirect_uri', 'code_challenge_method'].map((name) =>
      asked.searchParams.get(name),
    ),
    ['openid email', 'code', returnTo, 'S256'],
  );
  for (const name of ['state', 'nonce', 'code_challenge']) {
    assert.match(asked.searchParams.get(name) ?? '', /^[\w-]{43}$/);
    assert.notEqual(asked.searchParams.get(name), new URL(other.address).searchParams.get(name));
    assert.notEqual(asked.searchParams.get(name), one.browserSecret);
  }
});

test('the account has to exist already, by an invitation', async (t) => {
  const { accounts, provider, signOn, comeBack } = await newNode(t);
  provider.claims = { email: 'ben@plan.gov.example', email_verified: true };
  const { cameBackAt, browserSecret } = await comeBack();
  await assert.rejects(signOn.finish(cameBackAt, browserSecret), isFault('signInRefused'));
  assert.equal(await accounts.findByEmail('ben@plan.gov.example'), undefined);
});

test('an address that the government has not verified opens nothing', async (t) => {
  const { provider, signOn, comeBack } = await newNode(t);
  for (const claims of [
    { email: awa.email },
    { email: awa.email, email_verified: false },
    { email: awa.email, email_verified: 'true' },
    { email: [awa.email], email_verified: true },
    {},
  ]) {
    provider.claims = claims;
    const { cameBackAt, browserSecret } = await comeBack();
    await assert.rejects(signOn.finish(cameBackAt, browserSecret), isFault('signInRefused'));
  }
});

test('where the ID token is silent about the address the provider is asked for it', async (t) => {
  const { provider, signOn, account, comeBack } = await newNode(t);
  provider.claims = {};
  provider.told = { email: awa.email, email_verified: true };
  const { cameBackAt, browserSecret } = await comeBack();
  assert.equal(sessionOf(await signOn.finish(cameBackAt, browserSecret)).account.id, account.id);
});

test('nobody finishes in one browser what was begun in another, and a return counts once', async (t) => {
  const { signOn, comeBack } = await newNode(t);
  const [mine, theirs] = [await comeBack(), await comeBack()];
  await assert.rejects(signOn.finish(theirs.cameBackAt, mine.browserSecret), isFault('linkExpired'));
  await assert.rejects(
    signOn.finish(`${returnTo}?code=x&state=made-up`, mine.browserSecret),
    isFault('linkExpired'),
  );
  await assert.rejects(signOn.finish(returnTo, mine.browserSecret), isFault('linkExpired'));
  sessionOf(await signOn.finish(mine.cameBackAt, mine.browserSecret));
  await assert.rejects(signOn.finish(mine.cameBackAt, mine.browserSecret), isFault('linkExpired'));
});

test('a browser that stays away for ten minutes begins anew', async (t) => {
  const { signOn, comeBack, later } = await newNode(t);
  const { cameBackAt, browserSecret } = await comeBack();
  later(10);
  await assert.rejects(signOn.finish(cameBackAt, browserSecret), isFault('linkExpired'));
});

test('when the person or the government says no, nobody is signed in', async (t) => {
  const { provider, signOn, comeBack } = await newNode(t);
  provider.denies = true;
  const { cameBackAt, browserSecret } = await comeBack();
  await assert.rejects(signOn.finish(cameBackAt, browserSecret), isFault('signInRefused'));
});

test('a token that is forged, for somebody else, of another round or out of date opens nothing', async (t) => {
  const { provider, signOn, comeBack } = await newNode(t);
  const told = provider.claims;
  const past = Math.floor(Date.now() / 1000) - 3600;
  for (const wrong of [
    { aud: 'another-client' },
    { nonce: 'of another round' },
    { iss: 'https://elsewhere.example' },
    { iat: past, exp: past + 300 },
  ]) {
    provider.claims = { ...told, ...wrong };
    const { cameBackAt, browserSecret } = await comeBack();
    const finished = signOn.finish(cameBackAt, browserSecret);
    await assert.rejects(finished, isFault('signOnFailed', { got: provider.issuer }), JSON.stringify(wrong));
  }
  provider.claims = told;
  provider.forges = true;
  const { cameBackAt, browserSecret } = await comeBack();
  await assert.rejects(signOn.finish(cameBackAt, browserSecret), isFault('signOnFailed'));
});

test('the address that the browser came back to counts only for what it carries', async (t) => {
  const { signOn, comeBack } = await newNode(t);
  const { cameBackAt, browserSecret } = await comeBack();
  const behindProxy = cameBackAt.replace('https://bridge.gov.example', 'http://10.0.0.5:8040');
  sessionOf(await signOn.finish(behindProxy, browserSecret));
});

test('a second factor of ours is asked for after the government’s sign-on too', async (t) => {
  const { accounts, clock, later, signOn, comeBack } = await newNode(t);
  const first = await comeBack();
  const session = sessionOf(await signOn.finish(first.cameBackAt, first.browserSecret));
  const { key } = await accounts.beginAuthenticator(session, '');
  await accounts.finishAuthenticator(session, codeOf(key, clock.now()));
  const second = await comeBack();
  const ticket = ticketOf(await signOn.finish(second.cameBackAt, second.browserSecret));
  later(1);
  assert.ok((await accounts.showCode(ticket, codeOf(key, clock.now()), office)).strong);
});

test('a sign-on that does not answer is said so, and asked again the next time', async (t) => {
  const { issuer, close } = await startOpenIdProvider();
  await close();
  const { accounts } = await newAccounts(t, { signOn: { issuer, ...client, returnTo } });
  await assert.rejects(async () => accounts.signOn?.begin(), isFault('signOnFailed', { got: issuer }));
  const back = await startOpenIdProvider(Number(new URL(issuer).port));
  t.after(() => back.close());
  assert.ok(await accounts.signOn?.begin());
});

test('a sign-on elsewhere is never asked without encryption', async (t) => {
  const issuer = 'http://login.gov.example';
  const { accounts } = await newAccounts(t, { signOn: { issuer, ...client, returnTo } });
  await assert.rejects(
    async () => accounts.signOn?.begin(),
    (error: Error) => {
      assert.match(String(Object(error.cause).message), /HTTP/i);
      return isFault('signOnFailed')(error);
    },
  );
});
