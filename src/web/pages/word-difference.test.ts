import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wordDifference } from './word-difference.ts';

function without(kind: 'removed' | 'added', before: string, after: string): string {
  return wordDifference(before, after, 'en')
    .filter((stretch) => stretch.kind !== kind)
    .map(({ text }) => text)
    .join('');
}

test('without what was added a difference is the older text, without what was removed the newer one', () => {
  const text = fc
    .array(fc.constantFrom('water', 'milk', ' ', '  ', 'بنك', '。', 'a', '\n', '母乳库'), { maxLength: 30 })
    .map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      assert.equal(without('added', before, after), before);
      assert.equal(without('removed', before, after), after);
    }),
  );
});

test('one changed word is one removed and one added word', () => {
  assert.deepEqual(wordDifference('three milk banks opened', 'four milk banks opened', 'en'), [
    { kind: 'removed', text: 'three' },
    { kind: 'added', text: 'four' },
    { kind: 'same', text: ' milk banks opened' },
  ]);
});

test('words changed side by side are shown as one change', () => {
  assert.deepEqual(wordDifference('in old Maputo town', 'in new Beira town', 'en'), [
    { kind: 'same', text: 'in ' },
    { kind: 'removed', text: 'old Maputo' },
    { kind: 'added', text: 'new Beira' },
    { kind: 'same', text: ' town' },
  ]);
});

test('Chinese is compared by words, not as one block', () => {
  const kinds = wordDifference('母乳库网络在巴西', '母乳库网络在安哥拉', 'zh').map(({ kind }) => kind);
  assert.deepEqual(kinds, ['same', 'removed', 'added']);
});

test('very long rewritten texts are compared in good time, as replaced', () => {
  const before = Array.from({ length: 8_000 }, (_, at) => `a${at}`).join(' ');
  const after = Array.from({ length: 8_000 }, (_, at) => `b${at}`).join(' ');
  const started = performance.now();
  assert.deepEqual(
    wordDifference(before, after, 'en').map(({ kind }) => kind),
    ['removed', 'added'],
  );
  assert.ok(performance.now() - started < 3_000);
});
