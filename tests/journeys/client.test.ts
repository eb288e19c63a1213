import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Problem } from '../../client/asking.ts';
import type { Southbridge } from '../../client/southbridge-client.ts';
import { clientOf } from '../fixtures/client-of.ts';
import { joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { type PersonId, smallOffice } from '../fixtures/small-office.ts';
import { wells } from '../fixtures/wells.ts';

// A ministry's program does the work of two posts by keys, and another country answers: all through the typed client.

const office = await smallOffice();
const app = joinedDoors(office);
after(() => office.log.close());

const client = (token?: string, lang?: string) => clientOf(app, token, lang);

async function programOf(post: PersonId): Promise<Southbridge> {
  const person = client(await tokenOf(app, post));
  const { data } = await person.makeKey({ id: post, body: { name: 'ministry', scopes: ['write', 'act'] } });
  return client(data.secret);
}

const record = { register: 'activity', id: 'wells' } as const;

test('a program writes, its post sends on and releases, the other country disputes and confirms, everybody reads', async () => {
  const [clerk, focal, other] = [
    await programOf('clerk-sn'),
    await programOf('focal-sn'),
    await programOf('focal-br'),
  ];
  const written = await clerk.edit({
    ...record,
    body: { values: wells() },
    ifNoneMatch: '*',
    idempotencyKey: 'wells-1',
  });
  assert.equal(written.status, 201);
  assert.ok(written.etag);
  const sent = await clerk.submit({ ...record, ifMatch: written.etag });
  const { data: desk } = await focal.desk();
  assert.deepEqual(
    desk.tasks.map(({ kind }) => kind),
    ['toReview'],
  );
  await focal.release({ ...record, ifMatch: sent.etag });
  const seen = await other.record(record);
  const objections = [{ field: 'title', note: 'We call them pumps.' }];
  const disputed = await other.dispute({
    ...record,
    body: { objections },
    ifMatch: seen.etag,
  });
  assert.equal(disputed.data.review?.confirmation, 'disputed');
  const confirmed = await other.confirm({
    ...record,
    ifMatch: disputed.etag,
  });
  assert.equal(confirmed.data.review?.confirmation, 'confirmed');
  const { data: past } = await client().history(record);
  assert.deepEqual(
    past.events.map(({ type }) => type),
    ['released', 'disputed', 'confirmed'],
  );
  const found = [];
  for await (const one of client().all({ q: 'wells', limit: 1, fields: 'title' })) found.push(one.id);
  assert.deepEqual(found, ['wells']);
});

test('a refusal is an error with a code for programs and words for people, and shows what stands there now', async () => {
  const clerk = client(await tokenOf(app, 'focal-br'), 'pt');
  await assert.rejects(clerk.confirm({ ...record, body: {}, ifMatch: '"wells.1.1"' }), (error) => {
    assert.ok(error instanceof Problem);
    assert.deepEqual([error.status, error.code], [412, 'recordMoved']);
    assert.match(error.message, /registo|registro/i);
    assert.match(JSON.stringify(error.current), /"id":"wells"/);
    return true;
  });
  await assert.rejects(client().desk(), { status: 401, code: 'signInNeeded' });
});
