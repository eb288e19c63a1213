import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonLines, takeIn } from '../../tests/fixtures/taking-in.ts';
import { edition, houseOfTwoSources, type SourceRow } from '../../tests/fixtures/two-sources.ts';
import { Fault } from '../kernel/fault.ts';
import { decideDuplicate, possibleDuplicates } from './duplicates.ts';
import { find } from './find.ts';
import type { House } from './house.ts';
import { show } from './show.ts';

const milk: SourceRow = { title: 'Human milk banks', from: 'BR', to: 'MZ', year: '2014' };
const post = 'focal-point-mz';

/** Two sources that speak of one thing under identifiers of their own. */
async function suspicion(): Promise<{ house: House; a: string; b: string }> {
  const house = await houseOfTwoSources();
  const [first] = await takeIn(house, edition('alpha', [{ ...milk, ref: 'A1' }]));
  const [second] = await takeIn(house, edition('beta', [{ ...milk, ref: 'B1', about: 'Later' }]));
  return { house, a: first?.recordId ?? '', b: second?.recordId ?? '' };
}

const notAsked = (error: unknown) => error instanceof Fault && error.code === 'notFound';

test('what two sources say alike is kept apart and put before a person, with what speaks for it', async () => {
  const { house, a, b } = await suspicion();
  assert.notEqual(a, b);
  assert.deepEqual(await possibleDuplicates(house), [
    { register: 'activity', id: b, other: a, because: ['title', 'countries', 'year'] },
  ]);
  const { state } = await show(house, 'activity', b);
  assert.deepEqual(state.possibleDuplicates, [{ other: a, because: ['title', 'countries', 'year'] }]);
});

test('decided the same: one is withdrawn in favour of the other, and its address says so', async () => {
  const { house, a, b } = await suspicion();
  await decideDuplicate(house, { id: b, other: a, same: true, post, reason: 'one project' });
  assert.deepEqual(await possibleDuplicates(house), []);
  const { record, state } = await show(house, 'activity', b);
  assert.equal(record.withdrawn?.into, a);
  assert.deepEqual(state.possibleDuplicates, []);
  const request = { words: 'milk', lang: 'en', filters: {}, sort: 'best', page: 1, pageSize: 5 } as const;
  assert.deepEqual(
    (await find(house, request)).records.map(({ id }) => id),
    [a],
  );
});

test('decided the same: what its source says from now on goes to the other', async () => {
  const { house, a, b } = await suspicion();
  await decideDuplicate(house, { id: b, other: a, same: true, post });
  const [verdict] = await takeIn(house, edition('beta', [{ ...milk, ref: 'B1', about: 'Latest' }]));
  assert.deepEqual([verdict?.outcome, verdict?.recordId], ['updated', a]);
  assert.equal((await show(house, 'activity', b)).record.withdrawn?.into, a);
});

test('decided the same: an old copy of the withdrawn record does not bring it back', async () => {
  const { house, a, b } = await suspicion();
  const { values } = (await show(house, 'activity', b)).record;
  await decideDuplicate(house, { id: b, other: a, same: true, post });
  const copy = { register: 'activity', id: b, revision: 1 };
  const [same] = await takeIn(house, jsonLines('copy.jsonl', [{ ...copy, values }]));
  assert.equal(same?.outcome, 'unchanged');
  const [changed] = await takeIn(
    house,
    jsonLines('edited.jsonl', [{ ...copy, values: { ...values, themes: ['x'] } }]),
  );
  assert.deepEqual([changed?.outcome, changed?.findings[0]?.code], ['refused', 'mergedWith']);
  assert.equal((await show(house, 'activity', b)).record.withdrawn?.into, a);
});

test('decided different: both stay, and the question is never asked again', async () => {
  const { house, a, b } = await suspicion();
  await decideDuplicate(house, { id: b, other: a, same: false, post });
  await takeIn(house, edition('beta', [{ ...milk, ref: 'B1', about: 'Another edition' }]));
  await takeIn(house, edition('alpha', [{ ...milk, ref: 'A1', about: 'Another edition' }]), { again: true });
  assert.deepEqual(await possibleDuplicates(house), []);
  for (const id of [a, b]) assert.equal((await show(house, 'activity', id)).record.withdrawn, undefined);
});

test('either history tells the decision, whichever way round it was put', async () => {
  const { house, a, b } = await suspicion();
  await decideDuplicate(house, { id: a, other: b, same: false, post, reason: 'two phases' });
  for (const id of [a, b]) {
    const { events, state } = await show(house, 'activity', id);
    const decided = events.filter(({ type }) => type === 'duplicateDecided');
    assert.deepEqual([decided.length, decided[0]?.reason], [1, 'two phases']);
    assert.deepEqual(state.possibleDuplicates, []);
  }
});

test('what was not asked or is decided cannot be decided', async () => {
  const { house, a, b } = await suspicion();
  await assert.rejects(decideDuplicate(house, { id: a, other: 'nobody', same: true, post }), notAsked);
  await decideDuplicate(house, { id: b, other: a, same: false, post });
  const head = await house.log.head();
  await assert.rejects(decideDuplicate(house, { id: b, other: a, same: true, post }), notAsked);
  assert.equal(await house.log.head(), head);
});

test('what a withdrawn record was suspected of besides is asked of the one that takes its place', async () => {
  const { house, a, b } = await suspicion();
  const [third] = await takeIn(house, edition('beta', [{ ...milk, ref: 'B2', year: '2016' }], 'more.jsonl'));
  const c = third?.recordId ?? '';
  assert.deepEqual(
    (await possibleDuplicates(house)).map(({ id, other }) => [id, other]),
    [
      [b, a],
      [c, a],
    ],
  );
  await decideDuplicate(house, { id: a, other: b, same: true, post });
  assert.deepEqual(
    (await possibleDuplicates(house)).map(({ id, other }) => [id, other]),
    [[c, b]],
  );
});

test('merged twice over, every key leads to the last', async () => {
  const { house, a, b } = await suspicion();
  const [third] = await takeIn(house, edition('beta', [{ ...milk, ref: 'B2', year: '2016' }], 'more.jsonl'));
  const c = third?.recordId ?? '';
  await decideDuplicate(house, { id: b, other: a, same: true, post });
  await decideDuplicate(house, { id: a, other: c, same: true, post });
  for (const [source, ref] of [
    ['alpha', 'A1'],
    ['beta', 'B1'],
  ] as const) {
    const [verdict] = await takeIn(house, edition(source, [{ ...milk, ref, about: `from ${ref}` }]));
    assert.deepEqual([verdict?.outcome, verdict?.recordId], ['updated', c], ref);
  }
});

test('what a person has decided of the one that takes its place is not asked again through the withdrawn one', async () => {
  const { house, a, b } = await suspicion();
  const [third] = await takeIn(house, edition('beta', [{ ...milk, ref: 'B2', year: '2016' }], 'more.jsonl'));
  const c = third?.recordId ?? '';
  const proposed = { recordId: c, register: 'activity', post, at: '2024-01-01T00:00:00.000Z', other: b };
  await house.log.append([
    { kind: 'event', event: { ...proposed, type: 'duplicateProposed', because: ['x'] } },
  ]);
  await decideDuplicate(house, { id: c, other: b, same: false, post });
  await decideDuplicate(house, { id: a, other: b, same: true, post });
  assert.deepEqual(await possibleDuplicates(house), []);
});
