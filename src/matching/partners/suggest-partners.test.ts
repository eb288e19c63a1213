import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { gapsOf } from './gaps.ts';
import type { Link } from './links.ts';
import { partnerPoints } from './partner-weights.ts';
import { suggestPartners } from './suggest-partners.ts';

const link = (from: string, to: string, count = 1): Link => ({ from, to, count });

const links = [link('BR', 'MZ', 3), link('BR', 'AO'), link('CU', 'AO'), link('DO', 'BD'), link('BR', 'CV')];

describe('partners for a country', () => {
  it('never are those that already work with it in the sector', () => {
    const found = suggestPartners({ country: 'MZ', wanted: 'provider', links, all: links });
    assert.deepEqual(found.map(({ country }) => country).sort(), ['CU', 'DO']);
  });

  it('are named first when countries with the same partners work with them', () => {
    const [first] = suggestPartners({ country: 'MZ', wanted: 'provider', links, all: links });
    assert.equal(first?.country, 'CU');
    assert.deepEqual(first?.others, ['AO']);
  });

  it('count a shared language, sub-region and nearness only where they are shared', () => {
    const found = suggestPartners({ country: 'GW', wanted: 'provider', links, all: links });
    const brazil = found.find(({ country }) => country === 'BR');
    assert.deepEqual(brazil?.languages, ['pt']);
    assert.equal(brazil?.sameSubRegion, false);
    assert.ok((brazil?.kilometres ?? 0) > 3000);
  });

  it('are not made by a circle in which everybody shares and uses: its members work together, that is all', () => {
    const circle = ['AO', 'CV', 'GW'].flatMap((from) =>
      ['AO', 'CV', 'GW'].map((to) => ({ from, to, count: 1, inCircle: 1 })),
    );
    const all = [...links, ...circle, { from: 'AO', to: 'CV', count: 2, inCircle: 1 }];
    const of = (country: string) => suggestPartners({ country, wanted: 'provider', links: all, all });
    const found = of('MZ');
    assert.deepEqual(
      found
        .map(({ country, inSector }) => [country, inSector])
        .filter(([code]) => code !== 'CU' && code !== 'DO'),
      [['AO', 1]],
    );
    assert.ok(!of('GW').some(({ country }) => country === 'AO'), 'they are together already');
  });

  it('may be looked for the other way: who could use what a country has', () => {
    const found = suggestPartners({ country: 'CU', wanted: 'recipient', links, all: links });
    assert.deepEqual(found.map(({ country }) => country).sort(), ['BD', 'CV', 'MZ']);
  });

  it('never have more points than their factors, nor any factor more than it can give', () => {
    const codes = fc.constantFrom('BR', 'MZ', 'AO', 'CU', 'IN', 'BD', 'CV', 'ZZ');
    const some = fc.array(fc.record({ from: codes, to: codes, count: fc.integer({ min: 1, max: 50 }) }), {
      maxLength: 30,
    });
    const most = Object.values(partnerPoints).reduce((sum, points) => sum + points, 0);
    fc.assert(
      fc.property(some, codes, (all, country) => {
        for (const { points, factors, country: other } of suggestPartners({
          country,
          wanted: 'provider',
          links: all,
          all,
        })) {
          assert.notEqual(other, country);
          assert.ok(points >= 0 && points <= most);
          for (const one of factors) assert.ok(one.points >= 0 && one.points <= one.of + 1e-9);
        }
      }),
    );
  });
});

describe('gaps', () => {
  it('name who is silent in a sector, and who wants something and has few partners', () => {
    const needs = new Map([
      ['CV', 2],
      ['AO', 1],
      ['TL', 4],
    ]);
    const gaps = gapsOf({ wanted: 'provider', links, all: links }, ['BR', 'CU', 'MZ', 'AO', 'TL'], needs);
    assert.deepEqual(gaps.silent, ['MZ', 'AO', 'TL']);
    assert.deepEqual(
      gaps.wanting.map(({ country, partners }) => [country, partners]),
      [
        ['TL', 0],
        ['CV', 1],
        ['AO', 2],
      ],
    );
  });

  it('name who has done such things and stands in nobody’s first ten', () => {
    const many = Array.from({ length: 12 }, (_, at) => link(`A${at}`, 'MZ', 20));
    const { neverNamed } = gapsOf(
      { wanted: 'provider', links: [...many, link('XX', 'AO')], all: many },
      ['TL'],
      new Map(),
    );
    assert.ok(neverNamed.includes('XX'));
    assert.equal(neverNamed.length, 3);
  });
});
