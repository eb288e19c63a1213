import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecordNumbers } from './record-numbers.ts';

test('revisions of a record follow each other from 1 on; after a wrong number it goes on from there', () => {
  const numbers = new RecordNumbers();
  const asked = [
    ['wells', 1, true],
    ['pumps', 2, false],
    ['wells', 2, true],
    ['wells', 2, false],
    ['wells', 4, false],
    ['wells', 5, true],
    ['wells', 1, false],
    ['wells', 2, true],
    ['pumps', 3, true],
    ['wells\u0000', 1, true],
  ] as const;
  for (const [id, number, right] of asked)
    assert.equal(numbers.follows(id, number), right, `${id} ${number}`);
  assert.equal(numbers.size, 3);
  assert.deepEqual(
    ['wells', 'pumps', 'wells\u0000', 'pipes'].map((id) => numbers.knows(id)),
    [true, true, true, false],
  );
  numbers.close();
});

test('two checks at the same time do not see what the other remembers', () => {
  const [one, other] = [new RecordNumbers(), new RecordNumbers()];
  one.follows('wells', 1);
  assert.equal(other.knows('wells'), false);
  one.close();
  assert.equal(other.follows('wells', 1), true);
  other.close();
});
