import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRecordId, recordIdFrom } from './ids.ts';

test('the id made from a key is an id: three groups of four, without letters that look like digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (key) => {
      const id = recordIdFrom('activity', key);
      assert.match(id, /^[a-km-np-z2-9]{4}-[a-km-np-z2-9]{4}-[a-km-np-z2-9]{4}$/);
      assert.ok(isRecordId(id));
    }),
  );
});

test('the same key gives the same address in every house and at any time', () => {
  assert.equal(
    recordIdFrom('activity', 'iati:XM-DAC-41114-1'),
    recordIdFrom('activity', 'iati:XM-DAC-41114-1'),
  );
  assert.equal(recordIdFrom('activity', 'a'), 'nffd-u2mx-3umd');
});

test('100,000 keys give 100,000 ids, and two registers never share one for the same key', () => {
  const ids = new Set<string>();
  for (let i = 0; i < 50_000; i += 1) {
    ids.add(recordIdFrom('activity', `undp:${i}`));
    ids.add(recordIdFrom('practice', `undp:${i}`));
  }
  assert.equal(ids.size, 100_000);
});

test('an id is small letters, digits and single hyphens, and not longer than 80', () => {
  for (const id of ['a', '7', 'fosat-2024', 'a'.repeat(80)]) assert.equal(isRecordId(id), true, id);
  for (const id of ['', '-a', 'a-', 'a--b', 'A', 'é', 'a b', '../a', 'a.json', 'a\n', 'a'.repeat(81)])
    assert.equal(isRecordId(id), false, id);
});
