import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { parsedBy } from './parsed-by.ts';

const unreadable = JSON.parse('{"length": {"toString": 0}, "size": {"valueOf": 1, "toString": 1}}');

test('a value whose length cannot even be compared is refused like any of the wrong kind', () => {
  for (const schema of [z.array(z.string()).max(3), z.string().max(3), z.array(z.string()).min(1)]) {
    const { success, error } = parsedBy<unknown>(schema, unreadable);
    assert.equal(success, false);
    assert.deepEqual(error?.issues[0]?.code, 'invalid_type');
  }
  assert.equal(parsedBy(z.object({ list: z.array(z.string()).max(3) }), { list: unreadable }).success, false);
});

test('an error that is no fault of the value is not hidden', () => {
  const broken = z.unknown().refine(() => {
    throw new TypeError('ours');
  });
  assert.throws(() => parsedBy(broken, 'x'), /ours/);
});

test('what holds comes as the schema makes it', () => {
  assert.deepEqual(parsedBy(z.array(z.string().trim()), [' a ']).data, ['a']);
});
