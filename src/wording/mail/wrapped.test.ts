import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { widthOf, wrapped } from './internal/wrapped.ts';

test('lines break between words, and go on under the words above', () => {
  const lines = wrapped(`${'word '.repeat(20)}end`, '- ', '  ').split('\n');
  assert.deepEqual(
    lines.map((line) => line.slice(0, 6)),
    ['- word', '  word'],
  );
  assert.ok(lines.every((line) => widthOf(line) <= 72));
});

test('Chinese breaks between signs, but no line begins with a stop or ends with an opening bracket', () => {
  const lines = wrapped('读者信赖的是近期经负责方确认的信息（南南合作），'.repeat(9)).split('\n');
  assert.ok(lines.length > 4);
  for (const line of lines) {
    assert.doesNotMatch(line, /^[）》，。、；：！？]|[（《]$/u);
    assert.ok(widthOf(line) <= 72);
  }
});

test('a word that no line can hold stands whole on a line of its own', () => {
  const address = `https://example.org/${'x'.repeat(100)}`;
  assert.deepEqual(wrapped(`See ${address} now`).split('\n'), ['See', address, 'now']);
});

test('wrapping loses nothing and invents nothing but breaks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'word', '水', '（', '）', '，', '“', '”', '-', 'ع', ' ', '\u00a0')),
      (parts) => {
        const text = parts.join('');
        assert.equal(wrapped(text).replace(/[ \n]/g, ''), text.replace(/ /g, ''));
      },
    ),
  );
});
