import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../fold.ts';
import { forEachToken, forEachWord } from '../tokens.ts';
import { stem } from './stem.ts';
import { WordBatch } from './word-batch.ts';
import { type Word, WordCache, type WordList } from './word-cache.ts';

const english = { latin: 'en', cyrillic: 'ru', arabic: 'ar' } as const;

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

interface Told extends Word {
  readonly place: number;
  readonly words: WordList;
}

/** What the cache says of words in one batch; `undefined` for those it tells nothing of. */
function toldOf(cache: WordCache, written: readonly string[]): readonly (Told | undefined)[] {
  const batch = new WordBatch();
  const starts: number[] = [];
  let text = ' ';
  for (const word of written) {
    starts.push(text.length);
    batch.add(text.length, text.length + word.length);
    text += `${word}.`;
  }
  const found = new Map<number, Told>();
  cache.tell(unitsOf(text), batch, (place, start, end, words) => {
    assert.equal(end - start, written[starts.indexOf(start)]?.length);
    found.set(start, { ...getWord(words, place), place, words });
  });
  return starts.map((start) => found.get(start));
}

function told(cache: WordCache, word: string): Told | undefined {
  return toldOf(cache, [word])[0];
}

function getWord(words: WordList, place: number): Word {
  const word = words[place];
  assert.ok(word !== undefined);
  return word;
}

test('a word is told folded and stemmed, the second time as the first and at the same place', () => {
  const cache = new WordCache(english);
  const word = fc.string({ unit: fc.constantFrom(...'abcdefsxz'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (written) => {
      const first = toldOf(cache, written);
      assert.deepEqual(
        first.map((one) => [one?.surface, one?.term]),
        written.map((one) => [fold(one), stem(fold(one), 'en')]),
      );
      assert.deepEqual(toldOf(cache, written), first);
    }),
  );
});

test('one place in a list never stands for two words, also after the cache was full and forgot', () => {
  const cache = new WordCache(english);
  const lists = new Map<WordList, Map<number, string>>();
  for (let i = 0; i < 150_000; i += 50) {
    const written = Array.from({ length: 50 }, (_, j) => `nations${(i + j) % 80_000}`);
    toldOf(cache, written).forEach((one, j) => {
      assert.ok(one !== undefined);
      assert.equal(one.surface, written[j]);
      const known = lists.get(one.words) ?? new Map<number, string>();
      lists.set(one.words, known);
      assert.equal(known.get(one.place) ?? one.surface, one.surface);
      known.set(one.place, one.surface);
    });
  }
  assert.ok(lists.size > 1);
  for (const [words, known] of lists) {
    for (const [place, surface] of known) assert.equal(words[place]?.surface, surface);
  }
});

test('a list of words told before goes on holding when the cache forgets while its words are being told', () => {
  const found: string[] = [];
  let rare = 0;
  forEachWord('water supply', 'en', (place, _start, _end, words) => {
    const others = Array.from({ length: 70_000 }, (_, i) => `w${rare + i}`);
    rare += others.length;
    forEachWord(others.join(' '), 'en', () => {});
    found.push(getWord(words, place).surface);
  });
  assert.deepEqual(found, ['water', 'supply']);
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
