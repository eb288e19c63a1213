import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { Fault } from '../../kernel/fault.ts';
import type { NewEntry } from '../../operations/ports.ts';
import { digestOf, entryFrom, rowOf } from './entry-row.ts';

const base = { recordId: 'a', register: 'activity', post: 'p', at: '2024-01-01T00:00:00.000Z' };
const origin = { door: 'api', standing: 'party' } as const;

test('a digest changes with each of its parts, and parts cannot flow into each other', () => {
  const digests = [
    digestOf('', 1, '{}'),
    digestOf('', 11, '{}'),
    digestOf('', 1, '1{}'),
    digestOf('f0', 1, '{}'),
    digestOf('f', 1, '{}'),
  ];
  assert.equal(new Set(digests).size, digests.length);
});

test('a digest is the SHA-256 of digest before, number and body as UTF-8, so that others can check it', () => {
  const body = '{"title":"تعاون 合作"}';
  const expected = createHash('sha256')
    .update(Buffer.from(`ab\n7\n${body}`, 'utf8'))
    .digest('hex');
  assert.equal(digestOf('ab', 7, body), expected);
});

test('columns repeat what a revision says; events have no number, intakes no record', () => {
  const revision: NewEntry = {
    kind: 'revision',
    revision: { ...base, number: 3, version: 1, values: {}, origin },
    keys: [{ scheme: 's', value: 'v' }],
  };
  const event: NewEntry = { kind: 'event', event: { ...base, type: 'withdrawn' } };
  const intake: NewEntry = {
    kind: 'intake',
    intake: { at: base.at, post: 'p', file: 'f', sha256: '', complete: true, counts: {}, refused: [] },
  };
  const columns = [revision, event, intake].map(rowOf).map(({ kind, recordId, register, number, keys }) => {
    return [kind, recordId, register, number, keys.length];
  });
  assert.deepEqual(columns, [
    ['revision', 'a', 'activity', 3, 1],
    ['event', 'a', 'activity', null, 0],
    ['intake', null, null, null, 0],
  ]);
});

test('a stored body is well-formed text without control characters, whatever the values hold', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
      const title = String.fromCharCode(...units);
      const entry: NewEntry = {
        kind: 'revision',
        revision: { ...base, number: 1, version: 1, values: { title }, origin },
        keys: [],
      };
      const { body, salt } = rowOf(entry);
      assert.ok(body.isWellFormed());
      assert.ok([...body].every((char) => char >= ' '));
      assert.deepEqual(entryFrom(9, body), { seq: 9, ...entry, salt });
    }),
  );
});

test('a body that cannot be read names its entry', () => {
  assert.throws(
    () => entryFrom(12, '{"kind":'),
    (error) => error instanceof Fault && error.code === 'logDamaged' && error.params['seq'] === 12,
  );
});
