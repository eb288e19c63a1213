import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type PersonId,
  password,
  type SmallOffice,
  smallOffice,
} from '../../../tests/fixtures/small-office.ts';
import { actOn, drafted, refuses, stateOf, submitted } from '../../../tests/fixtures/wells.ts';
import type { Session } from '../ports/accounts.ts';
import { release } from '../review/release.ts';
import { show } from '../show.ts';
import { actorFor, postsOf } from './actor.ts';
import { appoint, handOver, relieve } from './appoint.ts';
import { closePost } from './keep-post.ts';

async function sessionOf(office: SmallOffice, id: PersonId): Promise<Session> {
  const signIn = await office.accounts.signIn(`${id}@example.org`, password, { network: '192.0.2.1' });
  assert.ok('session' in signIn);
  return signIn.session;
}

test('who holds one post acts for it; of several one is named', async () => {
  const office = await smallOffice();
  const session = await sessionOf(office, 'clerk-sn');
  const { account } = office.actors['clerk-sn'];
  const actor = await actorFor(office, session);
  assert.deepEqual([actor.post.id, actor.account], ['clerk-sn', account]);
  await appoint(office, 'node', 'roster-sn', { account, deputy: true });
  assert.deepEqual(
    (await postsOf(office, session)).map(({ id }) => id),
    ['clerk-sn', 'roster-sn'],
  );
  await refuses(office, () => actorFor(office, session), 'badQuery', { right: 'clerk-sn, roster-sn' });
  assert.equal((await actorFor(office, session, 'roster-sn')).post.id, 'roster-sn');
  await refuses(office, () => actorFor(office, session, 'focal-sn'), 'noHolder', { post: 'focal-sn' });
});

test('a post is lost at once, in the session that is open: by being relieved, by hand-over, by closing', async () => {
  const office = await smallOffice();
  const [clerk, focal, other] = [
    await sessionOf(office, 'clerk-sn'),
    await sessionOf(office, 'focal-sn'),
    await sessionOf(office, 'clerk-br'),
  ];
  await relieve(office, 'node', 'clerk-sn', clerk.account.id);
  await refuses(office, () => actorFor(office, clerk), 'noHolder');
  await handOver(office, 'node', 'focal-sn', clerk.account.id);
  await refuses(office, () => actorFor(office, focal, 'focal-sn'), 'noHolder');
  assert.equal((await actorFor(office, clerk)).post.id, 'focal-sn');
  await closePost(office, 'node', 'clerk-br');
  await refuses(office, () => actorFor(office, other), 'noHolder');
});

test('a deputy acts as the holder does', async () => {
  const office = await smallOffice();
  const session = await sessionOf(office, 'clerk-br');
  await submitted(office, 'a');
  await appoint(office, 'node', 'focal-sn', { account: session.account.id, deputy: true });
  await release(office, await actorFor(office, session, 'focal-sn'), actOn(office, 'a'));
  assert.equal(stateOf(office, 'a').phase, 'released');
});

test('tasks and drafts go on under the new holder, and the former one sees them no more', async () => {
  const office = await smallOffice();
  await drafted(office, 'draft');
  await submitted(office, 'submitted');
  const [before, newcomer] = [await sessionOf(office, 'clerk-sn'), await sessionOf(office, 'clerk-br')];
  const query = { dueBefore: '2024-06-01', offset: 0, limit: 9 };
  const tasks = () => office.board.tasks({ post: office.actors['clerk-sn'].post, ...query }).counts;
  const waiting = tasks();
  assert.deepEqual(waiting, { draft: 1 });
  await handOver(office, office.actors['clerk-sn'], 'clerk-sn', newcomer.account.id);
  assert.deepEqual(tasks(), waiting);
  const actor = await actorFor(office, newcomer, 'clerk-sn');
  assert.ok((await show(office, 'activity', 'draft', actor)).draft);
  await refuses(office, () => actorFor(office, before, 'clerk-sn'), 'noHolder');
});

test('without a second factor somebody is strong only where the node asks for none', async () => {
  const office = await smallOffice();
  const session = await sessionOf(office, 'focal-sn');
  assert.equal(session.strong, false);
  assert.equal((await actorFor(office, session)).strong, true);
  assert.equal((await actorFor({ ...office, secondFactor: true }, session)).strong, false);
});
