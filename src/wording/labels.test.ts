import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../kernel/fault.ts';
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

test('a day that a sentence speaks of is written out, one to be corrected stays as typed; large numbers are grouped', () => {
  const past = { code: 'deadlinePast', params: { got: '2024-05-01', limit: '2026-11-29' } } as const;
  assert.match(findingText(translator('fr'), past), /^Le 1 mai 2024 .* 29 novembre 2026/);
  const bad = { code: 'badDate', params: { got: '2026-13-01', right: '2026-01-31' } } as const;
  assert.match(findingText(translator('fr'), bad), /2026-13-01.*2026-01-31/);
  const large = new Fault('fileTooLarge', { file: 'a.csv', got: 943_734_174, limit: 200_000_000 });
  assert.match(faultText(translator('en'), large), /943,734,174 bytes; at most 200,000,000/);
});
