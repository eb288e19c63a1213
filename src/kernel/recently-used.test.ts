import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecentlyUsed } from './recently-used.ts';

test('what was found last stays, what was not leaves first', () => {
  const memory = new RecentlyUsed<string, number>(2);
  memory.keep('a', 1);
  memory.keep('b', 2);
  assert.equal(memory.find('a'), 1);
  memory.keep('c', 3);
  assert.deepEqual(
    ['a', 'b', 'c'].map((key) => memory.find(key)),
    [1, undefined, 3],
  );
});

test('a value kept again takes the place of the older one, and what is forgotten is gone', () => {
  const memory = new RecentlyUsed<string, number>(2);
  memory.keep('a', 1);
  memory.keep('b', 2);
  memory.keep('a', 3);
  memory.forget('b');
  assert.deepEqual([memory.find('a'), memory.find('b')], [3, undefined]);
});
