import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { houseOf, specimens } from '../../../tests/fixtures/house-of-specimens.ts';
import { webApp } from '../routes.ts';

let app: Hono;

before(async () => {
  app = webApp(await houseOf(specimens()), { publicAddress: '', cacheBytes: 1_000_000 });
});

async function bodyOf(address: string): Promise<string> {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return (await answer.text()).replaceAll('&amp;', '&');
}

test('a country page says what it gives and receives, with whom, since when, and leads to the records', async () => {
  const body = await bodyOf('/en/countries/BR');
  assert.match(body, /Since when: 1985 – 2022\./);
  assert.match(body, /<h2>Gives<\/h2><p class="big"><a href="\/en\/search\?provider=BR">\d+ records<\/a>/);
  assert.match(
    body,
    /<a href="\/en\/countries\/SN">Senegal<\/a><td class="num"><a href="\/en\/search\?flow=BR-SN">6<\/a>/,
  );
  assert.match(body, /<h2>Receives<\/h2><p class="soft">Nothing found/);
  assert.match(body, /Its organisations[\s\S]*?href="\/en\/organisation\/abc-brazil"/);
});

test('what the records of a country do not say is counted, and leads to these records', async () => {
  const body = await bodyOf('/en/countries/SN');
  assert.match(body, /<a href="\/en\/search\?country=SN&gap=sources">Sources<\/a><td class="num">6.of.6/);
  assert.match(await bodyOf('/en/search?country=SN&gap=sources'), /<b>6<\/b> results/);
});

test('a country that no record names says so', async () => {
  assert.match(await bodyOf('/en/countries/FJ'), /Nothing is known here about this country yet/);
});

test('the list has every country with records by region, and names those of the South without any', async () => {
  const body = await bodyOf('/fr/countries');
  assert.match(body, /<caption>Afrique[\s\S]*?>Sénégal<\/a><td class="num">–<td class="num">6/);
  const [, without = ''] = body.split('Pays du Sud qu’aucune fiche ne nomme encore');
  assert.match(without, />Fidji<\/a>/);
  assert.doesNotMatch(without, />Sénégal<|>Lettonie</);
});
