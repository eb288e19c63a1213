import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import type { LogEntry } from '../../src/operations/ports.ts';
import { asks, joinedDoors, type Request, tokenOf } from '../fixtures/joined-doors.ts';
import { english } from '../fixtures/small-house.ts';
import { password, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// The life of one record over the API, as a ministry's own program would lead it. Each step says which entries the log
// has got from it, and that it has got no other.

const wells = '/en/activity/wells';
const participants = [
  { country: 'SN', role: 'provider' },
  { country: 'BR', role: 'recipient' },
];
const figure = (value: number) => [{ value, unit: english('wells'), basis: 'counted' }];
const values = { title: english('Wells of Kayar'), participants, quantities: figure(24) };

let office: SmallOffice;
let app: Hono;
before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
});
after(() => office.log.close());

interface Told {
  readonly status: number;
  readonly etag: string;
  // A program reads answers as they come; each test looks only at what it names.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any;
}

/** Asks as the holder of a post, who signs in anew as sessions end within half an hour. */
async function as(post: string | undefined, path: string, request: Request = {}): Promise<Told> {
  const token = post === undefined ? undefined : await tokenOf(app, post);
  return told(await asks(app, path, { ...request, token }));
}

async function told(answer: Response): Promise<Told> {
  const text = await answer.text();
  return {
    status: answer.status,
    etag: answer.headers.get('etag') ?? '',
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** A step as somebody takes it who has just looked at the record. */
async function step(post: string, word: string, body: object = {}): Promise<Told> {
  const { etag } = await as(post, `${wells}.json`);
  return as(post, `${wells}/${word}.json`, { method: 'POST', body, headers: { 'if-match': etag } });
}

/** What was written while something was done: what happened, and for which post. */
async function written(done: () => Promise<unknown>): Promise<readonly string[]> {
  const from = await office.log.head();
  await done();
  return (await office.log.since(from, 100)).map(inWords);
}

function inWords(entry: LogEntry): string {
  if (entry.kind === 'revision') return `revision ${entry.revision.number} ${entry.revision.post}`;
  return entry.kind === 'intake' ? 'intake' : `${entry.event.type} ${entry.event.post}`;
}

function put(post: string, given: object, headers: Readonly<Record<string, string>>): Promise<Told> {
  return as(post, `${wells}.json`, { method: 'PUT', body: { values: given }, headers });
}

test('a clerk types, the focal point sends it back with a remark, gets it again and releases it', async () => {
  const typed = await written(async () => {
    assert.equal((await put('clerk-sn', values, { 'if-none-match': '*' })).status, 201);
  });
  assert.deepEqual(typed, ['revision 1 clerk-sn']);
  assert.equal((await as(undefined, `${wells}.json`)).status, 404);
  assert.deepEqual(await written(() => step('clerk-sn', 'submit')), ['submitted clerk-sn']);

  const desk = await as('focal-sn', '/en/desk.json');
  assert.deepEqual(desk.body.counts, { toReview: 1 });
  assert.equal(desk.body.tasks[0].record.id, 'wells');
  const remarks = [{ field: 'title', text: 'In which region?' }];
  assert.deepEqual(await written(() => step('focal-sn', 'return', { remarks })), ['returned focal-sn']);

  const { body, etag } = await as('clerk-sn', `${wells}.json`);
  assert.deepEqual(body.work.remarks, remarks);
  const better = { ...values, title: english('Wells of Kayar, Thiès') };
  const again = await written(async () => {
    assert.equal((await put('clerk-sn', better, { 'if-match': etag })).status, 200);
    assert.equal((await step('clerk-sn', 'submit')).status, 200);
  });
  assert.deepEqual(again, ['revision 2 clerk-sn', 'submitted clerk-sn']);
  assert.deepEqual(await written(() => step('focal-sn', 'release')), ['released focal-sn']);

  const shown = await as(undefined, `${wells}.json`);
  assert.equal(shown.status, 200);
  assert.equal(shown.body.revision, 2);
  assert.equal(shown.body.work, undefined);
  assert.partialDeepStrictEqual(shown.body.review, {
    owner: 'SN',
    confirmation: 'reported',
    freshness: 'fresh',
  });
  assert.equal(shown.body.review.answers.BR.state, 'asked');
});

test('the other country disputes one figure: both values stand, until a revision settles it and both have confirmed', async () => {
  const seen = await as('focal-br', `${wells}.json`);
  assert.deepEqual((await as('focal-br', '/en/desk.json')).body.counts, { toConfirm: 1 });
  const objections = [{ field: 'quantities', says: figure(20), note: 'Four were never dug.' }];
  const disputed = await written(() => step('focal-br', 'dispute', { revision: 2, objections }));
  assert.deepEqual(disputed, ['disputed focal-br']);

  const { body } = await as(undefined, `${wells}.json`);
  assert.equal(body.review.confirmation, 'disputed');
  assert.equal(body.values.quantities[0].value, 24);
  assert.equal(body.review.answers.BR.objections[0].says[0].value, 20);
  assert.deepEqual((await as('focal-sn', '/en/desk.json')).body.counts, { disputed: 1 });

  const late = { method: 'POST', body: { revision: 2 }, headers: { 'if-match': seen.etag } };
  const refused = await written(async () => {
    const { status, body: problem } = await as('focal-br', `${wells}/confirm.json`, late);
    assert.equal(status, 412);
    assert.equal(problem.code, 'recordMoved');
    assert.equal(problem.current.review.confirmation, 'disputed');
  });
  assert.deepEqual(refused, []);

  const settled = await written(async () => {
    const { etag } = await as('focal-sn', `${wells}.json`);
    assert.equal(
      (await put('focal-sn', { ...body.values, quantities: figure(20) }, { 'if-match': etag })).status,
      200,
    );
    assert.equal((await step('focal-sn', 'release')).status, 200);
    assert.equal((await step('focal-br', 'confirm', { revision: 3 })).status, 200);
  });
  assert.deepEqual(settled, ['revision 3 focal-sn', 'released focal-sn', 'confirmed focal-br']);
  const { review } = (await as(undefined, `${wells}.json`)).body;
  assert.equal(review.confirmation, 'confirmed');
  assert.equal(review.confirmed.country, 'BR');
});

test('a third country reserves a label, says so in its own words, and takes it back', async () => {
  const text = english('Mozambique reads “modality” as its law does.');
  const reserved = await written(async () => {
    const body = { on: { kind: 'label', list: 'modality', code: 'triangular' }, text };
    const { status, body: answer } = await as('focal-mz', '/en/reservations.json', { method: 'POST', body });
    assert.equal(status, 200, JSON.stringify(answer));
  });
  assert.deepEqual(reserved, ['reserved focal-mz']);
  const { reservations } = (await as(undefined, '/en/reservations.json')).body;
  assert.equal(reservations.length, 1);
  assert.partialDeepStrictEqual(reservations[0], { country: 'MZ', text });

  const lift = `/en/reservations/${reservations[0].id}/lift.json`;
  const other = await written(async () => {
    assert.equal((await as('focal-br', lift, { method: 'POST', body: {} })).status, 404);
  });
  assert.deepEqual(other, []);
  const lifted = await written(() => as('focal-mz', lift, { method: 'POST', body: {} }));
  assert.deepEqual(lifted, ['reservationLifted focal-mz']);
  assert.deepEqual((await as(undefined, '/en/reservations.json')).body.reservations, []);
});

test('a year and a month later the word is due, three months after that it is stale, and one list makes it fresh', async () => {
  const found = async (due: string) => (await as(undefined, `/en/search.json?due=${due}`)).body.total;
  const freshness = async () => (await as(undefined, `${wells}.json`)).body.review.freshness;
  const { etag } = await as(undefined, `${wells}.json`);
  const known = { headers: { 'if-none-match': etag } };
  assert.equal((await as(undefined, `${wells}.json`, known)).status, 304);

  const waited = await written(async () => {
    office.clock.set('2025-06-07T00:00:00.000Z');
    assert.deepEqual([await freshness(), await found('due'), await found('stale')], ['due', 1, 0]);
    assert.equal(
      (await as(undefined, `${wells}.json`, known)).status,
      200,
      'no entry was written, and yet it changed',
    );
    office.clock.set('2025-09-07T00:00:00.000Z');
    assert.deepEqual([await freshness(), await found('due'), await found('stale')], ['stale', 0, 1]);
  });
  assert.deepEqual(waited, []);

  const desk = await as('focal-sn', '/en/desk.json');
  const [{ record }] = desk.body.tasks;
  const act = { register: record.register, id: record.id, seen: record.seen };
  const ghost = { register: 'activity', id: 'ghost', seen: 1 };
  const again = await written(async () => {
    const body = { acts: [act, ghost] };
    const { body: answer } = await as('focal-sn', '/en/reconfirm.json', { method: 'POST', body });
    assert.deepEqual(
      answer.outcomes.map(({ id, done }: Record<string, unknown>) => [id, done]),
      [
        ['wells', true],
        ['ghost', false],
      ],
    );
    assert.equal(answer.outcomes[1].problem.status, 404);
  });
  assert.deepEqual(again, ['reconfirmed focal-sn']);
  assert.deepEqual([await freshness(), await found('fresh')], ['fresh', 1]);
});

test('the post is handed over: all that waits is there for who comes, and nothing for who went', async () => {
  const draft = await written(async () => {
    const { etag, body } = await as('clerk-sn', `${wells}.json`);
    await put('clerk-sn', { ...body.values, quantities: figure(31) }, { 'if-match': etag });
    await step('clerk-sn', 'submit');
  });
  assert.deepEqual(draft, ['revision 4 clerk-sn', 'submitted clerk-sn']);
  const former = await tokenOf(app, 'focal-sn');
  await office.accounts.create({ email: 'fatou@example.org', name: 'Fatou Sarr', language: 'fr', password });
  const handed = await written(async () => {
    const body = { email: 'fatou@example.org', reason: 'A new appointment' };
    const { status } = await as('focal-sn', '/en/posts/focal-sn/hand-over.json', { method: 'POST', body });
    assert.equal(status, 200);
  });
  assert.deepEqual(handed, ['handedOver focal-sn']);

  assert.equal((await asks(app, '/en/desk.json?post=focal-sn', { token: former })).status, 403);
  const token = await tokenOf(app, 'fatou');
  const desk = await told(await asks(app, '/en/desk.json', { token }));
  assert.deepEqual(desk.body.counts, { toReview: 1 });
  const { body, etag } = await told(await asks(app, `${wells}.json`, { token }));
  assert.equal(body.work.draft.values.quantities[0].value, 31);
  const released = await written(async () => {
    const request = { method: 'POST', token, body: {}, headers: { 'if-match': etag } };
    assert.equal((await asks(app, `${wells}/release.json`, request)).status, 200);
  });
  assert.deepEqual(released, ['released focal-sn']);
  const history = await office.log.history('wells');
  assert.equal(history.at(-1)?.kind, 'event');
  const { posts } = (await as(undefined, '/en/posts.json')).body;
  const post = posts.find(({ id }: { id: string }) => id === 'focal-sn');
  assert.deepEqual([post.held, JSON.stringify(posts).includes('Fatou')], [true, false]);
});
