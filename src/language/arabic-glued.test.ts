import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stemWithoutGlued } from './arabic-glued.ts';
import { fold } from './fold.ts';

test('what is glued before an Arabic word is taken off, where enough is left', () => {
  for (const [word, stem] of [
    ['وقروض', 'قروض'],
    ['لريادة', 'رياد'],
    ['ولتسويق', 'تسويق'],
    ['فتوعية', 'توع'],
  ] as const) {
    assert.equal(stemWithoutGlued(fold(word)), stem, word);
  }
  assert.equal(stemWithoutGlued(fold('قروض')), undefined);
  assert.equal(stemWithoutGlued(fold('ورق')), undefined);
});
