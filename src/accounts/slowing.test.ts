import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awa, awaSignedIn, isFault, newAccounts, office, password } from '../../tests/fixtures/accounts.ts';
import { Fault } from '../kernel/fault.ts';
import type { Accounts } from '../operations/ports/accounts.ts';

const elsewhere = { network: '198.51.100.3' };

async function guess(
  accounts: Accounts,
  times: number,
  email: string,
  network = office.network,
): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await assert.rejects(
      accounts.signIn(email, `wrong guess ${time}`, { network }),
      isFault('signInRefused'),
    );
  }
}

/** Seconds to wait, as an attempt with the right password is told; 0 when it is let in. */
async function wait(accounts: Accounts, email: string = awa.email, attempt = office): Promise<number> {
  try {
    await accounts.signIn(email, password, attempt);
    return 0;
  } catch (error) {
    assert.ok(isFault('tooManyAttempts')(error) && error instanceof Fault);
    return Number(error.params['seconds']);
  }
}

test('after ten wrong passwords even the right one has to wait, and then opens', async (t) => {
  const { accounts, later } = await newAccounts(t);
  await accounts.create({ ...awa, password });
  await guess(accounts, 10, awa.email);
  assert.equal(await wait(accounts), 5);
  later(4 / 60);
  assert.equal(await wait(accounts), 1);
  later(1 / 60);
  assert.equal(await wait(accounts), 0);
});

test('each further failure doubles the delay, up to 15 minutes, and after 15 quiet minutes all is forgotten', async (t) => {
  const { accounts, later } = await newAccounts(t);
  await accounts.create({ ...awa, password });
  await guess(accounts, 10, awa.email);
  const delays: number[] = [];
  for (let time = 0; time < 7; time += 1) {
    const seconds = await wait(accounts);
    delays.push(seconds);
    later(seconds / 60);
    await guess(accounts, 1, awa.email);
  }
  assert.deepEqual(delays, [5, 10, 20, 40, 80, 160, 320]);
  assert.ok((await wait(accounts)) <= 900);
  later(15);
  assert.equal(await wait(accounts), 0);
});

test('a hundred guesses at one instant count as a hundred', async (t) => {
  const { accounts } = await newAccounts(t);
  await accounts.create({ ...awa, password });
  const guesses = Array.from({ length: 40 }, (_, place) =>
    accounts.signIn(awa.email, `guess ${place}`, office),
  );
  const codes = (await Promise.allSettled(guesses)).map((end) => {
    assert.equal(end.status, 'rejected');
    return end.reason.code;
  });
  assert.equal(codes.filter((code) => code === 'signInRefused').length, 10);
  assert.equal(codes.filter((code) => code === 'tooManyAttempts').length, 30);
});

test('guesses at one account slow neither its colleagues in the same ministry nor its owner elsewhere', async (t) => {
  const { accounts } = await newAccounts(t);
  await accounts.create({ ...awa, password });
  await accounts.create({ ...awa, email: 'ben@gov.example', password });
  await guess(accounts, 10, awa.email);
  assert.ok((await wait(accounts)) > 0);
  assert.equal(await wait(accounts, 'ben@gov.example'), 0);
  assert.equal(await wait(accounts, awa.email, elsewhere), 0);
});

test('an address that nobody has is slowed like one that somebody has', async (t) => {
  const { accounts } = await newAccounts(t);
  await guess(accounts, 10, 'nobody@gov.example');
  assert.equal(await wait(accounts, 'nobody@gov.example'), 5);
});

test('the right password forgives this person’s failures in this place', async (t) => {
  const { accounts } = await newAccounts(t);
  await accounts.create({ ...awa, password });
  for (let round = 0; round < 3; round += 1) {
    await guess(accounts, 9, awa.email);
    assert.equal(await wait(accounts), 0);
  }
});

test('whoever has the other half of an IPv6 address to himself has one budget for it', async (t) => {
  const { accounts } = await newAccounts(t);
  await accounts.create({ ...awa, password });
  for (let place = 1; place <= 10; place += 1) await guess(accounts, 1, awa.email, `2001:db8:1:2::${place}`);
  assert.equal(await wait(accounts, awa.email, { network: '2001:db8:1:2:ffff::1' }), 5);
  assert.equal(await wait(accounts, awa.email, { network: '2001:db8:1:3::1' }), 0);
});

test('a password guessed from within a session is slowed as well', async (t) => {
  const house = await newAccounts(t);
  const { session } = await awaSignedIn(house);
  for (let time = 0; time < 10; time += 1) {
    await assert.rejects(
      house.accounts.beginAuthenticator(session, `guess ${time}`),
      isFault('signInRefused'),
    );
  }
  const right = house.accounts.beginAuthenticator(session, password);
  await assert.rejects(right, isFault('tooManyAttempts', { seconds: 5 }));
});

test('delays hold after a new start', async (t) => {
  const { accounts, another } = await newAccounts(t);
  await accounts.create({ ...awa, password });
  await guess(accounts, 10, awa.email);
  await accounts.close();
  assert.equal(await wait(await another()), 5);
});
