import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallHouse, written } from '../../tests/fixtures/small-house.ts';
import { follow, followForReading } from './follow.ts';
import type { House } from './house.ts';
import type { NewEntry } from './ports.ts';

function ids(house: House): string[] {
  const all = {
    words: '',
    lang: 'en',
    filters: {},
    sort: 'newest',
    offset: 0,
    limit: 9_999,
    count: [],
  } as const;
  return house.index.search(all).hits.map(({ recordId }) => recordId);
}

function withdrawn(recordId: string): NewEntry {
  const event = {
    type: 'withdrawn',
    recordId,
    register: 'activity',
    post: 'x',
    at: '2024-01-01T00:00:00Z',
  } as const;
  return { kind: 'event', event };
}

test('after following, the index holds what the log holds', async () => {
  const house = await smallHouse();
  await house.log.append(Array.from({ length: 1_203 }, (_, i) => written(`r${i}`, {})));
  assert.equal(await follow(house), 1_203);
  assert.equal(house.index.position(), await house.log.head());
  assert.equal(ids(house).length, 1_203);
});

test('a withdrawn record leaves, and comes back with a later revision', async () => {
  const house = await smallHouse();
  await house.log.append([written('a', {}), written('b', {}), withdrawn('a')]);
  await follow(house);
  assert.deepEqual(ids(house), ['b']);
  await house.log.append([written('a', {}, { number: 2 })]);
  await follow(house);
  assert.deepEqual(ids(house), ['a', 'b']);
});

test('of several changes of one record the last counts, also within one run', async () => {
  const house = await smallHouse();
  await house.log.append([
    written('a', {}),
    withdrawn('a'),
    written('a', {}, { number: 2 }),
    written('b', {}),
    withdrawn('b'),
  ]);
  await follow(house);
  assert.deepEqual(ids(house), ['a']);
});

test('restricted words are not in the index', async () => {
  const house = await smallHouse();
  await house.log.append([written('a', { contacts: [{ person: 'Canarybird' }], themes: ['Sparrow'] })]);
  await follow(house);
  assert.deepEqual(house.index.complete('canary', 5), []);
  assert.deepEqual(house.index.complete('sparr', 5), ['sparrow']);
});

test('who listens is told of each changed record once a run', async () => {
  const house = await smallHouse();
  const heard: string[][] = [];
  house.onChange.add((changed) => heard.push([...changed]));
  await house.log.append([written('a', {}), written('b', {}), withdrawn('a')]);
  await follow(house);
  await follow(house);
  assert.deepEqual(heard, [['a', 'b']]);
});

test('progress is told up to the end', async () => {
  const house = await smallHouse();
  await house.log.append(Array.from({ length: 700 }, (_, i) => written(`r${i}`, {})));
  const told: [number, number][] = [];
  await follow(house, (done, all) => told.push([done, all]));
  assert.deepEqual(told, [
    [500, 700],
    [700, 700],
  ]);
});

test('calls that overlap share one run, and each finds what was written before it', async () => {
  const house = await smallHouse();
  await house.log.append(Array.from({ length: 600 }, (_, i) => written(`r${i}`, {})));
  let applied = 0;
  const { index } = house;
  const counting: House = {
    ...house,
    index: Object.assign(Object.create(index), {
      position: () => index.position(),
      apply: (...news: Parameters<typeof index.apply>) => {
        applied += 1;
        index.apply(...news);
      },
    }),
  };
  const first = follow(counting);
  const others = Promise.all([follow(counting), follow(counting)]);
  await house.log.append([written('late', {})]);
  const late = follow(counting);
  assert.equal(await late, 601);
  assert.deepEqual(
    [await first, ...(await others)].filter((position) => position > 601),
    [],
  );
  assert.ok(ids(house).includes('late'));
  assert.ok(applied <= 3, `${applied} runs over the same news`);
});

test('every write is followed at once, however calls fall', async () => {
  const house = await smallHouse();
  await Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      await house.log.append([written(`w${i}`, {})]);
      const head = await house.log.head();
      assert.ok((await follow(house)) >= head);
    }),
  );
});

test('a reader waits for little news and is not held up by much', async () => {
  const house = await smallHouse();
  await house.log.append([written('a', {})]);
  await followForReading(house);
  assert.deepEqual(ids(house), ['a']);
  await house.log.append(Array.from({ length: 2_500 }, (_, i) => written(`r${i}`, {})));
  await followForReading(house);
  assert.ok(ids(house).length < 2_501, 'served from the older state');
  await follow(house);
  assert.equal(ids(house).length, 2_501);
});

test('work on a draft within a country changes nothing for everybody, its release does', async () => {
  const house = await smallHouse();
  const heard: string[][] = [];
  house.onChange.add((changed) => heard.push([...changed]));
  const said = { recordId: 'a', register: 'activity', revision: 1, post: 'x', at: '2024-01-01T00:00:00Z' };
  const { kind, revision, keys } = written('a', {}) as Extract<NewEntry, { kind: 'revision' }>;
  const origin = { door: 'form', standing: 'party', country: 'SN' } as const;
  await house.log.append([{ kind, revision: { ...revision, origin }, keys }]);
  await follow(house);
  await house.log.append([{ kind: 'event', event: { ...said, type: 'submitted' } }]);
  await follow(house);
  assert.deepEqual(heard, [[], []]);
  await house.log.append([{ kind: 'event', event: { ...said, type: 'released', country: 'SN', asked: [] } }]);
  await follow(house);
  assert.deepEqual(heard, [[], [], ['a']]);
  assert.deepEqual(ids(house), ['a']);
});

test('the first draft of what third parties observe is news: a country makes the record its own', async () => {
  const house = await smallHouse();
  const heard: string[][] = [];
  await house.log.append([written('a', {})]);
  await follow(house);
  house.onChange.add((changed) => heard.push([...changed]));
  const { kind, revision, keys } = written('a', {}, { number: 2 }) as Extract<NewEntry, { kind: 'revision' }>;
  const origin = { door: 'form', standing: 'party', country: 'SN' } as const;
  await house.log.append([{ kind, revision: { ...revision, origin }, keys }]);
  await follow(house);
  assert.deepEqual(heard, [['a']]);
});

test('a board that is made anew is told that much lies ahead, and that it is over, however it ends', async (t) => {
  const house = await smallHouse();
  const told = t.mock.method(house.board, 'expectMuch').mock;
  const said = () => told.calls.map(({ arguments: [much] }) => much);
  const write = (name: string, count: number) =>
    house.log.append(Array.from({ length: count }, (_, i) => written(`${name}${i}`, {})));
  await write('a', 9_999);
  await follow(house);
  assert.deepEqual(said(), []);
  await write('b', 10_100);
  const reading = t.mock.method(house.log, 'since', async () => {
    throw new Error('no disk');
  });
  await assert.rejects(follow(house), /no disk/);
  assert.deepEqual(said(), [true, false]);
  reading.mock.restore();
  await follow(house);
  assert.deepEqual(said(), [true, false, true, false]);
  await write('c', 10_000);
  await follow(house);
  assert.equal(said().length, 4, 'more is known than lies ahead');
  assert.equal(house.board.position(), 30_099);
});
