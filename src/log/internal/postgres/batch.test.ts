import assert from 'node:assert/strict';
import { test } from 'node:test';
import { revision, withdrawn } from '../../../../tests/contracts/record-log.ts';
import { digestOf, rowOf } from '../entry-row.ts';
import { placeAll } from './batch.ts';

const before = { seq: 4, digest: 'd4', records: new Map([['a', { number: 2, seq: 3 }]]) };

test('calls that share a transaction are placed one after the other, each on what the one before has written', () => {
  const wanted = [
    { rows: [rowOf(revision('a', 3)), rowOf(withdrawn('a'))], unmoved: [{ recordId: 'a', seq: 3 }] },
    { rows: [rowOf(revision('a', 4))], unmoved: [{ recordId: 'a', seq: 6 }] },
  ];
  const { placed, rows } = placeAll(before, wanted);
  assert.deepEqual(placed, [{ first: 5 }, { first: 7 }]);
  assert.deepEqual(
    rows.map(({ seq }) => seq),
    [5, 6, 7],
  );
  assert.equal(rows[0]?.digest, digestOf('d4', 5, rows[0]?.body ?? ''));
  assert.equal(rows[2]?.digest, digestOf(rows[1]?.digest ?? '', 7, rows[2]?.body ?? ''));
});

test('a call that is refused leaves no trace, and the ones after it are placed as if it had not been', () => {
  const wanted = [
    { rows: [rowOf(revision('b', 1)), rowOf(revision('a', 9))], unmoved: [] },
    { rows: [rowOf(revision('c', 1))], unmoved: [{ recordId: 'a', seq: 2 }] },
    { rows: [rowOf(revision('b', 1))], unmoved: [] },
  ];
  const { placed, rows } = placeAll(before, wanted);
  const codes = placed.map((one) => ('refused' in one ? one.refused.code : one.first));
  assert.deepEqual(codes, ['revisionMoved', 'recordMoved', 5]);
  assert.equal(rows.length, 1);
});
