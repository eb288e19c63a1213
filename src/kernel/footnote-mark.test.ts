import assert from 'node:assert/strict';
import { test } from 'node:test';
import { footnoteMark, withoutMarks } from './footnote-mark.ts';

test('a label is known again without its marks, whatever their numbers and wherever they stand', () => {
  assert.equal(footnoteMark(120), '¹²⁰');
  for (const n of [1, 4, 9, 10, 57]) {
    assert.equal(
      withoutMarks(`Triangular${footnoteMark(n)} cooperation${footnoteMark(n + 1)}`),
      'Triangular cooperation',
    );
  }
  assert.equal(withoutMarks('SDG 10'), 'SDG 10');
});
