import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inReadingOrder, turnsReading } from './reading-order.ts';

test('a text is shown without what would reverse what follows it', () => {
  assert.equal(inReadingOrder('Wells \u202egpj.exe\u202c and \u2067pumps'), 'Wells gpj.exe and pumps');
});

test('a piece that is isolated and closed stays so, without what would turn it; what is left open does not', () => {
  assert.equal(
    inReadingOrder('\u2068g@example.org\u2069, \u2068a\u202eb\u2069 c\u2069 \u2067d'),
    '\u2068g@example.org\u2069, \u2068ab\u2069 c d',
  );
});

test('joiners and marks that scripts need turn nothing', () => {
  const persian = 'می\u200cخواهم \u200f(x)\u200e';
  assert.equal(turnsReading(persian), false);
  assert.equal(inReadingOrder(persian), persian);
});
