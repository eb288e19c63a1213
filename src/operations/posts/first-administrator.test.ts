import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, smallHouse } from '../../../tests/fixtures/small-house.ts';
import { officeOf, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { refuses } from '../../../tests/fixtures/wells.ts';
import { holdersOn } from '../../lifecycle/post.ts';
import { today } from '../house.ts';
import { getAccountOf } from './appoint.ts';
import { erasePerson } from './erase-person.ts';
import { makeFirstAdministrator } from './first-administrator.ts';
import { closePost, getPost } from './keep-post.ts';

const ada = { email: 'ada@example.org', name: 'Ada', language: 'fr' } as const;
const title = english('Administration');

test('the first administrator gets an account and the post that keeps the node, by the word of the machine’s owner', async () => {
  const office = await officeOf(await smallHouse());
  const { id } = await makeFirstAdministrator(office, ada, title);
  const post = getPost(office, 'administrator');
  assert.deepEqual(holdersOn(post, today(office)), [{ account: id, deputy: false, from: today(office) }]);
  const history = await office.log.history('administrator');
  assert.deepEqual(
    history.map((entry) => entry.kind === 'post' && [entry.event.type, entry.event.post]),
    [
      ['opened', 'node'],
      ['appointed', 'node'],
    ],
  );
});

test('done twice it changes nothing; another one becomes deputy', async () => {
  const office = await officeOf(await smallHouse());
  const first = await makeFirstAdministrator(office, ada, title);
  const head = await office.log.head();
  assert.equal((await makeFirstAdministrator(office, { ...ada, name: 'Bo' }, title)).name, 'Ada');
  assert.equal(await office.log.head(), head);
  const second = await makeFirstAdministrator(office, { ...ada, email: 'bo@example.org' }, title);
  assert.deepEqual(
    holdersOn(getPost(office, 'administrator'), today(office)).map(({ account, deputy }) => [
      account,
      deputy,
    ]),
    [
      [first.id, false],
      [second.id, true],
    ],
  );
});

test('where the post was closed another one is opened', async () => {
  const office = await smallOffice();
  await closePost(office, 'node', 'administrator');
  const { id } = await makeFirstAdministrator(office, ada, title);
  const open = [...office.board.posts().values()].find(
    ({ kind, closedAt }) => kind === 'administrator' && closedAt === undefined,
  );
  assert.ok(open && open.id !== 'administrator');
  assert.equal(holdersOn(open, today(office))[0]?.account, id);
});

test('what is no address makes no post either', async () => {
  const office = await officeOf(await smallHouse());
  await refuses(office, () => makeFirstAdministrator(office, { ...ada, email: 'ada' }, title), 'invalid');
  assert.equal(office.board.posts().size, 0);
});

test('of an erased person nothing stays but an id: no account, no post, no letter, no invitation', async () => {
  const office = await smallOffice();
  const { account } = office.actors['clerk-sn'];
  const email = 'clerk-sn@example.org';
  const letter = { key: 'k', to: email, language: 'en', subject: 'Wells', text: '', html: '' } as const;
  await office.outbox.enqueue([letter], office.clock.now().toISOString());
  assert.deepEqual(await erasePerson(office, 'Clerk-SN@example.org'), ['clerk-sn']);
  await refuses(office, () => getAccountOf(office, email), 'notFound');
  assert.deepEqual(holdersOn(getPost(office, 'clerk-sn'), today(office)), []);
  const [kept] = await office.outbox.accounts(9);
  assert.deepEqual([kept?.to, kept?.standing], ['', 'given up']);
  const history = JSON.stringify(await office.log.history('clerk-sn'));
  assert.ok(history.includes(account) && !history.includes(email));
  await refuses(office, () => erasePerson(office, email), 'notFound');
});
