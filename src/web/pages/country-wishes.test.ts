import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { agreed, answered, asked } from '../../../tests/fixtures/asking.ts';
import { textOf } from '../../../tests/fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { released } from '../../../tests/fixtures/wells.ts';
import { countryCounts, countryProfile } from '../../operations/country-profile.ts';
import { webApp } from '../routes.ts';

// Brazil shares wells with Senegal; besides, Senegal asks for something, and Brazil answers.

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  app = webApp(office, { publicAddress: '', cacheBytes: 1_000_000 });
  await asked(office, 'pipes');
  await answered(office, 'focal-br', 'engineers', 'pipes');
  await agreed(office, 'focal-sn', 'engineers');
});

const open = async (address: string) => (await textOf(await app.request(address))).replaceAll('&amp;', '&');

test('a country that has only asked has received nothing, and stands in the list all the same', async () => {
  const { total, gives, receives, gaps } = await countryProfile(office, 'SN', 'en');
  assert.deepEqual([total, gives.total, receives.total, gaps], [2, 0, 0, []]);
  const body = await open('/en/countries');
  assert.match(body, />Senegal<\/a><td class="num">–<td class="num">–/);
  const counts = await countryCounts(office);
  assert.deepEqual(counts.receives, []);
  assert.deepEqual(counts.named.map(({ value }) => value).toSorted(), ['BR', 'SN']);
});

test('what a country receives is counted without its needs and their answers, and leads to just these records', async () => {
  await released(office, 'wells', {
    participants: [
      { country: 'BR', role: 'provider' },
      { country: 'SN', role: 'recipient' },
    ],
  });
  const body = await open('/en/countries/SN');
  assert.match(body, /3 records name this country/);
  const way = /<h2>Receives<\/h2><p class="big"><a href="([^"]+)">1 record<\/a>/.exec(body)?.[1] ?? '';
  assert.equal(way, '/en/search?host=SN&kind=activity');
  assert.match(await open(way), /<b>1<\/b> result/);
});

test('what is missing is counted of the same records: nothing that only needs are asked for', async () => {
  const body = await open('/en/countries/SN');
  const [, missing = ''] = body.split('So many of these records do not say:');
  const [rows = ''] = missing.split('</table>');
  assert.match(rows, /gap=sdgs&kind=activity">[^<]*<\/a><td class="num">1.of.1/);
  assert.doesNotMatch(rows, /gap=reason|gap=languages/);
});
