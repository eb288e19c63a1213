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
import type { LetterSecret } from '../operations/ports/accounts.ts';

const invitation: LetterSecret = {
  purpose: 'invitation',
  email: 'ben@gov.example',
  post: 'focal-point-ml',
  deputy: true,
};

test('a secret can be read often and used once', async (t) => {
  const { accounts } = await newAccounts(t);
  for (const what of [invitation, { purpose: 'firstAdministrator' }] as const) {
    const secret = await accounts.letter(what, 60);
    assert.match(secret, /^[\w-]{43}$/);
    assert.deepEqual(await accounts.readLetter(secret), what);
    assert.deepEqual(await accounts.readLetter(secret), what);
    assert.deepEqual(await accounts.useLetter(secret), what);
    await assert.rejects(accounts.readLetter(secret), isFault('linkExpired'));
    await assert.rejects(accounts.useLetter(secret), isFault('linkExpired'));
  }
});

test('invitations to a post are listed while they hold, and those of one address end but for the newest', async (t) => {
  const { accounts, later } = await newAccounts(t);
  const secret = (what: Partial<typeof invitation>) => accounts.letter({ ...invitation, ...what }, 60);
  const first = await secret({});
  later(1);
  const second = await secret({ email: 'Ben@GOV.example', deputy: false });
  const [elsewhere, other] = [await secret({ post: 'clerk-ml' }), await secret({ email: 'eva@gov.example' })];
  const listed = async () => (await accounts.invitations('focal-point-ml')).map(({ email }) => email);
  assert.deepEqual((await listed()).toSorted(), ['Ben@GOV.example', 'ben@gov.example', 'eva@gov.example']);
  await accounts.endInvitations({ email: 'ben@gov.example', post: 'focal-point-ml' }, second);
  assert.deepEqual((await listed()).toSorted(), ['Ben@GOV.example', 'eva@gov.example']);
  await assert.rejects(accounts.readLetter(first), isFault('linkExpired'));
  for (const one of [second, elsewhere, other]) await accounts.readLetter(one);
  await accounts.withdrawLetter(other);
  await accounts.withdrawLetter(other);
  assert.deepEqual(await listed(), ['Ben@GOV.example']);
  later(60);
  assert.deepEqual(await listed(), []);
});

test('a withdrawn invitation says so until it would have expired, and whom it had invited is not kept', async (t) => {
  const { accounts, later } = await newAccounts(t);
  const secret = await accounts.letter(invitation, 60);
  const elsewhere = await accounts.letter({ ...invitation, post: 'clerk-ml' }, 60);
  assert.equal((await accounts.invitations('focal-point-ml', 'BEN@gov.example')).length, 1);
  assert.deepEqual(await accounts.invitations('focal-point-ml', 'eva@gov.example'), []);
  await accounts.withdrawInvitations({ email: 'Ben@GOV.example', post: 'focal-point-ml' });
  assert.deepEqual(await accounts.invitations('focal-point-ml'), []);
  assert.deepEqual(await accounts.readLetter(secret), { purpose: 'withdrawnInvitation' });
  await assert.rejects(accounts.useLetter(secret), isFault('linkExpired'));
  assert.deepEqual(await accounts.readLetter(secret), { purpose: 'withdrawnInvitation' });
  assert.deepEqual(await accounts.readLetter(elsewhere), { ...invitation, post: 'clerk-ml' });
  later(60);
  await assert.rejects(accounts.readLetter(secret), isFault('linkExpired'));
});

test('of two who use one secret at the same time one gets it', async (t) => {
  const { accounts, another } = await newAccounts(t);
  const other = await another();
  const secret = await accounts.letter(invitation, 60);
  const ends = await Promise.allSettled([accounts, other, accounts].map((one) => one.useLetter(secret)));
  assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1);
});

test('a secret is good for as long as was said, and not a moment longer', async (t) => {
  const { accounts, later } = await newAccounts(t);
  const secret = await accounts.letter(invitation, 60);
  later(59);
  assert.deepEqual(await accounts.readLetter(secret), invitation);
  later(1);
  await assert.rejects(accounts.readLetter(secret), isFault('linkExpired'));
  await assert.rejects(accounts.useLetter(secret), isFault('linkExpired'));
  await assert.rejects(accounts.readLetter('made-up'), isFault('linkExpired'));
});

test('a link by mail opens a session, once', async (t) => {
  const { accounts } = await newAccounts(t);
  const account = await accounts.create(awa);
  const secret = await accounts.letter({ purpose: 'signIn', accountId: account.id }, 15);
  const session = sessionOf(await accounts.signInByLetter(secret, office));
  assert.deepEqual([session.account.id, session.strong, session.justProven], [account.id, false, true]);
  await assert.rejects(accounts.signInByLetter(secret, office), isFault('linkExpired'));
});

test('a secret made for something else opens no session, and is not used up by trying', async (t) => {
  const { accounts } = await newAccounts(t);
  const account = await accounts.create(awa);
  for (const what of [invitation, { purpose: 'unsubscribe', accountId: account.id }] as const) {
    const secret = await accounts.letter(what, 60);
    await assert.rejects(accounts.signInByLetter(secret, office), isFault('linkExpired'));
    assert.deepEqual(await accounts.useLetter(secret), what);
  }
});

test('whoever just proved the mailbox sets a forgotten password anew, for a quarter of an hour', async (t) => {
  const house = await newAccounts(t);
  const { accounts } = house;
  const { account, session: old } = await awaSignedIn(house);
  const letter = { purpose: 'signIn', accountId: account.id } as const;
  const byLetter = async () =>
    sessionOf(await accounts.signInByLetter(await accounts.letter(letter, 15), office));
  const late = await byLetter();
  house.later(15);
  assert.equal((await accounts.session(late.token))?.justProven, false);
  await assert.rejects(accounts.changePassword(late, '', 'nine loud drums arrive'), isFault('signInRefused'));
  const soon = await byLetter();
  house.later(14);
  await accounts.changePassword(soon, '', 'nine loud drums arrive');
  assert.equal(await accounts.session(old.token), undefined);
  sessionOf(await accounts.signIn(awa.email, 'nine loud drums arrive', office));
});

test('a session opened by password never passes for a proof of the mailbox', async (t) => {
  const house = await newAccounts(t);
  const { session } = await awaSignedIn(house);
  const forged = { ...session, justProven: true };
  const change = house.accounts.changePassword(forged, '', 'nine loud drums arrive');
  await assert.rejects(change, isFault('signInRefused'));
});

test('nobody’s mailbox is filled: five links to sign in within a quarter of an hour', async (t) => {
  const { accounts, later } = await newAccounts(t);
  const { id } = await accounts.create({ ...awa, password });
  const ask = () => accounts.letter({ purpose: 'signIn', accountId: id }, 15);
  for (let time = 0; time < 5; time += 1) {
    await ask();
    later(1);
  }
  await assert.rejects(ask(), isFault('tooManyAttempts', { seconds: 600 }));
  await accounts.letter({ purpose: 'unsubscribe', accountId: id }, 15);
  later(10);
  await ask();
});

test('of twenty links asked for at the same moment five are made', async (t) => {
  const { accounts } = await newAccounts(t);
  const { id } = await accounts.create({ ...awa, password });
  const asked = Array.from({ length: 20 }, () => accounts.letter({ purpose: 'signIn', accountId: id }, 15));
  const made = (await Promise.allSettled(asked)).filter(({ status }) => status === 'fulfilled');
  assert.equal(made.length, 5);
});
