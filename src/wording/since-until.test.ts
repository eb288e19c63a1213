import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translator } from './messages.ts';
import { sinceText, untilText } from './since-until.ts';

test('French and Spanish put an article before a day, and none before a year or a month', () => {
  assert.equal(sinceText(translator('fr'), '2026-11-29'), 'depuis le 29 novembre 2026');
  assert.equal(sinceText(translator('fr'), '2014'), 'depuis 2014');
  assert.equal(sinceText(translator('es'), '2024-05-06'), 'desde el 6 de mayo de 2024');
  assert.equal(sinceText(translator('es'), '2024-05'), 'desde mayo de 2024');
  assert.equal(untilText(translator('fr'), '2026-11-29'), 'jusqu’au 29 novembre 2026');
  assert.equal(untilText(translator('fr'), '2014'), 'jusqu’à 2014');
  assert.equal(sinceText(translator('en'), '2024-05-06'), 'since 6 May 2024');
});
