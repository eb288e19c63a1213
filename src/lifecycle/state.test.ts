import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RecordEvent } from './event.ts';
import { afterEvent, afterRevision } from './fold-state.ts';
import { keyText, mergedKey, type Revision, type Standing } from './revision.ts';
import { type RecordState, unborn } from './state.ts';

const base = { recordId: 'a', register: 'activity', post: 'focal-point-ml', at: '2024-05-06T07:08:09.000Z' };
const withdrawn: RecordEvent = { ...base, type: 'withdrawn' };
const proposed = (other: string, because: readonly string[] = ['title']): RecordEvent => ({
  ...base,
  type: 'duplicateProposed',
  other,
  because,
});
const decided = (other: string, same = false): RecordEvent => ({
  ...base,
  type: 'duplicateDecided',
  other,
  same,
});

function revision(number: number, standing: Standing = 'thirdParty'): Revision {
  return { ...base, number, version: 1, values: {}, origin: { door: 'import', standing } };
}

function fold(steps: readonly (Revision | RecordEvent)[], from: RecordState = unborn): RecordState {
  return steps.reduce(
    (state, step) => ('type' in step ? afterEvent(state, step) : afterRevision(state, step)),
    from,
  );
}

test('what third parties say is in force as they said it last', () => {
  assert.deepEqual(fold([revision(1), revision(2)]), { ...unborn, number: 2, inForce: 2 });
});

test('a withdrawn record says when, why and what takes its place, and keeps its revision', () => {
  const event: RecordEvent = { ...base, type: 'withdrawn', into: 'b', reason: 'counted twice' };
  const { number, withdrawn: said } = fold([revision(1), event]);
  assert.equal(number, 1);
  assert.deepEqual(said, { at: base.at, into: 'b', reason: 'counted twice' });
  assert.deepEqual(fold([revision(1), withdrawn]).withdrawn, { at: base.at });
});

test('a later revision takes a withdrawn record up again', () => {
  const state = fold([revision(1), withdrawn, revision(2)]);
  assert.equal('withdrawn' in state, false);
  assert.equal(state.number, 2);
});

test('once a country has released it the record stands on a party, whoever speaks later', () => {
  const released: RecordEvent = { ...base, type: 'released', revision: 2, country: 'ML', asked: ['SN'] };
  assert.equal(fold([revision(1), revision(2, 'party')]).standing, 'thirdParty');
  const state = fold([revision(1), revision(2, 'party'), released, revision(3)]);
  assert.partialDeepStrictEqual(state, { standing: 'party', owner: 'ML', number: 3, inForce: 2 });
});

test('a suspicion stands until a person has decided, whatever the decision', () => {
  const open = fold([revision(1), proposed('b'), proposed('c')]);
  assert.deepEqual(
    open.possibleDuplicates.map(({ other }) => other),
    ['b', 'c'],
  );
  for (const same of [true, false])
    assert.deepEqual(fold([decided('b', same)], open).possibleDuplicates, [
      { other: 'c', because: ['title'] },
    ]);
});

test('the same suspicion raised again stands once, with the newest reasons', () => {
  const state = fold([proposed('b'), proposed('b', ['title', 'year'])]);
  assert.deepEqual(state.possibleDuplicates, [{ other: 'b', because: ['title', 'year'] }]);
});

test('a merge changes nothing of the state', () => {
  const state = fold([revision(1), proposed('b')]);
  assert.equal(afterEvent(state, { ...base, type: 'merged', because: ['x'] }), state);
});

test('events about different things can come in any order', () => {
  const steps = [
    withdrawn,
    proposed('b'),
    proposed('c'),
    decided('d'),
    { ...base, type: 'merged', because: [] },
  ];
  const sorted = ({ possibleDuplicates, ...rest }: RecordState) => ({
    ...rest,
    possibleDuplicates: possibleDuplicates.map(({ other }) => other).sort(),
  });
  const expected = sorted(fold([revision(1), ...(steps as RecordEvent[])]));
  fc.assert(
    fc.property(fc.shuffledSubarray(steps as RecordEvent[], { minLength: steps.length }), (order) => {
      assert.deepEqual(sorted(fold([revision(1), ...order])), expected);
    }),
  );
});

test('the fold never changes what it is given', () => {
  const state = Object.freeze(fold([revision(1), proposed('b')]));
  Object.freeze(state.possibleDuplicates);
  fold([withdrawn, decided('b'), revision(2), proposed('e')], state);
  assert.equal(state.number, 1);
});

test('keys of two schemes or two registers are two keys', () => {
  assert.equal(keyText({ scheme: 'activity.iati', value: 'XM-1' }), 'activity.iati:XM-1');
  assert.notDeepEqual(mergedKey('activity', 'a'), mergedKey('practice', 'a'));
});
