import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { houseOf, revision } from '../../../tests/fixtures/house-of-specimens.ts';
import { langText } from '../../kernel/lang-text.ts';
import { countryProfile } from '../../operations/country-profile.ts';
import type { Office } from '../../operations/house.ts';
import { countries } from '../../vocabulary/countries.ts';
import { webApp } from '../routes.ts';
import { budget, weightOf } from './fitting.ts';

// Fiji meets Tonga and Samoa in two forums, Vanuatu in one; Cuba shares with Fiji alone, and with the second forum.

let house: Office;
let app: Hono;

const forum = (id: string, members: readonly string[], others: readonly object[] = []) =>
  revision('activity', id, {
    title: langText('en', `Forum ${id}`),
    participants: [...members.map((country) => ({ country, role: 'both' })), ...others],
  });

before(async () => {
  const cuba = { country: 'CU', role: 'provider' };
  house = await houseOf([
    forum('islands', ['FJ', 'TO', 'WS']),
    forum('oceans', ['FJ', 'TO', 'VU', 'WS'], [cuba]),
    revision('activity', 'clinics', {
      title: langText('en', 'Clinics'),
      participants: [cuba, { country: 'FJ', role: 'recipient' }],
    }),
  ]);
  app = webApp(house, { publicAddress: '', cacheBytes: 1_000_000 });
});

const open = async (address: string, of: Hono = app) =>
  (await (await of.request(address)).text()).replaceAll('&amp;', '&');

test('the other members of its forums are counted by records, whichever comes first in the alphabet', async () => {
  const { circle, gives, receives } = await countryProfile(house, 'TO', 'en');
  assert.deepEqual(circle, {
    total: 2,
    members: [
      { value: 'FJ', count: 2 },
      { value: 'WS', count: 2 },
      { value: 'VU', count: 1 },
    ],
  });
  assert.deepEqual([gives.partners, receives.partners], [[], [{ value: 'CU', count: 1 }]]);
});

test('who only shares with a forum is no member of it', async () => {
  assert.deepEqual((await countryProfile(house, 'CU', 'en')).circle, { total: 0, members: [] });
  assert.doesNotMatch(await open('/en/countries/CU'), /In forums/);
});

test('a country page names the members of its forums, and each number leads to just these records', async () => {
  const [, section = ''] = (await open('/en/countries/FJ')).split('<h2>In forums</h2>');
  const all = /^<p class="big"><a href="([^"]+)">2 records<\/a>/.exec(section)?.[1] ?? '';
  assert.match(await open(all), /<b>2<\/b> results/);
  const rows = section.split('</table>')[0] ?? '';
  const names = [...rows.matchAll(/\/en\/countries\/(..)"/g)].map(([, code]) => code);
  assert.deepEqual(names, ['TO', 'WS', 'VU']);
  const [, vanuatu = ''] = /<a href="([^"]+)">1<\/a>/.exec(rows) ?? [];
  assert.match(await open(vanuatu), /<b>1<\/b> result[\s\S]*Forum oceans/);
});

test('of a large forum all members are named as far as the page stays light, the first in the table', async () => {
  const members = [...countries.entries.keys()].slice(0, 60);
  const [first = ''] = members;
  const many = webApp(await houseOf([forum('world', members)]), { publicAddress: '', cacheBytes: 1_000_000 });
  const page = await open(`/ar/countries/${first}`, many);
  assert.ok((await weightOf(page)) <= budget);
  const [, rest = ''] = page.split('<details><summary>47 ');
  const [named = ''] = rest.split('</details>');
  assert.equal(named.match(/\/ar\/countries\//g)?.length, members.length - 1 - 12);
});
