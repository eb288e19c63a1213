import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { english, smallHouse, written } from '../../tests/fixtures/small-house.ts';
import { collect } from './collect.ts';
import { count } from './count.ts';
import { countryProfile } from './country-profile.ts';
import { type FindRequest, find, lastPage } from './find.ts';
import { flows } from './flows.ts';
import type { House } from './house.ts';
import { overview } from './overview.ts';

const between = (from: string, to: string) => [
  { country: from, role: 'provider' },
  { country: to, role: 'recipient' },
];

function asked(words: string, more: Partial<FindRequest> = {}): FindRequest {
  return {
    words,
    lang: 'en',
    filters: {},
    sort: words === '' ? 'newest' : 'best',
    page: 1,
    pageSize: 10,
    ...more,
  };
}

const records = [
  written('milk', {
    title: english('Human milk banks'),
    participants: between('BR', 'MZ'),
    dates: { start: '2014' },
  }),
  written('salt', {
    title: english('Iodised salt'),
    participants: between('IN', 'SN'),
    sectors: ['12240'],
    dates: { start: '2010' },
  }),
  written('rice', {
    title: english('Rice for Senegal'),
    participants: [...between('BR', 'SN'), { country: 'CN', role: 'both' }],
  }),
  written(
    'desk',
    { title: english('Cooperation desk'), country: 'SN', contacts: [{ person: 'Canarybird' }] },
    { register: 'organisation' },
  ),
  written('gone', { title: english('Counted twice'), participants: between('BR', 'MZ') }),
];

describe('a small house', () => {
  let house: House;
  before(async () => {
    house = await smallHouse();
    await house.log.append(records);
    const base = { recordId: 'gone', register: 'activity', post: 'x', at: '2024-05-06T00:00:00.000Z' };
    await house.log.append([{ kind: 'event', event: { ...base, type: 'withdrawn', into: 'milk' } }]);
  });
  const found = async (words: string, more: Partial<FindRequest> = {}) =>
    (await find(house, asked(words, more))).records.map(({ id }) => id);

  test('finds by words, newest first without words, and nothing withdrawn', async () => {
    assert.deepEqual(await found('milk'), ['milk']);
    assert.deepEqual(await found(''), ['desk', 'rice', 'salt', 'milk']);
    assert.deepEqual(await found('twice'), []);
  });

  test('finds by filters of several facets: one value of each must hold', async () => {
    assert.deepEqual(await found('', { filters: { host: ['SN', 'MZ'], provider: ['BR'] } }), [
      'rice',
      'milk',
    ]);
    assert.deepEqual(await found('', { filters: { flow: ['IN-SN'] } }), ['salt']);
    assert.deepEqual(await found('', { filters: { host: ['nowhere'] } }), []);
  });

  test('offers a name in the words as a filter, and marks what matched', async () => {
    const { recognised, terms } = await find(house, asked('rice Senegal'));
    assert.deepEqual(recognised, [{ facet: 'country', code: 'SN', typed: 'Senegal', rest: 'rice' }]);
    assert.ok(terms.has('rice'));
  });

  test('counts pages, and keeps a page number within reason', async () => {
    const two = await find(house, asked('', { pageSize: 3, page: 2 }));
    assert.deepEqual([two.total, two.pages, two.page, two.records.length], [4, 2, 2, 1]);
    assert.equal((await find(house, asked('', { page: 1e9 }))).page, lastPage);
    assert.equal((await find(house, asked('nothing at all'))).pages, 1);
  });

  test('never shows contacts and never finds by them', async () => {
    assert.deepEqual(await found('Canarybird'), []);
    const all = await find(house, asked(''));
    assert.equal(JSON.stringify(all.records).includes('Canarybird'), false);
    for await (const record of collect(house, asked(''))) assert.equal('contacts' in record.values, false);
  });

  test('gives all records of a search for a download, in its order, or the first so many', async () => {
    const ids = async (limit?: number) => {
      const got: string[] = [];
      for await (const { id } of collect(
        house,
        asked('', { sort: 'newest' }),
        limit === undefined ? {} : { most: limit },
      ))
        got.push(id);
      return got;
    };
    assert.deepEqual(await ids(), ['desk', 'rice', 'salt', 'milk']);
    assert.deepEqual(await ids(2), ['desk', 'rice']);
  });

  test('counts without records', async () => {
    const counts = await count(house, { host: ['SN'] }, ['provider', 'kind']);
    assert.equal(counts.total, 2);
    assert.deepEqual(counts.facets.kind, [{ value: 'activity', count: 2 }]);
    assert.deepEqual(counts.facets.provider?.map(({ value }) => value).sort(), ['BR', 'CN', 'IN']);
  });

  test('says who shares with whom: a record counts once for each of its pairs', async () => {
    const { pairs, records: all } = await flows(house, {});
    assert.equal(all, 4);
    const written = pairs.map(({ from, to, count: n }) => `${from}-${to} ${n}`);
    assert.deepEqual(written.sort(), ['BR-CN 1', 'BR-MZ 1', 'BR-SN 1', 'CN-SN 1', 'IN-SN 1']);
  });

  test('says of a country what it gives and receives, with whom, since when, and what its records lack', async () => {
    const { total, gives, receives, years, gaps, organisations, newest } = await countryProfile(
      house,
      'SN',
      'en',
    );
    assert.equal(total, 3);
    // The organisation with its seat there counts as giving, without a partner.
    assert.deepEqual([gives.total, gives.partners], [1, []]);
    assert.deepEqual(receives.partners.map(({ value }) => value).sort(), ['BR', 'CN', 'IN']);
    assert.deepEqual(receives.sectors, [{ value: '122', count: 1 }]);
    assert.deepEqual(years, [{ value: '2010', count: 1 }]);
    assert.ok(gaps.some(({ value, count: n }) => value === 'sources' && n === 3));
    assert.deepEqual(
      organisations.map(({ id }) => id),
      ['desk'],
    );
    assert.deepEqual(
      newest.map(({ id }) => id),
      ['desk', 'rice', 'salt'],
    );
  });

  test('a country that nobody names has an empty profile', async () => {
    const { total, gives, receives, newest } = await countryProfile(house, 'ZW', 'en');
    assert.deepEqual([total, gives.total, receives.total, newest], [0, 0, 0, []]);
  });

  test('says what is in the house, and as of when', async () => {
    const all = await overview(house, 'en');
    assert.equal(all.total, 4);
    assert.deepEqual(all.kinds, [
      { value: 'activity', count: 3 },
      { value: 'organisation', count: 1 },
    ]);
    assert.equal(all.countries, 5);
    assert.equal(all.asOf, '2024-01-02T03:04:05.000Z');
    assert.equal(all.newest[0]?.id, 'desk');
  });
});

test('an empty house says that it is empty', async () => {
  const all = await overview(await smallHouse(), 'en');
  assert.deepEqual(all, { total: 0, kinds: [], countries: 0, newest: [], flows: [] });
});
