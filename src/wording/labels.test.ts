import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault, type FaultParams } from '../kernel/fault.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../kernel/language-tag.ts';
import { faultText } from './fault-text.ts';
import { fieldLabel, findingText, placeText } from './labels.ts';
import { translator } from './messages.ts';

test('a place in a file is said in the language of the reader', () => {
  assert.equal(placeText(translator('en'), 'line 57'), 'line 57');
  assert.equal(placeText(translator('fr'), 'line 57'), 'ligne 57');
  assert.equal(placeText(translator('es'), 'row 4'), 'fila 4');
});

test('the name of a sheet stays as it is, and so does what nobody has a word for', () => {
  assert.equal(placeText(translator('fr'), 'Who takes part row 4'), 'Who takes part ligne 4');
  assert.equal(placeText(translator('fr'), 'page three'), 'page three');
  assert.equal(placeText(translator('fr'), 'constructor 3'), 'constructor 3');
});

test('a field is called as all registers call it, where its own has no word for it; never as a page', () => {
  const t = translator('en');
  assert.equal(fieldLabel(t, 'organisation', 'title'), 'Name');
  for (const register of ['need', 'offer', 'call', 'activity']) {
    assert.equal(fieldLabel(t, register, 'title'), 'Title');
  }
  assert.equal(fieldLabel(t, 'need', 'noSuchField'), 'noSuchField');
});

test('a day that a sentence speaks of is written out, one to be corrected stays as typed', () => {
  const past = { code: 'deadlinePast', params: { got: '2024-05-01', limit: '2026-11-29' } } as const;
  assert.match(findingText(translator('fr'), past), /^Le 1er mai 2024 .* 29 novembre 2026/);
  const bad = { code: 'badDate', params: { got: '2026-13-01', right: '2026-01-31' } } as const;
  assert.match(findingText(translator('fr'), bad), /2026-13-01.*2026-01-31/);
});

test('how large a file is and may be is said in units that people know; too much never reads as the limit', () => {
  const said = (lang: InterfaceLanguage, params: FaultParams) =>
    faultText(translator(lang), new Fault('fileTooLarge', { file: 'a.csv', ...params }));
  const large = { got: 943_734_174, limit: 200_000_000 };
  assert.match(said('en', large), /a\.csv is 943\.8.MB large; at most 200.MB/);
  assert.match(said('fr', large), /943,8.Mo.; le maximum est 200.Mo/);
  assert.match(said('ru', large), /943,8.МБ/);
  assert.match(said('ar', large), /200 ميغابايت/);
  assert.match(said('en', { got: 2_000_001, limit: 2_000_000 }), /2\.1.MB large; at most 2.MB/);
  assert.match(said('en', { got: 15, limit: 5 }), /15 bytes large; at most 5 bytes/);
  assert.match(said('en', { limit: 1_000_000 }), /a\.csv is larger than 1.MB/);
  assert.match(said('en', { limit: 5_000, unit: 'rows' }), /more than 5,000 rows/);
  for (const lang of interfaceLanguages) {
    assert.doesNotMatch(said(lang, { ...large, file: 'form' }), /form\b|943.734/, lang);
  }
  const packed = new Fault('inflatesTooMuch', { file: 'a.zip', limit: 100, got: 1_200, unit: 'ratio' });
  assert.match(faultText(translator('en'), packed), /1,200 times its size; at most 100 times/);
});
