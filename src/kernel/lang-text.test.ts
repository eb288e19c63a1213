import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langText, langTextFrom, textIn } from './lang-text.ts';
import { directionOf, interfaceLanguages, isInterfaceLanguage } from './language-tag.ts';

const title = langText('es', 'Bancos de leche humana', { en: 'Human milk banks', zh: '母乳库' });

test('a reader gets the language asked for where the text has it', () => {
  assert.deepEqual(textIn(title, 'zh'), { text: '母乳库', lang: 'zh', asked: true });
});

test('without it a reader gets the original, and is told its language', () => {
  assert.deepEqual(textIn(title, 'ar'), { text: 'Bancos de leche humana', lang: 'es', asked: false });
});

test('English comes before other translations where even the original is missing', () => {
  const damaged = { original: 'ru', texts: { zh: '水', en: 'water' } };
  assert.deepEqual(textIn(damaged, 'fr'), { text: 'water', lang: 'en', asked: false });
  assert.equal(textIn({ original: 'ru', texts: { zh: '水' } }, 'fr').lang, 'zh');
  assert.deepEqual(textIn({ original: 'ru', texts: {} }, 'fr'), { text: '', lang: 'und', asked: false });
});

test('a language named like a member of every object is a language that the text lacks', () => {
  for (const lang of ['constructor', 'toString', '__proto__']) {
    assert.equal(textIn(title, lang).lang, 'es', lang);
  }
});

test('the original of a text made of languages is the first preferred one that says something', () => {
  assert.equal(langTextFrom({ fr: 'eau', en: 'water' })?.original, 'en');
  assert.equal(langTextFrom({ fr: 'eau', en: ' ' })?.original, 'fr');
  assert.equal(langTextFrom({ fr: 'eau', pt: 'água' }, ['pt'])?.original, 'pt');
  assert.equal(langTextFrom({ en: '', fr: '\n' }), undefined);
});

test('Arabic script runs from right to left; an unknown language is left to the program that shows it', () => {
  const right = interfaceLanguages.filter((lang) => directionOf(lang) === 'rtl');
  assert.deepEqual(right, ['ar']);
  assert.equal(directionOf('fa-AF'), 'rtl');
  assert.equal(directionOf('arn'), 'ltr');
  assert.equal(directionOf('und'), 'auto');
  assert.equal(isInterfaceLanguage('sw'), false);
});
