import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { langText } from '../kernel/lang-text.ts';
import { adopterRoles, participantRoles } from '../vocabulary/roles.ts';
import { codes } from './code.ts';
import { countries, country } from './country.ts';
import { type Participant, participants } from './participants.ts';

const field = participants({ roles: participantRoles });
const who = (country: string, role: string): Participant => ({ country, role });

test('each pair of who shares and who uses is a flow', () => {
  const items = [
    who('BR', 'provider'),
    who('DE', 'secondProvider'),
    who('MZ', 'recipient'),
    who('AO', 'recipient'),
  ];
  assert.deepEqual(field.facets(items), {
    provider: ['BR', 'DE'],
    host: ['MZ', 'AO'],
    flow: ['BR-MZ', 'BR-AO', 'DE-MZ', 'DE-AO'],
    circle: [],
  });
});

test('a country that gives and receives counts on both sides, and nothing flows to oneself', () => {
  assert.deepEqual(field.facets([who('IN', 'both'), who('BR', 'both')]), {
    provider: ['IN', 'BR'],
    host: ['IN', 'BR'],
    flow: ['IN-BR', 'BR-IN'],
    circle: [],
  });
  assert.deepEqual(field.facets([who('IN', 'both')]).flow, []);
});

test('three and more that all share and use are a circle; two that exchange, and who only gives or only takes, are not in it', () => {
  const forum = [
    who('TO', 'both'),
    who('FJ', 'both'),
    who('GW', 'both'),
    who('IT', 'provider'),
    who('PW', 'recipient'),
  ];
  const { circle, flow } = field.facets(forum);
  assert.deepEqual(circle, ['all', 'FJ-GW', 'FJ-TO', 'GW-TO']);
  const given = ['TO-PW', 'FJ-PW', 'GW-PW', 'IT-TO', 'IT-FJ', 'IT-GW', 'IT-PW'];
  assert.deepEqual(flow, given, 'among the circle nobody says who gave to whom');
});

test('adopters count as hosts; visitors, funders and helpers on no side', () => {
  const practice = participants({ roles: adopterRoles });
  assert.deepEqual(practice.facets([who('BR', 'provider'), who('CV', 'adopter'), who('PE', 'visitor')]), {
    provider: ['BR'],
    host: ['CV'],
    flow: ['BR-CV'],
    circle: [],
  });
  const { provider, host } = field.facets([who('FR', 'funding'), who('NO', 'supporter'), { country: 'ES' }]);
  assert.deepEqual([provider, host], [[], []]);
});

test('organisations without a country are found by name and counted on no side', () => {
  const items = [{ organisation: langText('pt', 'Fiocruz'), role: 'provider' }];
  assert.deepEqual(field.toWords(items), [{ lang: 'pt', text: 'Fiocruz' }]);
  assert.deepEqual(field.facets(items), { provider: [], host: [], flow: [], circle: [] });
});

test('a country counts once however often it is named, and no flow stands twice, leads to itself or stands for a circle', () => {
  const any = fc.array(
    fc.record({
      country: fc.constantFrom('BR', 'MZ', 'IN', 'SN'),
      role: fc.constantFrom(...participantRoles.entries.keys()),
    }),
  );
  fc.assert(
    fc.property(any, (items) => {
      const { provider = [], host = [], flow = [], circle = [] } = field.facets(items);
      for (const list of [provider, host, flow, circle]) assert.equal(new Set(list).size, list.length);
      const both = provider.filter((code) => host.includes(code));
      assert.equal(circle.length > 0, both.length >= 3);
      // Who shares and who uses are a flow, but for members of a circle, who are one of its pairs.
      const pairs = provider.flatMap((from) =>
        host.filter((to) => to !== from).map((to) => [from, to] as const),
      );
      const isCircle = ([from, to]: readonly [string, string]) =>
        circle.includes([from, to].sort().join('-'));
      assert.deepEqual(
        flow,
        pairs.filter((pair) => !isCircle(pair)).map((pair) => pair.join('-')),
      );
      for (const pair of pairs.filter(isCircle)) assert.ok(pair.every((code) => both.includes(code)));
    }),
  );
});

test('countries are read from cells by name in any language or by code; what is none stays as typed', () => {
  const read = countries().fromCells({ '': "Sénégal; السنغال;BRA; Côte d'Ivoire\nAtlantis" });
  assert.deepEqual(read, ['SN', 'SN', 'BR', 'CI', 'Atlantis']);
  assert.equal(country().fromCells({ '': '塞内加尔' }), 'SN');
});

test('codes are read from cells between semicolons, commas or line breaks', () => {
  assert.deepEqual(codes(participantRoles).fromCells({ '': ' provider, both;;recipient\n' }), [
    'provider',
    'both',
    'recipient',
  ]);
});
