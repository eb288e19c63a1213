import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvLine } from './csv-line.ts';
import { delimiterOf } from './delimiter.ts';
import { guardFormula, unguardFormula } from './formula-guard.ts';
import { escapeUnwritable } from './unwritable.ts';

const signs = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', ' ', '＝', '－', '\u200f', 'a', '1');
const nasty = fc.array(signs, { maxLength: 8 }).map((parts) => parts.join(''));

test('a guarded text is never taken for a formula, and comes back exactly', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const guarded = guardFormula(text);
      assert.equal(unguardFormula(guarded), text);
      assert.ok(!/^[\s\u200f]*[=+\-@＝－]/.test(guarded), guarded);
    }),
  );
  assert.equal(guardFormula('plain'), 'plain');
  assert.equal(guardFormula("'quoted'"), "'quoted'");
  assert.equal(guardFormula('=1'), "'=1");
});

test('the delimiter is the sign that the first line has most of outside quotes', () => {
  assert.equal(delimiterOf('a;b;c\n1,2,3,4,5'), ';');
  assert.equal(delimiterOf('"a,b,c,d"|e|f\r'), '|');
  assert.equal(delimiterOf('a\tb'), '\t');
  assert.equal(delimiterOf('alone'), ',');
});

test('cells are quoted only where they must be', () => {
  assert.equal(csvLine(['a', 'b c', ' d', 'e"f', 'g,h', 'i\nj', '']), 'a,b c," d","e""f","g,h","i\nj",');
  assert.equal(csvLine(['g,h', 'i;j'], ';'), 'g,h;"i;j"');
});

test('what a workbook cannot hold is escaped, and so is what looks like an escape', () => {
  assert.equal(escapeUnwritable('a\u0001b\r\n'), 'a_x0001_b_x000D_\n');
  assert.equal(escapeUnwritable('_x0041_'), '_x005F_x0041_');
  assert.equal(escapeUnwritable('\ud800'), '_xD800_');
  assert.equal(escapeUnwritable('العربية 中文 👩‍🔬'), 'العربية 中文 👩‍🔬');
});
