import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langText } from '../kernel/lang-text.ts';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { translator } from './messages.ts';
import { markedLabel, type PrintedReservation, withReservations } from './reserved.ts';

const text = langText('pt', 'O Brasil diz trilateral.', { en: 'Brazil says trilateral.' });
const label: PrintedReservation = {
  id: 'a',
  country: 'BR',
  text,
  on: { kind: 'label', list: 'modality', code: 'triangular' },
};
const word: PrintedReservation = {
  id: 'b',
  country: 'BR',
  text,
  on: { kind: 'word', forms: { en: 'triangular', fr: 'triangulaire' } },
};

test('a reserved label carries its mark in every language, and the page then needs its footnote', () => {
  for (const lang of interfaceLanguages) {
    const t = withReservations(translator(lang), [label]);
    assert.deepEqual(t.marking?.footnotes(), []);
    assert.equal(markedLabel(t, 'modality', 'triangular', 'X'), 'X¹', lang);
    assert.equal(markedLabel(t, 'modality', 'bilateral', 'Y'), 'Y');
    assert.deepEqual(t.marking?.footnotes(), [{ mark: '¹', reservation: label }]);
  }
});

test('a reserved word is marked where it stands as a word, in the languages that it has a form in', () => {
  const marked = withReservations(translator('en'), [label, word])('site.tagline');
  assert.match(marked, /triangular² cooperation/);
  assert.doesNotMatch(withReservations(translator('ru'), [word])('site.tagline'), /¹/);
});

test('two countries may have a reservation on the same label: two marks, two notes', () => {
  const other = { ...label, id: 'c', country: 'MX' };
  const t = withReservations(translator('en'), [label, other]);
  assert.equal(markedLabel(t, 'modality', 'triangular', 'Triangular'), 'Triangular¹²');
  assert.equal(t.marking?.footnotes().length, 2);
});

test('without any reservation the words are the common ones', () => {
  assert.equal(withReservations(translator('en'), []), translator('en'));
});

test('a form with signs of patterns in it is a word like any other', () => {
  const odd: PrintedReservation = { ...word, on: { kind: 'word', forms: { en: 'South-South (' } } };
  assert.doesNotThrow(() => withReservations(translator('en'), [odd])('site.tagline'));
});
