import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { Fault } from '../../kernel/fault.ts';
import { holdersOn } from '../../lifecycle/post.ts';
import { today } from '../house.ts';
import { appoint, getAccountOf, handOver, relieve } from './appoint.ts';
import { acceptInvitation, invite } from './invite.ts';
import { closePost, getPost } from './keep-post.ts';
import { postHistory } from './post-history.ts';

const refusedWith = (code: string) => (error: unknown) => error instanceof Fault && error.code === code;

async function withNewcomer() {
  const office = await smallOffice();
  const person = {
    email: 'new@example.org',
    name: 'New',
    language: 'en',
    password: 'four goats and a well',
  } as const;
  const { id } = await office.accounts.create(person);
  const holders = (post: string) =>
    holdersOn(getPost(office, post), today(office)).map(({ account, deputy }) => ({ account, deputy }));
  return { office, id, holders };
}

test('an appointed person holds the post at once; appointed again nothing more happens', async () => {
  const { office, id, holders } = await withNewcomer();
  const keeper = office.actors['focal-sn'];
  await appoint(office, keeper, 'clerk-sn', { account: id, deputy: true }, { reason: 'Leave of the holder' });
  await appoint(office, keeper, 'clerk-sn', { account: id, deputy: true });
  assert.deepEqual(holders('clerk-sn'), [
    { account: office.actors['clerk-sn'].account, deputy: false },
    { account: id, deputy: true },
  ]);
  const events = await postHistory(office, keeper, 'clerk-sn');
  assert.deepEqual(
    events.map(({ type, reason }) => [type, reason]),
    [
      ['opened', undefined],
      ['appointed', undefined],
      ['appointed', 'Leave of the holder'],
    ],
  );
});

test('a deputy who becomes the holder is a deputy no longer', async () => {
  const { office, id, holders } = await withNewcomer();
  await appoint(office, 'node', 'clerk-sn', { account: id, deputy: true });
  await appoint(office, 'node', 'clerk-sn', { account: id, deputy: false });
  assert.deepEqual(
    holders('clerk-sn').filter(({ account }) => account === id),
    [{ account: id, deputy: false }],
  );
});

test('a hand-over is one event: the holder goes, deputies stay', async () => {
  const { office, id, holders } = await withNewcomer();
  const holder = office.actors['focal-sn'];
  await appoint(office, 'node', 'focal-sn', { account: office.actors['clerk-sn'].account, deputy: true });
  await handOver(office, holder, 'focal-sn', id, { reason: 'New posting' });
  assert.deepEqual(holders('focal-sn'), [
    { account: id, deputy: false },
    { account: office.actors['clerk-sn'].account, deputy: true },
  ]);
  await assert.rejects(handOver(office, 'node', 'focal-sn', id), refusedWith('invalid'));
});

test('a deputy who takes over is listed once', async () => {
  const { office, id, holders } = await withNewcomer();
  await appoint(office, 'node', 'focal-sn', { account: id, deputy: true });
  await handOver(office, 'node', 'focal-sn', id);
  assert.deepEqual(holders('focal-sn'), [{ account: id, deputy: false }]);
});

test('a deputy does not give the post away', async () => {
  const { office, id } = await withNewcomer();
  const post = await appoint(office, 'node', 'focal-sn', { account: id, deputy: true });
  const deputy = { post, account: id, strong: true };
  await assert.rejects(handOver(office, deputy, 'focal-sn', id), refusedWith('notAllowed'));
  const invitation = { email: 'friend@example.org', post: 'focal-sn', deputy: false, handOver: true };
  await assert.rejects(invite(office, deputy, invitation), refusedWith('notAllowed'));
});

test('a focal point keeps the posts of its country alone', async () => {
  const { office, id } = await withNewcomer();
  const keeper = office.actors['focal-sn'];
  const tenure = { account: id, deputy: true };
  await assert.rejects(appoint(office, keeper, 'clerk-br', tenure), refusedWith('notAllowed'));
  await assert.rejects(appoint(office, keeper, 'focal-sn', tenure), refusedWith('notAllowed'));
  await assert.rejects(relieve(office, keeper, 'administrator', id), refusedWith('notAllowed'));
  await assert.rejects(postHistory(office, keeper, 'clerk-br'), refusedWith('notAllowed'));
});

test('nobody comes to a closed post, and nobody is relieved who does not hold it', async () => {
  const { office, id } = await withNewcomer();
  await assert.rejects(relieve(office, 'node', 'clerk-sn', id), refusedWith('notFound'));
  await closePost(office, office.actors['focal-sn'], 'clerk-sn', { reason: 'Merged with another office' });
  await assert.rejects(
    appoint(office, 'node', 'clerk-sn', { account: id, deputy: false }),
    refusedWith('noHolder'),
  );
  await assert.rejects(
    invite(office, 'node', { email: 'a@example.org', post: 'clerk-sn', deputy: false }),
    refusedWith('noHolder'),
  );
});

test('what is no address is not invited; an address that nobody has is not appointed', async () => {
  const office = await smallOffice();
  for (const email of [
    'nobody',
    'a@b',
    'a b@example.org',
    'a@example.org,b@example.org',
    '<a@example.org>',
  ]) {
    await assert.rejects(
      invite(office, 'node', { email, post: 'clerk-sn', deputy: true }),
      refusedWith('invalid'),
      email,
    );
  }
  await assert.rejects(getAccountOf(office, 'nobody@example.org'), refusedWith('notFound'));
});

/** To whom a letter about a hand-over went. */
async function told({ outbox }: SmallOffice): Promise<readonly string[]> {
  const letters = await outbox.accounts(50);
  return letters.filter(({ key }) => key.startsWith('hand-over-')).map(({ to }) => to);
}

const newPerson = { name: 'Guest', language: 'en', password: 'four goats and a well' } as const;

test('an accepted invitation says in the history who invited', async () => {
  const { office, holders } = await withNewcomer();
  const keeper = office.actors['focal-sn'];
  const secret = await invite(office, keeper, { email: 'g@example.org', post: 'clerk-sn', deputy: true });
  const { account } = await acceptInvitation(office, secret, newPerson);
  assert.deepEqual(holders('clerk-sn').at(-1), { account: account.id, deputy: true });
  assert.deepEqual(await told(office), []);
  assert.equal((await postHistory(office, keeper, 'clerk-sn')).at(-1)?.post, 'focal-sn');
  await assert.rejects(acceptInvitation(office, secret, newPerson), refusedWith('linkExpired'));
});

test('an invitation to take over relieves the holder when it is accepted, not before', async () => {
  const { office, holders } = await withNewcomer();
  const before = office.actors['focal-sn'];
  const invitation = { email: 'g@example.org', post: 'focal-sn', deputy: false, handOver: true };
  const secret = await invite(office, before, invitation);
  assert.deepEqual(holders('focal-sn'), [{ account: before.account, deputy: false }]);
  const { account } = await acceptInvitation(office, secret, newPerson);
  assert.deepEqual(holders('focal-sn'), [{ account: account.id, deputy: false }]);
  assert.deepEqual(await told(office), ['focal-sn@example.org']);
});

test('whoever no longer holds the post cannot have it taken over by an old invitation', async () => {
  const { office, id, holders } = await withNewcomer();
  const invitation = { email: 'g@example.org', post: 'focal-sn', deputy: false, handOver: true };
  const secret = await invite(office, office.actors['focal-sn'], invitation);
  await handOver(office, 'node', 'focal-sn', id);
  await assert.rejects(acceptInvitation(office, secret, newPerson), refusedWith('linkExpired'));
  assert.deepEqual(holders('focal-sn'), [{ account: id, deputy: false }]);
});

test('an invitation dies with the post that wrote it', async () => {
  const office = await smallOffice();
  const keeper = office.actors['focal-sn'];
  const secret = await invite(office, keeper, { email: 'g@example.org', post: 'clerk-sn', deputy: true });
  await closePost(office, 'node', 'focal-sn');
  await assert.rejects(acceptInvitation(office, secret, newPerson), refusedWith('linkExpired'));
  assert.equal(await office.accounts.findByEmail('g@example.org'), undefined);
});
