import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countries } from './countries.ts';
import { beltOf, factsOfCountry, kilometresBetween } from './country-facts.ts';
import { membersOf } from './country-groups.ts';
import { incomeGroups, latitudeBelts, peopleBands } from './country-likeness.ts';
import { subRegions } from './sub-regions.ts';

const codes = [...countries.entries.keys()];

describe('facts of countries', () => {
  it('name only what the lists name', () => {
    for (const code of codes) {
      const { subRegion, income, people } = factsOfCountry(code);
      const belt = beltOf(code);
      for (const [list, value] of [
        [subRegions, subRegion],
        [incomeGroups, income],
        [peopleBands, people],
        [latitudeBelts, belt],
      ] as const)
        assert.ok(value === undefined || list.entries.has(value), `${code}: ${list.name} ${value}`);
    }
  });

  it('are whole for all members of the Group of 77', () => {
    for (const code of membersOf('G77')) {
      const { subRegion, capital, people } = factsOfCountry(code);
      assert.ok(subRegion !== undefined && capital !== undefined && people !== undefined, code);
    }
    const silent = membersOf('G77').filter((code) => factsOfCountry(code).languages === undefined);
    assert.deepEqual(silent, []);
  });

  it('have capitals on the globe, no language twice', () => {
    for (const code of codes) {
      const { capital, languages = [] } = factsOfCountry(code);
      assert.equal(new Set(languages).size, languages.length, code);
      if (capital === undefined) continue;
      assert.ok(Math.abs(capital[0]) <= 180 && Math.abs(capital[1]) <= 90, code);
    }
  });

  it('say what neighbours share: Senegal and Mali are of Western Africa, tropical, French-speaking', () => {
    const [senegal, mali] = [factsOfCountry('SN'), factsOfCountry('ML')];
    assert.equal(senegal.subRegion, '011');
    assert.equal(mali.subRegion, '011');
    assert.equal(beltOf('SN'), 'tropical');
    assert.deepEqual(senegal.languages, ['fr']);
    assert.equal(beltOf('UY'), 'subtropical');
    assert.equal(beltOf('MN'), 'temperate');
  });
});

describe('distance', () => {
  it('is that of the globe: Dakar to Bamako some 1,050 km, Brasília to Maputo some 8,300 km, the same both ways', () => {
    assert.ok(Math.abs((kilometresBetween('SN', 'ML') ?? 0) - 1050) < 60, `${kilometresBetween('SN', 'ML')}`);
    assert.ok(
      Math.abs((kilometresBetween('BR', 'MZ') ?? 0) - 8300) < 100,
      `${kilometresBetween('BR', 'MZ')}`,
    );
    assert.equal(kilometresBetween('BR', 'MZ'), kilometresBetween('MZ', 'BR'));
    assert.equal(kilometresBetween('SN', 'SN'), 0);
  });

  it('of a place nobody knows is not known', () => {
    assert.equal(kilometresBetween('SN', 'ZZ'), undefined);
    assert.deepEqual(factsOfCountry('ZZ'), { code: 'ZZ' });
    assert.equal(beltOf('ZZ'), undefined);
  });
});
