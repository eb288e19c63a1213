import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordIdFrom } from '../../kernel/ids.ts';
import { SpokenOf } from './spoken-of.ts';

const [first, second] = [recordIdFrom('activity', 'first'), recordIdFrom('activity', 'second')];

test('rows that were not written after all were not spoken of, and those before them still were', () => {
  const spoken = new SpokenOf();
  spoken.add(first, { unit: 'row', number: 1 });
  spoken.settle();
  spoken.add(second, { unit: 'row', number: 2 });
  assert.ok(spoken.has(second));
  spoken.takeBack();
  assert.deepEqual(spoken.get(first), { unit: 'row', number: 1 });
  assert.equal(spoken.get(second), undefined);
});
