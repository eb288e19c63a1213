import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import type { Hono } from 'hono';
import type { Office } from '../../src/operations/house.ts';
import { clientOf } from '../fixtures/client-of.ts';
import { houseOf } from '../fixtures/house-of-specimens.ts';
import { asks, joinedDoors } from '../fixtures/joined-doors.ts';
import { english, written } from '../fixtures/small-house.ts';

// What programs read: stretches of records, parts of them, lists and counts.

let office: Office;
let app: Hono;
const opened: Office[] = [];

beforeEach(async () => {
  office = await houseOf(Array.from({ length: 12 }, (_, i) => written(`well-${i}`, {})));
  opened.push(office);
  app = joinedDoors(office);
});
after(async () => {
  for (const one of opened) await one.log.close();
});

interface List {
  readonly total: number;
  readonly records: readonly { readonly id: string; readonly values: object; readonly review?: object }[];
  readonly next?: string;
}

async function list(question: string): Promise<List> {
  const answer = await asks(app, `/api/records?${question}`);
  assert.equal(answer.status, 200, question);
  return (await answer.json()) as List;
}

async function problemOf(
  path: string,
  headers = {},
): Promise<{ status: number; code: string; title: string }> {
  const answer = await asks(app, path, { headers });
  assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  return (await answer.json()) as { status: number; code: string; title: string };
}

test('whatever is written between two stretches, no record comes twice in one order and none is missed in the other', async () => {
  let made = 0;
  const node = clientOf(app);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ limit: fc.integer({ min: 1, max: 5 }), write: fc.nat(3) }), { maxLength: 8 }),
      async (stretches) => {
        for (const order of ['newest', 'changes'] as const) {
          const atFirst = (await list(`order=${order}&limit=200&fields=title`)).records.map(({ id }) => id);
          const seen: string[] = [];
          let cursor: string | undefined;
          for (let turn = 0; turn < 400; turn += 1) {
            const { limit, write } = stretches[turn] ?? { limit: 50, write: 0 };
            const { data } = await node.list({ order, limit, ...(cursor === undefined ? {} : { cursor }) });
            seen.push(...data.records.map(({ id }) => id));
            if (data.next === undefined) break;
            cursor = data.next;
            for (let i = 0; i < write; i += 1) await office.log.append([written(`new-${made++}`, {})]);
          }
          assert.equal(new Set(seen).size, seen.length, 'none twice');
          assert.deepEqual(
            atFirst.filter((id) => !seen.includes(id)),
            [],
            'none missed',
          );
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('the next stretch is named by a link too, and a list of nothing has none', async () => {
  const answer = await asks(app, '/api/records?limit=5&kind=activity');
  const link = /^<(.+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
  const { records } = (await (await asks(app, link)).json()) as List;
  assert.equal(records.length, 5);
  assert.deepEqual(await list('q=nowhere'), { total: 0, records: [] });
});

test('a cursor that was changed, or that belongs to another question, is refused by name', async () => {
  const { next = '' } = await list('limit=5');
  const forged = [
    `limit=5&order=changes&cursor=${next}`,
    `limit=5&q=wells&cursor=${next}`,
    `cursor=${next.replace(/^./, 'z')}`,
    `cursor=${next.slice(0, -2)}`,
    'cursor=9.AAAAAAAAAAAAAAAA',
    'cursor=',
    'cursor=%00',
  ];
  for (const question of forged) {
    const { status, code, title } = await problemOf(`/api/records?${question}`);
    assert.deepEqual([status, code], [400, 'badQuery'], question);
    assert.match(title, /cursor/, question);
  }
  assert.equal((await list(`limit=2&fields=title&cursor=${next}`)).records.length, 2);
});

test('`fields` gives those fields and what identifies a record; a field that nobody has is refused', async () => {
  const [first] = (await list('fields=title&limit=1')).records;
  assert.deepEqual(Object.keys(first?.values ?? {}), ['title']);
  assert.equal(first?.review, undefined);
  const one = await asks(app, '/api/records/activity/well-3?fields=review');
  const { values, review } = (await one.json()) as { values: object; review: object };
  assert.deepEqual(values, {});
  assert.ok(review);
  assert.equal((await problemOf('/api/records?fields=title,colour')).code, 'badQuery');
  assert.equal((await problemOf('/api/records/activity/well-3?fields=adopters')).code, 'badQuery');
});

test('a parameter that the address does not take, or a number past its limit, is refused and not passed over', async () => {
  for (const path of [
    '/api/records?limits=3',
    '/api/records?limit=0',
    '/api/records?limit=201',
    '/api/records?limit=3.5',
    '/api/records?order=oldest',
    '/api/countries?q=x',
    '/api/counts?facet=colour',
  ]) {
    assert.deepEqual([(await problemOf(path)).status, (await problemOf(path)).code], [400, 'badQuery'], path);
  }
});

test('a refusal speaks the language asked for: by the address, else by what the program accepts', async () => {
  const accept = { 'accept-language': 'pt-BR, fr;q=0.8' };
  const [pt, fr, en] = [
    await problemOf('/api/countries/XX', accept),
    await problemOf('/api/countries/XX?lang=fr', accept),
    await problemOf('/api/countries/XX', { 'accept-language': 'de' }),
  ];
  assert.equal(new Set([pt.title, fr.title, en.title]).size, 3);
  assert.equal(
    fr.title,
    (await problemOf('/fr/activity/nowhere.json')).title
      .replace('activity', 'country')
      .replace('nowhere', 'XX'),
  );
});

test('a record has one handler at two addresses, and its history and each revision have addresses', async () => {
  await office.log.append([written('well-1', { title: english('Deeper') }, { number: 2 })]);
  const [api, page] = [
    await asks(app, '/api/records/activity/well-1'),
    await asks(app, '/en/activity/well-1.json'),
  ];
  assert.deepEqual(await api.json(), await page.json());
  assert.equal(api.headers.get('etag'), page.headers.get('etag'));
  const past = await asks(app, '/api/records/activity/well-1/history');
  const { revisions } = (await past.json()) as { revisions: { revision: number; inForce: boolean }[] };
  assert.deepEqual(
    revisions.map(({ revision, inForce }) => [revision, inForce]),
    [
      [1, false],
      [2, true],
    ],
  );
  const first = await asks(app, '/api/records/activity/well-1/revisions/1');
  const { values } = (await first.json()) as { values: { title: unknown } };
  assert.deepEqual(values.title, english('well-1'));
  assert.equal((await problemOf('/api/records/activity/well-1/revisions/3')).status, 404);
});
