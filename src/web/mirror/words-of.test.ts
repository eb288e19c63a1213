import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { shardOf, wordsOf } from './words-of.ts';

test('words are found as people type them: without accents, in either spelling, Chinese in pairs', () => {
  assert.deepEqual(wordsOf('Coopération Sud-Sud 2030'), ['cooperation', 'sud', 'sud', '2030']);
  assert.deepEqual(wordsOf('التَّعاوُن إدارة'), wordsOf('التعاون اداره'));
  assert.deepEqual(wordsOf('والصحة للصحة بالصحة'), ['صحه', 'صحه', 'صحه']);
  assert.deepEqual(wordsOf('ребёнок'), wordsOf('ребенок'));
  assert.deepEqual(wordsOf('南南合作'), ['南南', '南合', '合作']);
  assert.deepEqual(wordsOf('水 and 水电站2'), ['水', 'and', '水电', '电站', '2']);
});

test('the script of a copy cuts words as the copy does: the functions need nothing that is not in them', () => {
  const cut = runInNewContext(
    `${wordsOf}\n${shardOf}\n(text) => JSON.stringify(wordsOf(text).map((word) => [word, shardOf(word)]))`,
  ) as (text: string) => string;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.deepEqual(
        JSON.parse(cut(text)),
        wordsOf(text).map((word) => [word, shardOf(word)]),
      );
    }),
  );
});

test('a word and its beginnings of two characters or more stand in one file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 2 }), (text) => {
      for (const word of wordsOf(text)) {
        const characters = [...word];
        if (characters.length > 1) assert.equal(shardOf(characters.slice(0, 2).join('')), shardOf(word));
      }
    }),
  );
});
