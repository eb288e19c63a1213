import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../fold.ts';
import { forEachToken, forEachWord } from '../tokens.ts';
import { stem } from './stem.ts';
import { type Word, WordCache } from './word-cache.ts';

const english = { latin: 'en', cyrillic: 'ru', arabic: 'ar' } as const;

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

/** What the cache says of one word; `undefined` when it tells of none. */
function told(cache: WordCache, word: string): (Word & { number: number }) | undefined {
  let found: (Word & { number: number }) | undefined;
  cache.tell(unitsOf(` ${word}.`), 1, 1 + word.length, (known, start, end, number) => {
    assert.deepEqual([start, end], [1, 1 + word.length]);
    found = { ...known, number };
  });
  return found;
}

test('a word is told folded and stemmed, the second time as the first and by the same number', () => {
  const cache = new WordCache(english);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abcdefsxz'), minLength: 1 }), (word) => {
      const first = told(cache, word);
      assert.equal(first?.surface, fold(word));
      assert.equal(first?.term, stem(fold(word), 'en'));
      assert.deepEqual(told(cache, word), first);
    }),
  );
});

test('one number never stands for two words, also after the cache was full and forgot', () => {
  const caches = [new WordCache(english), new WordCache({ ...english, latin: 'fr' })];
  const wordOf = new Map<number, string>();
  for (let i = 0; i < 150_000; i += 1) {
    const found = told(caches[i % 2] ?? new WordCache(english), `nations${i % 80_000}`);
    const word = `${found?.surface} ${found?.term}`;
    const before = wordOf.get(found?.number ?? 0) ?? word;
    assert.equal(before, word);
    wordOf.set(found?.number ?? 0, word);
  }
  assert.ok(wordOf.size >= 80_000);
});

test('of a word that folding makes vanish nothing is told, each time', () => {
  const cache = new WordCache(english);
  assert.equal(told(cache, '\u00ad'), undefined);
  assert.equal(told(cache, '\u00ad'), undefined);
});

test('words of one beginning, one end or one length are not taken for each other', () => {
  const cache = new WordCache({ latin: 'none', cyrillic: 'none', arabic: 'none' });
  const words = ['a', 'ab', 'abc', 'bc', 'c', 'cba', 'acb', 'ABC', 'вода', 'а'];
  for (let round = 0; round < 2; round += 1) {
    assert.deepEqual(
      words.map((word) => told(cache, word)?.surface),
      words.map(fold),
    );
  }
});

test('a text may be cut while another is being cut', () => {
  const outer: string[] = [];
  const inner: string[] = [];
  forEachToken('water supply', 'en', (surface) => {
    forEachToken('clean air', 'en', (other) => inner.push(other));
    outer.push(surface);
  });
  assert.deepEqual(outer, ['water', 'supply']);
  assert.deepEqual(inner, ['clean', 'air', 'clean', 'air']);
});

test('a very long text is cut like a short one, and leaves nothing behind for the next', () => {
  let count = 0;
  forEachWord('water 水\ud800 '.repeat(20_000), 'en', () => {
    count += 1;
  });
  assert.equal(count, 40_000);
  const after: string[] = [];
  forEachToken('w', 'en', (surface) => after.push(surface));
  assert.deepEqual(after, ['w']);
});
