import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from './fold.ts';

test('words that differ only in case, accents or compatibility forms fold to the same', () => {
  assert.equal(fold('Coopération'), 'cooperation');
  assert.equal(fold('COOPÉRATION'), 'cooperation');
  assert.equal(fold('ﬁnance'), 'finance');
  assert.equal(fold('Œuvre'), 'oeuvre');
  assert.equal(fold('Straße'), 'strasse');
  assert.equal(fold('ÇAĞDAŞ İLİŞKİ'), 'cagdas iliski');
  assert.equal(fold('ＳＳＣ２'), 'ssc2');
  assert.equal(fold('CO₂'), 'co2');
  assert.equal(fold('Việt Nam'), 'viet nam');
});

test('Arabic letter variants, vowel signs and tatweel fold to one spelling', () => {
  assert.equal(fold('التَّعاوُن'), fold('التعاون'));
  assert.equal(fold('التعـــاون'), fold('التعاون'));
  assert.equal(fold('أإآٱ'), 'اااا');
  assert.equal(fold('إلى'), fold('الي'));
  assert.equal(fold('شراكة'), fold('شراكه'));
  assert.equal(fold('مسؤول مسائل'), 'مسوول مسايل');
  assert.equal(fold('کشاورزی'), fold('كشاورزي'));
});

test('digits of Arabic and Persian texts become 0 to 9', () => {
  assert.equal(fold('٢٠٣٠'), '2030');
  assert.equal(fold('۲۰۳۰'), '2030');
});

test('Cyrillic ё becomes е, but й stays a letter of its own, however it is coded', () => {
  assert.equal(fold('Ребёнок'), 'ребенок');
  assert.equal(fold('край'), 'край');
  assert.equal(fold('край'.normalize('NFD')), 'край');
});

test('vowel signs of Indic scripts and Japanese voicing are kept', () => {
  assert.equal(fold('हिन्दी'), 'हिन्दी');
  assert.equal(fold('ガ'), 'ガ');
  assert.equal(fold('ไทย'), 'ไทย');
});

test('all ways of writing an apostrophe become one', () => {
  for (const apostrophe of '’‘ʼ´`′＇') assert.equal(fold(`l${apostrophe}eau`), "l'eau");
});

test('direction marks, joiners and soft hyphens vanish', () => {
  assert.equal(fold('\u200fco\u00adope\u200dration\u202c'), 'cooperation');
});

test('folding twice changes nothing more', () => {
  for (let code = 0; code < 0x10000; code += 1) {
    const once = fold(`a${String.fromCharCode(code)}`);
    assert.equal(fold(once), once, code.toString(16));
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)),
    { numRuns: 500 },
  );
});
