import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  awa,
  awaSignedIn,
  isFault,
  newAccounts,
  office,
  password,
  sessionOf,
} from '../../tests/fixtures/accounts.ts';

test('the right address and password open a session that is not strong', async (t) => {
  const { accounts } = await newAccounts(t);
  assert.equal(await accounts.isEmpty(), true);
  const account = await accounts.create({ ...awa, password });
  assert.equal(await accounts.isEmpty(), false);
  const session = sessionOf(await accounts.signIn(awa.email, password, office));
  assert.deepEqual(session.account, account);
  assert.deepEqual([session.strong, session.justProven], [false, false]);
  assert.deepEqual(await accounts.session(session.token), session);
});

test('an address is the same in capitals, with spaces around it, and with its domain in either script', async (t) => {
  const { accounts } = await newAccounts(t);
  await accounts.create({ ...awa, email: ' Zoé@Ministère.example ', password });
  for (const email of ['zoé@ministère.example', 'ZOÉ@MINISTÈRE.EXAMPLE', 'zoé@xn--ministre-60a.example']) {
    sessionOf(await accounts.signIn(email, password, office));
    assert.equal((await accounts.findByEmail(email))?.email, 'Zoé@Ministère.example');
  }
});

test('a password is the same however its accents are composed', async (t) => {
  const { accounts } = await newAccounts(t);
  await accounts.create({ ...awa, password: 'l’été à Saint-Louis' });
  sessionOf(await accounts.signIn(awa.email, 'l’été à Saint-Louis'.normalize('NFD'), office));
});

test('the answer never tells which of address and password was wrong, or whether there is a password', async (t) => {
  const { accounts } = await newAccounts(t);
  await accounts.create({ ...awa, password });
  await accounts.create({ ...awa, email: 'letters.only@gov.example' });
  const answers = new Set<string>();
  for (const email of [awa.email, 'nobody@gov.example', 'letters.only@gov.example', 'no address', '']) {
    for (const wrong of ['five quiet boats stay', '', 'x'.repeat(100_000)]) {
      await assert.rejects(accounts.signIn(email, wrong, office), (error: Error) => {
        answers.add(error.message);
        return isFault('signInRefused')(error);
      });
    }
  }
  assert.equal(answers.size, 1);
});

test('an unknown address is as much work as a wrong password', async (t) => {
  const { accounts } = await newAccounts(t);
  await accounts.create({ ...awa, password });
  const work = async (email: string) => {
    const before = process.cpuUsage();
    for (let time = 0; time < 5; time += 1) {
      await assert.rejects(accounts.signIn(email, 'five quiet boats stay', office));
    }
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  await work('warm.up@gov.example');
  const ratio = (await work('nobody@gov.example')) / (await work(awa.email));
  assert.ok(ratio > 0.5 && ratio < 2, `work of ${ratio}`);
});

test('every sign-in has a token of its own, and each session its own form token', async (t) => {
  const house = await newAccounts(t);
  const { session } = await awaSignedIn(house);
  const other = sessionOf(await house.accounts.signIn(awa.email, password, office));
  const secrets = [session.token, session.formToken, other.token, other.formToken];
  assert.equal(new Set(secrets).size, 4);
  for (const secret of secrets) assert.match(secret, /^[\w-]{43}$/);
  assert.equal((await house.accounts.session(session.token))?.formToken, session.formToken);
});

test('a session ends when it lies idle for 30 minutes, and lives on with each use', async (t) => {
  const house = await newAccounts(t);
  const { session } = await awaSignedIn(house);
  for (let time = 0; time < 5; time += 1) {
    house.later(29);
    assert.ok(await house.accounts.session(session.token), `use ${time}`);
  }
  house.later(30);
  assert.equal(await house.accounts.session(session.token), undefined);
});

test('a session ends after 12 hours, however much it is used', async (t) => {
  const house = await newAccounts(t);
  const { session } = await awaSignedIn(house);
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    house.later(20);
    assert.ok(await house.accounts.session(session.token), `after ${minutes} minutes`);
  }
  house.later(20);
  assert.equal(await house.accounts.session(session.token), undefined);
});

test('signing out ends this session alone; signing out everywhere ends all of this person and nobody else’s', async (t) => {
  const house = await newAccounts(t);
  const { accounts } = house;
  const { session } = await awaSignedIn(house);
  await accounts.create({ ...awa, email: 'ben@gov.example', password });
  const ben = sessionOf(await accounts.signIn('ben@gov.example', password, office));
  const others = await Promise.all([1, 2].map(() => accounts.signIn(awa.email, password, office)));
  await accounts.signOut(session.token);
  assert.equal(await accounts.session(session.token), undefined);
  const left = others.map((other) => sessionOf(other).token);
  for (const token of left) assert.ok(await accounts.session(token));
  await accounts.signOutEverywhere(session.account.id);
  for (const token of left) assert.equal(await accounts.session(token), undefined);
  assert.ok(await accounts.session(ben.token));
  assert.equal(await accounts.session(''), undefined);
});

test('a new password wants the old one, ends all other sessions and takes the place of the old', async (t) => {
  const house = await newAccounts(t);
  const { accounts } = house;
  const { session } = await awaSignedIn(house);
  const other = sessionOf(await accounts.signIn(awa.email, password, office));
  const wanted = 'nine loud drums arrive';
  await assert.rejects(accounts.changePassword(session, 'wrong', wanted), isFault('signInRefused'));
  await assert.rejects(accounts.changePassword(session, password, 'password1234'), isFault('weakPassword'));
  await accounts.changePassword(session, password, wanted);
  assert.ok(await accounts.session(session.token));
  assert.equal(await accounts.session(other.token), undefined);
  await assert.rejects(accounts.signIn(awa.email, password, office), isFault('signInRefused'));
  sessionOf(await accounts.signIn(awa.email, wanted, office));
});

test('a session that has ended in the meantime changes nothing', async (t) => {
  const house = await newAccounts(t);
  const { session } = await awaSignedIn(house);
  await house.accounts.signOut(session.token);
  const late = house.accounts.changePassword(session, password, 'nine loud drums arrive');
  await assert.rejects(late, isFault('signInNeeded'));
  await assert.rejects(house.accounts.beginAuthenticator(session, password), isFault('signInNeeded'));
});
