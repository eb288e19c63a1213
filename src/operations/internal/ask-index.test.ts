import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { actOn, observed, released } from '../../../tests/fixtures/wells.ts';
import { reconfirm } from '../review/reconfirm.ts';
import { askIndex } from './ask-index.ts';

const query = {
  words: '',
  lang: 'en',
  filters: {},
  sort: 'newest',
  offset: 0,
  limit: 9,
  count: ['due'],
} as const;

const counts = (office: SmallOffice) =>
  (askIndex(office, query).facets.due ?? []).map(({ value, count }) => `${count} ${value}`);

const found = (office: SmallOffice, ...due: string[]) =>
  askIndex(office, { ...query, filters: { due } })
    .hits.map(({ recordId }) => recordId)
    .sort();

/** `a` was released on 6 May 2024, `b` a month later; nobody ever spoke for `c`. */
async function threeRecords(): Promise<SmallOffice> {
  const office = await smallOffice();
  await released(office, 'a');
  await observed(office, 'c');
  office.clock.set('2024-06-06T07:08:09.000Z');
  await released(office, 'b', { themes: ['salt'], title: { original: 'en', texts: { en: 'Salt' } } });
  return office;
}

test('as days pass a record is fresh, then due, then stale, though nothing is written', async () => {
  const office = await threeRecords();
  const head = await office.log.head();
  const days: Record<string, readonly string[]> = {};
  for (const day of ['2024-06-07', '2025-05-05', '2025-05-06', '2025-06-06', '2025-08-06', '2025-09-06']) {
    office.clock.set(`${day}T23:00:00.000Z`);
    days[day] = counts(office);
  }
  assert.deepEqual(days, {
    '2024-06-07': ['2 fresh', '1 unconfirmed'],
    '2025-05-05': ['2 fresh', '1 unconfirmed'],
    '2025-05-06': ['1 due', '1 fresh', '1 unconfirmed'],
    '2025-06-06': ['2 due', '1 unconfirmed'],
    '2025-08-06': ['1 due', '1 stale', '1 unconfirmed'],
    '2025-09-06': ['2 stale', '1 unconfirmed'],
  });
  assert.equal(await office.log.head(), head);
});

test('one filters by freshness, by several kinds of it, and by one that no record has', async () => {
  const office = await threeRecords();
  office.clock.set('2025-05-20T00:00:00.000Z');
  assert.deepEqual(found(office, 'due'), ['a']);
  assert.deepEqual(found(office, 'fresh'), ['b']);
  assert.deepEqual(found(office, 'unconfirmed'), ['c']);
  assert.deepEqual(found(office, 'due', 'fresh'), ['a', 'b']);
  assert.deepEqual(found(office, 'stale'), []);
  assert.deepEqual(found(office, 'rotten'), [], 'a word that is none finds nothing');
});

test('a day in the place of a freshness is no filter of ours', async () => {
  const office = await threeRecords();
  assert.deepEqual(found(office, '2025-05-06'), []);
});

test('each freshness is counted as one more choice would give, whichever is chosen', async () => {
  const office = await threeRecords();
  office.clock.set('2025-05-20T00:00:00.000Z');
  const chosen = askIndex(office, { ...query, filters: { due: ['due'] } });
  assert.equal(chosen.total, 1);
  assert.deepEqual(
    chosen.facets.due?.map(({ value }) => value),
    ['due', 'fresh', 'unconfirmed'],
  );
});

test('who says that a record is still right makes it fresh again', async () => {
  const office = await threeRecords();
  office.clock.set('2025-09-06T00:00:00.000Z');
  assert.deepEqual(found(office, 'stale'), ['a', 'b']);
  await reconfirm(office, office.actors['focal-sn'], actOn(office, 'a'));
  assert.deepEqual([found(office, 'fresh'), found(office, 'stale')], [['a'], ['b']]);
});
