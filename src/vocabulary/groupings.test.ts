import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { isPartialDate } from '../kernel/partial-date.ts';
import { countryGroups, membersOf } from './country-groups.ts';
import { groupingName, groupings, regionsOf } from './groupings.ts';
import { isLanguage } from './languages.ts';

function grouping(id: string) {
  const found = groupings.find((one) => one.id === id);
  assert.ok(found !== undefined, id);
  return found;
}

test('every grouping stands once, has a name of its own in each language, and lies in regions of the list', () => {
  assert.equal(new Set(groupings.map(({ id }) => id)).size, groupings.length);
  for (const lang of interfaceLanguages)
    assert.equal(new Set(groupings.map((one) => groupingName(one, lang))).size, groupings.length, lang);
  for (const one of groupings) {
    assert.equal(one.names === undefined, countryGroups.entries.has(one.id), one.id);
    assert.ok(one.names !== undefined || membersOf(one.id).length > 0, one.id);
    const regions = regionsOf(one);
    assert.ok(regions.length > 0, one.id);
    for (const region of regions) assert.ok(countryGroups.entries.has(region), region);
  }
});

test('regions follow from members where they are kept, the one with most of them first', () => {
  assert.deepEqual(regionsOf(grouping('MERCOSUR')), ['LatinAmericaCaribbean']);
  assert.deepEqual(regionsOf(grouping('ASEAN')), ['Asia']);
  assert.deepEqual(regionsOf(grouping('ArabStates')).toSorted(), ['Africa', 'Asia']);
});

test('what is said of a grouping rests on documents named in each language, of a day that can be read', () => {
  for (const { id, founded, rules, website } of groupings) {
    assert.ok(URL.canParse(website), id);
    for (const { on, by } of rules === undefined ? [founded] : [founded, rules]) {
      assert.ok(isPartialDate(on), id);
      assert.deepEqual(Object.keys(by), [...interfaceLanguages], id);
    }
    assert.ok(rules === undefined || rules.on > founded.on, `${id}: rules come later`);
  }
});

test('languages are tags of the list, and of some groupings they are not known', () => {
  for (const { id, languages = [] } of groupings)
    for (const tag of languages) assert.ok(isLanguage(tag), `${id}: ${tag}`);
  assert.ok(groupings.some(({ languages }) => languages === undefined));
});
