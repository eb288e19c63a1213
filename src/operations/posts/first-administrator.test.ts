import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallHouse } from '../../../tests/fixtures/small-house.ts';
import { officeOf, password } from '../../../tests/fixtures/small-office.ts';
import { langText } from '../../kernel/lang-text.ts';
import { holdersOn } from '../../lifecycle/post.ts';
import { type Office, today } from '../house.ts';
import { makeFirstAdministrator } from './first-administrator.ts';
import { closePost } from './keep-post.ts';

const awa = { email: 'awa@example.org', name: 'Awa Diop', language: 'fr', password } as const;
const moussa = { email: 'moussa@example.org', name: 'Moussa Fall', language: 'fr' } as const;
const title = langText('fr', 'Administration');

function administrations({ board, ...house }: Office) {
  const posts = [...board.posts().values()].filter(({ kind }) => kind === 'administrator');
  return posts.map((post) => ({ id: post.id, holders: holdersOn(post, today({ ...house })) }));
}

test('the first administrator gets an account and the post that keeps the node', async () => {
  const office = await officeOf(await smallHouse());
  const account = await makeFirstAdministrator(office, awa, title);
  assert.ok('session' in (await office.accounts.signIn(awa.email, password, { network: 'test' })));
  const [only, ...more] = administrations(office);
  assert.deepEqual([only?.id, more], ['administrator', []]);
  assert.deepEqual(
    only?.holders.map((tenure) => [tenure.account, tenure.deputy]),
    [[account.id, false]],
  );
});

test('done twice it changes nothing more', async () => {
  const office = await officeOf(await smallHouse());
  const first = await makeFirstAdministrator(office, awa, title);
  const head = await office.log.head();
  assert.deepEqual(await makeFirstAdministrator(office, awa, title), first);
  assert.equal(await office.log.head(), head);
});

test('a second person comes as deputy to the post that is there', async () => {
  const office = await officeOf(await smallHouse());
  await makeFirstAdministrator(office, awa, title);
  await makeFirstAdministrator(office, moussa, title);
  const deputies = administrations(office).map(({ holders }) => holders.map(({ deputy }) => deputy));
  assert.deepEqual(deputies, [[false, true]]);
});

test('where the post was closed, a new one is opened', async () => {
  const office = await officeOf(await smallHouse());
  await makeFirstAdministrator(office, awa, title);
  await closePost(office, 'node', 'administrator');
  await makeFirstAdministrator(office, awa, title);
  assert.deepEqual(
    administrations(office).map(({ holders }) => holders.length),
    [0, 1],
  );
});
