import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Alphabet } from './alphabet.ts';
import { Lexicon } from './lexicon.ts';

const letter = fc.constantFrom('a', 'b', 'é', 'ا', 'ﻻ', '南', '𠀀', '\ufffd');
const word = fc.string({ unit: letter, minLength: 1, maxLength: 4 });

test('the forms found by a beginning are those that begin so, also after new ones came', () => {
  fc.assert(
    fc.property(fc.array(word), fc.array(word), word, (first, second, prefix) => {
      const lexicon = new Lexicon();
      const alphabet = new Alphabet(lexicon);
      const found = (): readonly (string | undefined)[] =>
        Array.from(alphabet.beginningWith(prefix), (form) => lexicon.surfaces[form]).sort();
      const expected = (words: readonly string[]): readonly string[] =>
        [...new Set(words)].filter((one) => one.startsWith(prefix)).sort();
      for (const one of first) lexicon.formOf(one, one);
      alphabet.sorted();
      assert.deepEqual(found(), expected(first));
      for (const one of second) lexicon.formOf(one, one);
      assert.deepEqual(found(), expected([...first, ...second]));
      alphabet.sorted();
      assert.deepEqual(found(), expected([...first, ...second]));
    }),
  );
});

test('many forms without a sorting in between are sorted when somebody asks', () => {
  const lexicon = new Lexicon();
  const alphabet = new Alphabet(lexicon);
  for (let i = 0; i < 5000; i += 1) lexicon.formOf(`w${i}`, `w${i}`);
  assert.equal(alphabet.beginningWith('w49').length, 111);
});

test('one surface with two terms is two forms, each found under its own term', () => {
  const lexicon = new Lexicon();
  const french = lexicon.formOf('nations', 'nation');
  const english = lexicon.formOf('nations', 'nat');
  assert.notEqual(french, english);
  assert.equal(lexicon.formOf('nations', 'nation'), french);
  assert.deepEqual(lexicon.formsOf('nat'), [english]);
  assert.deepEqual(lexicon.formsOf('nations'), []);
});

test('when forms are left out, those that remain are found by their beginnings as before, and so are later ones', () => {
  const before = new Lexicon();
  const old = new Alphabet(before);
  for (const one of ['water', 'wave', 'air', 'warm']) before.formOf(one, one);
  old.sorted();
  before.formOf('wane', 'wane');
  const after = new Lexicon();
  for (const one of ['water', 'air', 'warm', 'wane', 'wary']) after.formOf(one, one);
  const alphabet = old.renumbered(after, Int32Array.of(0, -1, 1, 2, 3));
  const found = Array.from(alphabet.beginningWith('wa'), (form) => after.surfaces[form]);
  assert.deepEqual(found, ['warm', 'water', 'wane', 'wary']);
  assert.deepEqual(
    Array.from(alphabet.sorted(), (form) => after.surfaces[form]),
    ['air', 'wane', 'warm', 'wary', 'water'],
  );
});
