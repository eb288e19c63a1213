import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readLines, writeLines } from './cell-notation.ts';

const litres = { original: 'en', texts: { en: 'litres', fr: 'litres' } };

test('one thing a line, its parts between bars, the original language first', () => {
  const cell = writeLines([
    { value: 7, unit: { original: 'fr', texts: { en: 'salt', fr: 'sel' } } },
    { country: 'BR', period: { start: '2010', end: undefined } },
  ]);
  assert.equal(cell, 'value: 7 | unit@fr: sel | unit@en: salt\ncountry: BR | period.start: 2010');
});

test('a person may leave out spaces, write empty lines and use the line ends of any system', () => {
  const typed = 'value:7|unit@en:litres|unit@fr: litres\r\n\r\n  \nvalue: 8';
  assert.deepEqual(JSON.parse(JSON.stringify(readLines(typed, ['value']))), [
    { value: 7, unit: litres },
    { value: 8 },
  ]);
});

test('numbers are read only where a number belongs, and what is none stays text', () => {
  const read = readLines('value: 12 | note: 12 | source: seven', ['value', 'source']);
  assert.deepEqual(JSON.parse(JSON.stringify(read)), [{ value: 12, note: '12', source: 'seven' }]);
});

test('a line that is not in this notation is kept as it stands, for the schema to judge', () => {
  assert.deepEqual(readLines('Brazil and Senegal', []), [{ '': 'Brazil and Senegal' }]);
});

test('parts named like members of every object are parts of their own, and change nothing else', () => {
  const [item] = readLines('__proto__: x | constructor: y | __proto__.polluted: z | a@__proto__: w', []);
  assert.ok(typeof item === 'object' && item !== null);
  assert.ok(Object.hasOwn(item, '__proto__') && Object.hasOwn(item, 'constructor'));
  assert.equal(Reflect.get({}, 'polluted'), undefined);
});

test('any texts come back, whatever bars, backslashes and breaks they hold', () => {
  const piece = fc.constantFrom('|', '\\', '\n', '\r', ' ', ':', 'n', 'r', 'a', 'ب', '水');
  const free = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(
      fc.array(fc.record({ a: free, b: free }, { noNullPrototype: true }), { minLength: 1, maxLength: 3 }),
      (items) => {
        assert.deepEqual(JSON.parse(JSON.stringify(readLines(writeLines(items), []))), items);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('odd cells are read in a time that grows with their length alone', () => {
  const started = performance.now();
  for (const odd of ['\\', '|', ' ', ' |', '\\|', 'a:', '.', '@']) readLines(`a: ${odd.repeat(100_000)}`, []);
  assert.ok(performance.now() - started < 5_000);
});
