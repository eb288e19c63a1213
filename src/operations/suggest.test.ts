import assert from 'node:assert/strict';
import { test } from 'node:test';
import { theSuggesters } from '../../tests/fixtures/suggesters.ts';
import { activity } from '../registers/activity.ts';
import { need } from '../registers/need.ts';
import { sdgs } from '../vocabulary/sdg.ts';
import { sectors } from '../vocabulary/sectors.ts';
import { proseOf, suggest } from './suggest.ts';

const house = { suggesters: theSuggesters };

test('a text gets codes of the list that is asked for, each narrower code under its wider one', () => {
  const text = { text: 'Solar panels and mini-grids bring electricity to rural villages', language: 'en' };
  const goals = suggest(house, 'sdg', text);
  assert.equal(goals.codes[0]?.code, '7');
  for (const { code, narrower } of goals.codes) {
    assert.ok(sdgs.entries.has(code));
    if (narrower !== undefined) assert.equal(sdgs.entries.get(narrower)?.parent, code);
  }
  const found = suggest(house, 'sector', text);
  assert.ok(
    found.codes.some(({ code }) => ['231', '232', '236'].includes(code)),
    JSON.stringify(found),
  );
  for (const { narrower } of found.codes) {
    if (narrower !== undefined) assert.equal(sectors.entries.get(narrower)?.validTo, undefined, narrower);
  }
});

test('a house without weights suggests nothing', () => {
  assert.deepEqual(suggest({}, 'sdg', { text: 'Wells', language: 'en' }), { sure: false, codes: [] });
});

test('the prose of a record is its title, summary and other public texts in the language of the title', () => {
  const { text, language } = proseOf(activity, {
    title: { original: 'fr', texts: { fr: 'Puits de Kayar', en: 'Wells of Kayar' } },
    summary: { original: 'en', texts: { en: 'New wells.' } },
    sectors: ['140'],
    contacts: [{ person: 'Somebody' }],
  });
  assert.equal(language, 'fr');
  assert.equal(text, 'Puits de Kayar\nNew wells.');
});

test('what was typed and does not hold is left out of the prose, and an empty form has none', () => {
  assert.deepEqual(proseOf(need, {}), { text: '', language: 'und' });
  const broken = { title: { original: 'en', texts: { en: 'Pumps' } }, summary: 17, nonsense: 'x' };
  assert.equal(proseOf(need, broken).text, 'Pumps');
});
