import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import {
  awa,
  awaSignedIn,
  codeOf,
  isFault,
  newAccounts,
  office,
  password,
  sessionOf,
  ticketOf,
} from '../../tests/fixtures/accounts.ts';
import { openPasskeyBrowser, type PasskeyBrowser } from '../../tests/fixtures/passkey-browser.ts';

let browser: PasskeyBrowser;
before(async () => {
  browser = await openPasskeyBrowser();
});
after(() => browser.close());

/** Awa is signed in on a node under the address of the browser's page. */
async function newNode(t: TestContext) {
  const house = await newAccounts(t, { publicAddress: browser.origin });
  const { account, session } = await awaSignedIn(house);
  const { passkeys } = house.accounts;
  const add = async (label = 'Key on my desk') => {
    const answer = await browser.add(await passkeys.beginAdding(session, password));
    return passkeys.finishAdding(session, answer, label);
  };
  const newTicket = async () => ticketOf(await house.accounts.signIn(awa.email, password, office));
  return { ...house, passkeys, account, session, add, newTicket };
}

test('a passkey is added with the password; the session is strong and recovery codes are told', async (t) => {
  const { accounts, passkeys, account, session, add, clock } = await newNode(t);
  const other = sessionOf(await accounts.signIn(awa.email, password, office));
  await assert.rejects(passkeys.beginAdding(session, 'wrong'), isFault('signInRefused'));
  assert.equal((await add()).length, 10);
  const [passkey, ...more] = await passkeys.list(account.id);
  assert.equal(more.length, 0);
  assert.deepEqual([passkey?.label, passkey?.addedAt], ['Key on my desk', clock.now().toISOString()]);
  const now = await accounts.session(session.token);
  assert.deepEqual([now?.strong, now?.account.secondFactor], [true, true]);
  assert.equal(await accounts.session(other.token), undefined);
});

test('it is shown after the password and makes a strong session', async (t) => {
  const { accounts, passkeys, add } = await newNode(t);
  await add();
  const signIn = await accounts.signIn(awa.email, password, office);
  assert.deepEqual('factors' in signIn && signIn.factors, ['passkey']);
  const ticket = ticketOf(signIn);
  const session = await passkeys.show(ticket, await browser.show(await passkeys.beginShowing(ticket)));
  assert.deepEqual([session.strong, session.justProven], [true, false]);
  assert.deepEqual(await accounts.session(session.token), session);
  await assert.rejects(passkeys.beginShowing(ticket), isFault('linkExpired'));
});

test('an answer counts once, and for its own ticket alone', async (t) => {
  const { passkeys, add, newTicket } = await newNode(t);
  await add();
  const [one, other] = [await newTicket(), await newTicket()];
  const answer = await browser.show(await passkeys.beginShowing(one));
  await passkeys.beginShowing(other);
  await assert.rejects(passkeys.show(other, answer), isFault('signInRefused'));
  await passkeys.beginShowing(one);
  await assert.rejects(passkeys.show(one, answer), isFault('signInRefused'));
  const right = await browser.show(await passkeys.beginShowing(one));
  await passkeys.show(one, right);
  await assert.rejects(passkeys.show(one, right), isFault('linkExpired'));
});

test('without a question there is no right answer, and what is no answer is refused', async (t) => {
  const { passkeys, session, add, newTicket } = await newNode(t);
  const answer = await browser.add(await passkeys.beginAdding(session, password));
  await passkeys.finishAdding(session, answer, 'first');
  await assert.rejects(passkeys.finishAdding(session, answer, 'again'), isFault('signInRefused'));
  await browser.changeDevice();
  await add('second device');
  for (const wrong of [
    undefined,
    null,
    7,
    'text',
    {},
    [],
    { id: 'x' },
    { ...answer, type: 'other' },
    answer,
  ]) {
    await passkeys.beginAdding(session, password);
    await assert.rejects(passkeys.finishAdding(session, wrong, ''), isFault('signInRefused'));
    const ticket = await newTicket();
    await passkeys.beginShowing(ticket);
    await assert.rejects(passkeys.show(ticket, wrong), isFault('signInRefused'));
  }
});

test('a signature that was tampered with opens nothing', async (t) => {
  const { passkeys, add, newTicket } = await newNode(t);
  await add();
  const ticket = await newTicket();
  const answer = Object(await browser.show(await passkeys.beginShowing(ticket)));
  const signature = Buffer.from(answer.response.signature, 'base64url');
  signature.writeUInt8(signature.readUInt8(signature.length - 1) ^ 1, signature.length - 1);
  const forged = {
    ...answer,
    response: { ...answer.response, signature: signature.toString('base64url') },
  };
  await assert.rejects(passkeys.show(ticket, forged), isFault('signInRefused'));
});

test('a passkey made on a page of another address is refused', async (t) => {
  const elsewhere = await newAccounts(t, { publicAddress: 'http://localhost:1' });
  const { session: theirs } = await awaSignedIn(elsewhere);
  const question = await elsewhere.accounts.passkeys.beginAdding(theirs, password);
  const answer = await browser.add(question);
  await assert.rejects(
    elsewhere.accounts.passkeys.finishAdding(theirs, answer, ''),
    isFault('signInRefused'),
  );
});

test('one person’s passkey opens nobody else’s account', async (t) => {
  const { accounts, passkeys, add, newTicket } = await newNode(t);
  await add();
  await browser.changeDevice();
  await accounts.create({ ...awa, email: 'ben@gov.example', password });
  const ben = sessionOf(await accounts.signIn('ben@gov.example', password, office));
  await passkeys.finishAdding(ben, await browser.add(await passkeys.beginAdding(ben, password)), '');
  const ticket = ticketOf(await accounts.signIn('ben@gov.example', password, office));
  const answer = await browser.show(await passkeys.beginShowing(ticket));
  const awasTicket = await newTicket();
  await passkeys.beginShowing(awasTicket);
  await assert.rejects(passkeys.show(awasTicket, answer), isFault('signInRefused'));
});

test('beside an authenticator either will do, and one recovery list serves both', async (t) => {
  const { accounts, clock, later, passkeys, account, session, add, newTicket } = await newNode(t);
  const { key } = await accounts.beginAuthenticator(session, password);
  const codes = await accounts.finishAuthenticator(session, codeOf(key, clock.now()));
  assert.deepEqual(await add(), []);
  const signIn = await accounts.signIn(awa.email, password, office);
  assert.deepEqual('factors' in signIn && signIn.factors, ['code', 'passkey']);
  later(1);
  await accounts.showCode(ticketOf(signIn), codeOf(key, clock.now()), office);
  const ticket = await newTicket();
  await passkeys.show(ticket, await browser.show(await passkeys.beginShowing(ticket)));
  await accounts.removeAuthenticator(session, password);
  assert.ok((await accounts.showCode(await newTicket(), codes[0] ?? '', office)).strong);
  assert.equal((await accounts.session(session.token))?.strong, true);
  const [passkey] = await passkeys.list(account.id);
  await passkeys.remove(session, password, passkey?.id ?? '');
  assert.equal((await accounts.session(session.token))?.strong, false);
  sessionOf(await accounts.signIn(awa.email, password, office));
});

test('a passkey goes with its account', async (t) => {
  const { accounts, passkeys, account, add } = await newNode(t);
  await add();
  await accounts.erase(account.id);
  assert.deepEqual(await passkeys.list(account.id), []);
});
