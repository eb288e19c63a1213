import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countryGroups } from './country-groups.ts';
import { groupings, regionsOf } from './groupings.ts';

test('every grouping is a group of the list, has members, and lies in regions of the list', () => {
  for (const { group } of groupings) {
    assert.ok(countryGroups.entries.has(group), group);
    const regions = regionsOf(group);
    assert.ok(regions.length > 0, group);
    for (const region of regions) assert.ok(countryGroups.entries.has(region), region);
  }
});

test('regions follow from members, the one with most of them first', () => {
  assert.deepEqual(regionsOf('MERCOSUR'), ['LatinAmericaCaribbean']);
  assert.deepEqual(regionsOf('ASEAN'), ['Asia']);
  assert.deepEqual(regionsOf('ArabStates').toSorted(), ['Africa', 'Asia']);
});

test('what is said of a secretariat has an address that says so', () => {
  for (const { group, actingSince, languages, sources } of groupings)
    assert.equal(actingSince !== undefined || languages !== undefined, sources.length > 0, group);
});
