import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldLabel, placeText } from './labels.ts';
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
