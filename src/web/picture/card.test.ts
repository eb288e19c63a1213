import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardSvg } from './card.ts';

test('a picture shows no character by which a title would reverse what follows it', () => {
  const card = { lang: 'en', site: 'Southbridge', kind: 'Activity', titleLang: 'en', notes: [], flows: [] };
  const svg = cardSvg({ ...card, title: 'Wells \u202egpj.exe and \u2067pumps', line: 'Brazil · Mali' });
  assert.match(svg, />Wells gpj\.exe and pumps<\/text>/);
  assert.doesNotMatch(svg, /[\u202a-\u202e\u2066-\u2069]/);
});
