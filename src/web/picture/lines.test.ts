import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { brokenIntoLines, emsOf } from './lines.ts';

test('a title is broken between words, in Chinese between its words too, and never before a full stop', () => {
  assert.deepEqual(brokenIntoLines('Network of human milk banks', 'en', 7, 3), [
    'Network of',
    'human milk',
    'banks',
  ]);
  assert.deepEqual(brokenIntoLines('母乳库网络，巴西。', 'zh', 5, 3), ['母乳库网络，', '巴西。']);
});

test('what does not fit into the lines ends in an ellipsis', () => {
  const lines = brokenIntoLines('one two three four five six seven', 'en', 6, 2);
  assert.equal(lines.length, 2);
  assert.match(lines[1] ?? '', /…$/);
});

test('whatever the text: no more lines than asked for, none much wider than allowed, nothing but its own words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 4, max: 30 }),
      (text, ems) => {
        const lines = brokenIntoLines(text, 'en', ems, 3);
        assert.ok(lines.length <= 3);
        // Marks that may not begin a line hang over its end.
        for (const line of lines) assert.ok(emsOf(line.replace(/[\p{P}\s]+…?$/u, '')) <= ems + 1.1, line);
        const said = lines.join(' ').replace(/…$/, '').replace(/\s/gu, '');
        assert.ok(text.replace(/\s/gu, '').startsWith(said) || text.includes('…'));
      },
    ),
  );
});
