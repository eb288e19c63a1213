import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import type { Southbridge } from '../../client/southbridge-client.ts';
import { sendMail } from '../../src/mailing.ts';
import type { LogEntry } from '../../src/operations/ports.ts';
import { clientOf, refusal, signedInClient } from '../fixtures/client-of.ts';
import { asks, joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { english } from '../fixtures/small-house.ts';
import { type PersonId, password, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// The life of one record over the API, as a ministry's own program would lead it with the typed client. Each step says
// which entries the log has got from it, and that it has got no other.

const wells = { register: 'activity', id: 'wells' } as const;
const participants = [
  { country: 'SN', role: 'provider' },
  { country: 'BR', role: 'recipient' },
];
const figure = (value: number) => [{ value, unit: english('wells'), basis: 'counted' as const }];
const values = { title: english('Wells of Kayar'), participants, quantities: figure(24) };

let office: SmallOffice;
let app: Hono;
let visitor: Southbridge;
before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
  visitor = clientOf(app);
});
after(() => office.log.close());

/** The client of a holder, who signs in anew as sessions end within half an hour. */
const as = (post: PersonId) => signedInClient(app, post);

/** The record as a post sees it, with what its next act says that it has seen. */
async function seenBy(node: Southbridge) {
  const { data, etag } = await node.record(wells);
  return { data, seen: { ...wells, ifMatch: etag } };
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

test('a clerk types, the focal point sends it back with a remark, gets it again and releases it', async () => {
  const clerk = await as('clerk-sn');
  const focal = await as('focal-sn');
  const typed = await written(async () => {
    assert.equal((await clerk.edit({ ...wells, body: { values }, ifNoneMatch: '*' })).status, 201);
  });
  assert.deepEqual(typed, ['revision 1 clerk-sn']);
  assert.equal((await refusal(visitor.record(wells))).status, 404);
  const sent = await written(async () => clerk.submit((await seenBy(clerk)).seen));
  assert.deepEqual(sent, ['submitted clerk-sn']);

  const { data: desk } = await focal.desk();
  assert.deepEqual(desk.counts, { toReview: 1 });
  assert.equal(desk.tasks[0]?.record.id, 'wells');
  const remarks = [{ field: 'title', text: 'In which region?' }];
  const back = async () => focal.return({ ...(await seenBy(focal)).seen, body: { remarks } });
  assert.deepEqual(await written(back), ['returned focal-sn']);

  const again = await written(async () => {
    const { data, seen } = await seenBy(clerk);
    assert.deepEqual(data.work?.remarks, remarks);
    const better = { ...values, title: english('Wells of Kayar, Thiès') };
    const edited = await clerk.edit({ ...seen, body: { values: better } });
    assert.equal((await clerk.submit({ ...wells, ifMatch: edited.etag })).status, 200);
  });
  assert.deepEqual(again, ['revision 2 clerk-sn', 'submitted clerk-sn']);
  const out = await written(async () => focal.release((await seenBy(focal)).seen));
  assert.deepEqual(out, ['released focal-sn']);

  const { data: shown } = await visitor.record(wells);
  assert.deepEqual([shown.revision, shown.work], [2, undefined]);
  assert.partialDeepStrictEqual(shown.review, {
    owner: 'SN',
    confirmation: 'reported',
    freshness: 'fresh',
  } as const);
  assert.equal(shown.review?.answers['BR']?.state, 'asked');
});

test('the other country disputes one figure: both values stand, until a revision settles it and both have confirmed', async () => {
  const [focal, other] = [await as('focal-sn'), await as('focal-br')];
  const { seen } = await seenBy(other);
  assert.deepEqual((await other.desk()).data.counts, { toConfirm: 1 });
  const objections = [{ field: 'quantities', says: figure(20), note: 'Four were never dug.' }];
  const disputed = await written(() => other.dispute({ ...seen, body: { revision: 2, objections } }));
  assert.deepEqual(disputed, ['disputed focal-br']);

  const { data: shown } = await visitor.record(wells);
  assert.equal(shown.review?.confirmation, 'disputed');
  assert.equal(shown.values.quantities?.[0]?.value, 24);
  assert.deepEqual(shown.review?.answers['BR']?.objections?.[0]?.says, figure(20));
  assert.deepEqual((await focal.desk()).data.counts, { disputed: 1 });

  const refused = await written(async () => {
    const problem = await refusal(other.confirm({ ...seen, body: { revision: 2 } }));
    assert.deepEqual([problem.status, problem.code], [412, 'recordMoved']);
    assert.partialDeepStrictEqual(problem.current, { review: { confirmation: 'disputed' } });
  });
  assert.deepEqual(refused, []);

  const settled = await written(async () => {
    const { seen: now } = await seenBy(focal);
    const edited = await focal.edit({
      ...now,
      body: { values: { ...shown.values, quantities: figure(20) } },
    });
    assert.equal((await focal.release({ ...wells, ifMatch: edited.etag })).status, 200);
    const confirmed = await other.confirm({ ...(await seenBy(other)).seen, body: { revision: 3 } });
    assert.equal(confirmed.status, 200);
  });
  assert.deepEqual(settled, ['revision 3 focal-sn', 'released focal-sn', 'confirmed focal-br']);
  const { review } = (await visitor.record(wells)).data;
  assert.deepEqual([review?.confirmation, review?.confirmed?.country], ['confirmed', 'BR']);
});

test('a third country reserves a label, says so in its own words, and takes it back', async () => {
  const [third, other] = [await as('focal-mz'), await as('focal-br')];
  const text = english('Mozambique reads “modality” as its law does.');
  const on = { kind: 'label', list: 'modality', code: 'triangular' } as const;
  const reserved = await written(() => third.reserveWords({ body: { on, text } }));
  assert.deepEqual(reserved, ['reserved focal-mz']);
  const { reservations } = (await visitor.reservations()).data;
  assert.equal(reservations.length, 1);
  assert.partialDeepStrictEqual(reservations[0], { country: 'MZ', text });
  const { entries } = (await visitor.codeList({ list: 'modality' })).data;
  const label = entries.find(({ code }) => code === 'triangular');
  assert.match(JSON.stringify(label), /as its law does/, 'it stands with the label wherever that is told');

  const id = reservations[0]?.id ?? '';
  const lifting = await written(async () => {
    assert.equal((await refusal(other.liftWords({ id }))).status, 404);
  });
  assert.deepEqual(lifting, []);
  assert.deepEqual(await written(() => third.liftWords({ id })), ['reservationLifted focal-mz']);
  assert.deepEqual((await visitor.reservations()).data.reservations, []);
});

test('after 13 months the word is due, after 16 stale: in badges, filters, tasks and mails; one list makes it fresh', async () => {
  const found = async (due: string) => (await visitor.search({ due })).data.total;
  const freshness = async () => (await visitor.record(wells)).data.review?.freshness;
  const { etag } = await visitor.record(wells);
  const known = () => asks(app, '/api/records/activity/wells', { headers: { 'if-none-match': etag ?? '' } });
  assert.equal((await known()).status, 304);
  const told = async () => {
    office.mailbox.letters.length = 0;
    await sendMail(office);
    await sendMail(office);
    return office.mailbox.letters.filter(({ envelope }) => envelope.to === 'focal-sn@example.org').length;
  };

  for (const [instant, state, counted] of [
    ['2025-06-07T09:00:00.000Z', 'due', [0, 1, 0]],
    ['2025-09-07T09:00:00.000Z', 'stale', [0, 0, 1]],
  ] as const) {
    office.clock.set(instant);
    const waited = await written(async () => {
      assert.equal(await freshness(), state);
      assert.deepEqual([await found('fresh'), await found('due'), await found('stale')], counted);
      assert.equal((await known()).status, 200, 'no entry was written, and yet it changed');
      const { counts, tasks } = (await (await as('focal-sn')).desk()).data;
      assert.deepEqual(counts, { due: 1 });
      assert.equal(tasks[0]?.record.id, 'wells');
      assert.equal(await told(), 1, 'one letter a day, and not the same twice');
    });
    assert.deepEqual(waited, []);
  }

  const focal = await as('focal-sn');
  const { tasks } = (await focal.desk()).data;
  const acts = tasks.map(({ record: { register, id, seen } }) => ({ register, id, seen }));
  const ghost = { register: 'activity', id: 'ghost', seen: 1 };
  const again = await written(async () => {
    const { outcomes } = (await focal.reconfirmMany({ body: { acts: [...acts, ghost] } })).data;
    assert.deepEqual(
      outcomes.map(({ id, done }) => [id, done]),
      [
        ['wells', true],
        ['ghost', false],
      ],
    );
    assert.partialDeepStrictEqual(outcomes[1]?.problem, { status: 404 });
  });
  assert.deepEqual(again, ['reconfirmed focal-sn']);
  assert.deepEqual([await freshness(), await found('fresh')], ['fresh', 1]);
});

test('the post is handed over: all that waits is there for who comes, and nothing for who went', async () => {
  const clerk = await as('clerk-sn');
  const draft = await written(async () => {
    const { data, seen } = await seenBy(clerk);
    const edited = await clerk.edit({
      ...seen,
      body: { values: { ...data.values, quantities: figure(31) } },
    });
    await clerk.submit({ ...wells, ifMatch: edited.etag });
  });
  assert.deepEqual(draft, ['revision 4 clerk-sn', 'submitted clerk-sn']);
  const former = await as('focal-sn');
  await office.accounts.create({ email: 'fatou@example.org', name: 'Fatou Sarr', language: 'fr', password });
  const handed = await written(async () => {
    const body = { email: 'fatou@example.org', reason: 'A new appointment' };
    assert.equal((await former.handOver({ id: 'focal-sn', body })).status, 200);
  });
  assert.deepEqual(handed, ['handedOver focal-sn']);

  assert.equal((await refusal(former.desk({ post: 'focal-sn' }))).status, 403);
  const next = clientOf(app, await tokenOf(app, 'fatou'));
  const { data: desk } = await next.desk();
  assert.deepEqual([desk.post.id, desk.counts], ['focal-sn', { toReview: 1 }]);
  const { data, seen } = await seenBy(next);
  assert.partialDeepStrictEqual(data.work?.draft?.values, { quantities: figure(31) });
  assert.deepEqual(await written(() => next.release(seen)), ['released focal-sn']);
  const { events } = (await next.history(wells)).data;
  assert.ok(events.length > 5, 'what was done before stands there for who comes');
  const { posts } = (await visitor.posts()).data;
  const post = posts.find(({ id }) => id === 'focal-sn');
  assert.deepEqual([post?.held, JSON.stringify(posts).includes('Fatou')], [true, false]);
});
