import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AccountsUnderTest,
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

/** Awa is signed in and has set up an authenticator. */
async function withAuthenticator(house: AccountsUnderTest) {
  const { account, session } = await awaSignedIn(house);
  const { key } = await house.accounts.beginAuthenticator(session, password);
  const recoveryCodes = await house.accounts.finishAuthenticator(session, codeOf(key, house.clock.now()));
  house.later(1);
  return { account, session, key, recoveryCodes };
}

test('an authenticator is set up with the password and a first code, and the session is strong', async (t) => {
  const house = await newAccounts(t);
  const { accounts, clock } = house;
  const { account, session } = await awaSignedIn(house);
  await assert.rejects(accounts.beginAuthenticator(session, 'wrong'), isFault('signInRefused'));
  const { key, address } = await accounts.beginAuthenticator(session, password);
  assert.match(key, /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  assert.equal(
    address,
    `otpauth://totp/bridge.gov.example:awa.diop%40plan.gov.example?secret=${key.replaceAll(' ', '')}&issuer=bridge.gov.example&algorithm=SHA1&digits=6&period=30`,
  );
  await assert.rejects(accounts.finishAuthenticator(session, '000000'), isFault('signInRefused'));
  assert.equal((await accounts.find(account.id))?.secondFactor, false);
  const codes = await accounts.finishAuthenticator(session, codeOf(key, clock.now()));
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) assert.match(code, /^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
  const now = await accounts.session(session.token);
  assert.deepEqual([now?.strong, now?.account.secondFactor], [true, true]);
});

test('setting it up ends every other session: none of them showed a second factor', async (t) => {
  const house = await newAccounts(t);
  const { session } = await awaSignedIn(house);
  const other = sessionOf(await house.accounts.signIn(awa.email, password, office));
  const { key } = await house.accounts.beginAuthenticator(session, password);
  await house.accounts.finishAuthenticator(session, codeOf(key, house.clock.now()));
  assert.equal(await house.accounts.session(other.token), undefined);
});

test('then password and mail give a ticket, and the code makes it a strong session', async (t) => {
  const house = await newAccounts(t);
  const { accounts, clock } = house;
  const { account, key } = await withAuthenticator(house);
  const secret = await accounts.letter({ purpose: 'signIn', accountId: account.id }, 15);
  for (const [proven, signIn] of [
    [false, await accounts.signIn(awa.email, password, office)],
    [true, await accounts.signInByLetter(secret, office)],
  ] as const) {
    assert.deepEqual('factors' in signIn && signIn.factors, ['code']);
    const ticket = ticketOf(signIn);
    assert.equal(await accounts.session(ticket), undefined);
    house.later(1);
    const session = await accounts.showCode(ticket, codeOf(key, clock.now()), office);
    assert.deepEqual([session.strong, session.justProven], [true, proven]);
    assert.deepEqual(await accounts.session(session.token), session);
  }
});

test('a ticket is good once and for ten minutes; a wrong code does not use it up', async (t) => {
  const house = await newAccounts(t);
  const { accounts, clock } = house;
  const { key } = await withAuthenticator(house);
  const code = () => codeOf(key, clock.now());
  const ticket = ticketOf(await accounts.signIn(awa.email, password, office));
  await assert.rejects(accounts.showCode(ticket, 'abc', office), isFault('signInRefused'));
  await accounts.showCode(ticket, code(), office);
  house.later(1);
  await assert.rejects(accounts.showCode(ticket, code(), office), isFault('linkExpired'));
  const late = ticketOf(await accounts.signIn(awa.email, password, office));
  house.later(10);
  await assert.rejects(accounts.showCode(late, code(), office), isFault('linkExpired'));
  await assert.rejects(accounts.showCode('made-up', code(), office), isFault('linkExpired'));
});

test('a code that somebody looked at over a shoulder does not open a second time', async (t) => {
  const house = await newAccounts(t);
  const { accounts, clock } = house;
  const { key } = await withAuthenticator(house);
  const tickets = await Promise.all([1, 2].map(() => accounts.signIn(awa.email, password, office)));
  const code = codeOf(key, clock.now());
  const ends = await Promise.allSettled(tickets.map((one) => accounts.showCode(ticketOf(one), code, office)));
  assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1);
});

test('each recovery code opens once, however it is typed, and is not slowed by guesses', async (t) => {
  const house = await newAccounts(t);
  const { accounts } = house;
  const { recoveryCodes } = await withAuthenticator(house);
  const [first = '', second = ''] = recoveryCodes;
  const ticket = async () => ticketOf(await accounts.signIn(awa.email, password, office));
  const guessed = await ticket();
  for (let time = 0; time < 10; time += 1) {
    await assert.rejects(accounts.showCode(guessed, `00000${time}`, office), isFault('signInRefused'));
  }
  await assert.rejects(accounts.showCode(guessed, '000000', office), isFault('tooManyAttempts'));
  assert.ok((await accounts.showCode(guessed, first, office)).strong);
  const other = await ticket();
  await assert.rejects(accounts.showCode(other, first, office));
  assert.ok((await accounts.showCode(other, second.toLowerCase().replaceAll('-', ' '), office)).strong);
});

test('one person’s recovery codes open nobody else’s account', async (t) => {
  const house = await newAccounts(t);
  const { accounts, clock } = house;
  const { recoveryCodes } = await withAuthenticator(house);
  const ben = { ...awa, email: 'ben@gov.example', password };
  await accounts.create(ben);
  const session = sessionOf(await accounts.signIn(ben.email, password, office));
  const { key } = await accounts.beginAuthenticator(session, password);
  await accounts.finishAuthenticator(session, codeOf(key, clock.now()));
  const ticket = ticketOf(await accounts.signIn(ben.email, password, office));
  await assert.rejects(accounts.showCode(ticket, recoveryCodes[0] ?? '', office), isFault('signInRefused'));
});

test('a new authenticator takes the place of the old one when it has shown its first code, and not before', async (t) => {
  const house = await newAccounts(t);
  const { accounts, clock } = house;
  const { session, key: old, recoveryCodes } = await withAuthenticator(house);
  const { key } = await accounts.beginAuthenticator(session, password);
  const ticket = ticketOf(await accounts.signIn(awa.email, password, office));
  await assert.rejects(accounts.showCode(ticket, codeOf(key, clock.now()), office), isFault('signInRefused'));
  await accounts.showCode(ticket, codeOf(old, clock.now()), office);
  const fresh = await accounts.finishAuthenticator(session, codeOf(key, clock.now()));
  house.later(1);
  const next = ticketOf(await accounts.signIn(awa.email, password, office));
  for (const gone of [codeOf(old, clock.now()), recoveryCodes[0] ?? '']) {
    await assert.rejects(accounts.showCode(next, gone, office), isFault('signInRefused'));
  }
  assert.ok((await accounts.showCode(next, fresh[0] ?? '', office)).strong);
});

test('without its authenticator the account asks for none, and its sessions are no longer strong', async (t) => {
  const house = await newAccounts(t);
  const { accounts } = house;
  const { session } = await withAuthenticator(house);
  await assert.rejects(accounts.removeAuthenticator(session, 'wrong'), isFault('signInRefused'));
  await accounts.removeAuthenticator(session, password);
  const now = await accounts.session(session.token);
  assert.deepEqual([now?.strong, now?.account.secondFactor], [false, false]);
  assert.equal(sessionOf(await accounts.signIn(awa.email, password, office)).strong, false);
});
