import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import type { Hono } from 'hono';
import type { Southbridge } from '../../client/southbridge-client.ts';
import type { KeyScope } from '../../src/operations/ports/api-keys.ts';
import { relieve } from '../../src/operations/posts/appoint.ts';
import { closePost } from '../../src/operations/posts/keep-post.ts';
import { clientOf, signedInClient } from '../fixtures/client-of.ts';
import { asks, joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';
import { submitted, wells } from '../fixtures/wells.ts';

// Programs that act for a post by a key.

let office: SmallOffice;
let app: Hono;
const opened: SmallOffice[] = [];
beforeEach(async () => {
  office = await smallOffice();
  opened.push(office);
  app = joinedDoors(office);
});
after(async () => {
  for (const one of opened) await one.log.close();
});

async function keyOf(
  post: PersonId,
  scopes: readonly KeyScope[],
  name = 'harvester',
): Promise<{ id: string; secret: string }> {
  const holder = await signedInClient(app, post);
  const { status, headers, data } = await holder.makeKey({ id: post, body: { name, scopes } });
  assert.equal(status, 201);
  assert.equal(headers.get('cache-control'), 'private, no-store');
  return data;
}

function write(
  token: string,
  id: string,
  headers: Record<string, string> = { 'if-none-match': '*' },
): Promise<Response> {
  return asks(app, `/api/records/activity/${id}`, {
    method: 'PUT',
    token,
    body: { values: wells() },
    headers,
  });
}

async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { code: string }).code;
}

test('a secret is told once and stands nowhere: not in the list, not on the page, not in the log', async () => {
  const { secret, id } = await keyOf('clerk-sn', ['write']);
  const token = await tokenOf(app, 'clerk-sn');
  const listed = await (await asks(app, '/api/posts/clerk-sn/keys', { token })).text();
  const log = JSON.stringify(await office.log.since(0, 1_000));
  assert.match(listed, /harvester/);
  for (const text of [listed, log]) assert.ok(!text.includes(secret));
  assert.match(log, new RegExp(`"keyMade".*${id}`));
});

test('what is done by a key is the post’s deed, with the name of the key beside it for its own side alone', async () => {
  const { secret } = await keyOf('clerk-sn', ['write', 'act']);
  const [program, focal, visitor] = [
    clientOf(app, secret),
    await signedInClient(app, 'focal-sn'),
    clientOf(app),
  ];
  const record = { register: 'activity', id: 'by-key' } as const;
  const made = await program.edit({ ...record, body: { values: wells() }, ifNoneMatch: '*' });
  assert.equal(made.status, 201);
  const sent = await program.submit({ ...record, ifMatch: made.etag });
  assert.equal(sent.status, 200);
  const entries = (await office.log.history('by-key')).map((entry) =>
    entry.kind === 'revision' ? entry.revision : entry.kind === 'event' ? entry.event : undefined,
  );
  const { account } = office.actors['clerk-sn'];
  assert.deepEqual(
    entries.map((one) => [one?.post, one?.holder, one?.key]),
    [
      ['clerk-sn', account, 'harvester'],
      ['clerk-sn', account, 'harvester'],
    ],
  );
  assert.doesNotMatch(JSON.stringify(entries), /example\.org|Person of/);
  await focal.release({ ...record, ifMatch: sent.etag });
  const past = async (node: Southbridge) => JSON.stringify((await node.history(record)).data);
  assert.match(await past(focal), /"key":"harvester"/);
  assert.doesNotMatch(await past(visitor), /harvester/);
});

test('a key does what its scopes allow and nothing else', async () => {
  await submitted(office, 'theirs');
  const reads = (await keyOf('focal-sn', [], 'reads')).secret;
  const writes = (await keyOf('focal-sn', ['write'], 'writes')).secret;
  assert.equal(
    (await asks(app, '/api/records/activity/theirs', { token: reads })).status,
    200,
    'its own side’s draft',
  );
  assert.equal((await asks(app, '/api/desk', { token: reads })).status, 200);
  for (const [token, right] of [
    [reads, 'write'],
    [writes, 'act'],
  ] as const) {
    const path = `/api/records/activity/theirs${right === 'act' ? '/release' : ''}`;
    const method = right === 'act' ? 'POST' : 'PUT';
    const body = right === 'act' ? { seen: 1 } : { values: wells() };
    const refused = await asks(app, path, { method, token, body, headers: { 'accept-language': 'fr' } });
    assert.equal(refused.status, 403);
    const { code, params } = (await refused.json()) as { code: string; params: { right: string } };
    assert.deepEqual([code, params.right], ['scopeNeeded', right]);
  }
  const all = (await keyOf('focal-sn', ['write', 'act', 'keep'], 'all')).secret;
  for (const path of ['/api/posts/focal-sn/keys', '/api/sign-out']) {
    const body = { name: 'more', scopes: [] };
    assert.equal(
      (await asks(app, path, { method: 'POST', token: all, body })).status,
      401,
      `${path}: no key makes keys`,
    );
  }
});

test('a key acts for its own post, whatever post is named', async () => {
  const { secret } = await keyOf('focal-sn', ['act']);
  const answer = await asks(app, '/api/desk?post=focal-br', { token: secret });
  assert.deepEqual([answer.status, await codeOf(answer)], [403, 'noHolder']);
});

test('with the post its keys are lost, from the next request on, and do not come back', async () => {
  const { secret } = await keyOf('clerk-sn', ['write']);
  assert.equal((await write(secret, 'one')).status, 201);
  const { account, post } = office.actors['clerk-sn'];
  await relieve(office, 'node', post.id, account);
  assert.equal((await write(secret, 'two')).status, 401);
  assert.equal((await asks(app, '/api/records', { token: secret })).status, 401, 'nor is it a visitor’s');
  const other = (await keyOf('clerk-br', ['write'])).secret;
  await closePost(office, 'node', 'clerk-br');
  assert.equal((await write(other, 'three')).status, 401);
});

test('a key that was ended, by its post or by the secretariat, opens nothing; a year later none does', async () => {
  for (const by of ['clerk-sn', 'secretariat', 'administrator'] as const) {
    const { id, secret } = await keyOf('clerk-sn', [], `seen by ${by}`);
    const token = await tokenOf(app, by);
    const path = `/api/posts/clerk-sn/keys/${id}/revoke`;
    assert.equal((await asks(app, path, { method: 'POST', token, body: {} })).status, 200, by);
    assert.equal((await asks(app, '/api/desk', { token: secret })).status, 401, by);
    assert.equal((await asks(app, path, { method: 'POST', token, body: {} })).status, 404, by);
  }
  const { secret } = await keyOf('clerk-sn', []);
  office.clock.set('2025-05-07T07:08:10.000Z');
  assert.equal((await asks(app, '/api/desk', { token: secret })).status, 401);
});

test('where the node asks for a second factor, a key that does more than read wants one', async () => {
  const strict = joinedDoors({ ...office, secondFactor: true });
  const token = await tokenOf(strict, 'focal-sn');
  const make = (scopes: string[]) =>
    asks(strict, '/api/posts/focal-sn/keys', {
      method: 'POST',
      token,
      body: { name: scopes.join('-') || 'reads', scopes },
    });
  assert.equal(await codeOf(await make(['act'])), 'secondFactorNeeded');
  assert.equal((await make([])).status, 201);
});

test('past its requests in a minute a key is told how long to wait, and other keys are not held up', async () => {
  const few = joinedDoors(office, 3);
  const [one, two] = [(await keyOf('clerk-sn', [])).secret, (await keyOf('clerk-br', [])).secret];
  const ask = (token: string) => asks(few, '/api/desk', { token });
  const left = [];
  for (let i = 0; i < 3; i += 1) left.push((await ask(one)).headers.get('ratelimit'));
  assert.deepEqual(left, ['"key";r=2;t=60', '"key";r=1;t=60', '"key";r=0;t=60']);
  const refused = await ask(one);
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('retry-after'), '60');
  assert.equal(await codeOf(refused), 'tooManyRequests');
  assert.equal((await ask(two)).status, 200);
  office.clock.set('2024-05-06T07:09:10.000Z');
  assert.equal((await ask(one)).status, 200);
});

test('a name of a person’s mailbox is no name of a key, nor one that another key of the post has', async () => {
  const token = await tokenOf(app, 'clerk-sn');
  const make = (name: string) =>
    asks(app, '/api/posts/clerk-sn/keys', { method: 'POST', token, body: { name, scopes: [] } });
  assert.equal((await make('awa@example.org')).status, 400);
  assert.equal((await make('حصّادة البيانات 2')).status, 201);
  assert.equal((await make('حصّادة البيانات 2')).status, 400);
});
