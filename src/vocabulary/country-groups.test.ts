import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryGroups, groupsOf, membersOf } from './country-groups.ts';

describe('the groups of a country', () => {
  it('depend on the year: Cabo Verde was a least developed country until 2007', () => {
    assert.ok(groupsOf('CV', 2006).includes('LDC'));
    assert.ok(groupsOf('CV', 2007).includes('LDC'));
    assert.ok(!groupsOf('CV', 2010).includes('LDC'));
    assert.ok(!groupsOf('CV', 1976).includes('LDC'));
    assert.ok(!groupsOf('CV').includes('LDC'));
  });

  it('end with the day of leaving: the Maldives left on the first of January 2011', () => {
    assert.ok(groupsOf('MV', 2010).includes('LDC'));
    assert.ok(!groupsOf('MV', 2011).includes('LDC'));
  });

  it('follow each graduation', () => {
    const last = { BW: 1994, WS: 2013, GQ: 2017, VU: 2020, BT: 2023, ST: 2024 };
    for (const [country, year] of Object.entries(last)) {
      assert.ok(groupsOf(country, year).includes('LDC'), country);
      assert.ok(!groupsOf(country, year + 1).includes('LDC'), country);
    }
  });

  it('stand in the order of the list and are empty for an unknown country', () => {
    assert.deepEqual(groupsOf('TL'), ['LDC', 'SIDS', 'G77', 'Asia', 'ASEAN', 'CPLP']);
    assert.deepEqual(groupsOf('ZZ'), []);
    assert.deepEqual(groupsOf('constructor'), []);
  });
});

describe('the members of a group', () => {
  const today = {
    LDC: 44,
    LLDC: 32,
    SIDS: 39,
    G77: 134,
    ArabStates: 22,
    BRICS: 10,
    ASEAN: 11,
    AfricanUnion: 55,
    CPLP: 9,
    CARICOM: 15,
    MERCOSUR: 5,
    OIC: 57,
  };
  for (const [group, count] of Object.entries(today)) {
    it(`are ${count} in ${group}`, () => {
      assert.equal(membersOf(group).length, count);
    });
  }

  it('are those of the year asked for', () => {
    assert.deepEqual([...membersOf('BRICS', 2010)].sort(), ['BR', 'CN', 'IN', 'RU']);
    assert.ok(membersOf('MERCOSUR', 2014).includes('VE') && !membersOf('MERCOSUR', 2020).includes('VE'));
    assert.deepEqual(membersOf('AfricanUnion', 1990), []);
    assert.deepEqual(membersOf('Atlantis'), []);
  });

  it('are there for every group, and each country but Antarctica has one region', () => {
    const regions = ['Africa', 'Asia', 'LatinAmericaCaribbean', 'Oceania', 'Europe', 'NorthernAmerica'];
    for (const group of countryGroups.entries.keys()) assert.ok(membersOf(group).length > 0, group);
    assert.equal(
      regions.reduce((sum, region) => sum + membersOf(region).length, 0),
      249,
    );
  });
});
