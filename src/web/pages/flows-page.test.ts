import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { houseOf, revision, specimens } from '../../../tests/fixtures/house-of-specimens.ts';
import { langText } from '../../kernel/lang-text.ts';
import { partners } from '../../operations/matching/partners.ts';
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

test('the matrix and the table say the same number for a pair, and both lead to its records', async () => {
  const body = await bodyOf('/en/flows');
  const [before = '', matrix = ''] = body.split('class="matrix"');
  const link = '<a href="/en/search?flow=BR-SN">6</a>';
  assert.ok(matrix.includes(link), 'the matrix');
  assert.ok(`${before}${matrix.split('</table>').slice(1).join('')}`.includes(link), 'the table');
  assert.match(await bodyOf('/en/search?flow=BR-SN'), /<b>6<\/b> results/);
});

test('the page says how pairs are counted, and that they do not add up to records', async () => {
  assert.match(await bodyOf('/en/flows'), /once for each pair/);
});

test('the pairs come as a table file, with the same numbers', async () => {
  const answer = await app.request('/en/flows.csv');
  assert.match(answer.headers.get('content-type') ?? '', /text\/csv/);
  assert.match(await answer.text(), /BR.*SN.*6/);
});

test('a search narrows the flows', async () => {
  const body = await bodyOf('/en/flows?provider=BR');
  assert.ok(body.includes('flow=BR-SN'));
  assert.doesNotMatch(body, /flow=(?!BR)[A-Z]{2}-[A-Z]{2}/);
});

test('a forum in which all share and use is not drawn as flows from each to each; the page says how many such there are, why, and which', async () => {
  const forum = revision('activity', 'forum-of-islands', {
    title: langText('en', 'Forum of small islands'),
    participants: ['FJ', 'TO', 'WS'].map((country) => ({ country, role: 'both' })),
  });
  const house = await houseOf([...specimens(), forum]);
  const pages = webApp(house, { publicAddress: '', cacheBytes: 1_000_000 });
  const read = async (address: string) =>
    (await (await pages.request(address)).text()).replaceAll('&amp;', '&');
  const body = await read('/en/flows?kind=activity');
  assert.doesNotMatch(body, /flow=(FJ|TO|WS)-(FJ|TO|WS)/);
  assert.match(body, /1 record has no pairs here among three countries or more that all share and use/);
  assert.ok(body.includes('href="/en/search?kind=activity&circle=all"'));
  const found = await read('/en/search?kind=activity&circle=all');
  assert.match(found, /<b>1<\/b> result[\s\S]*Forum of small islands/);
  assert.match(await read('/fr/flows.csv'), /Dans 1 fiche, aucune paire/);
  assert.doesNotMatch(await bodyOf('/en/flows'), /circle=/, 'where there is none nothing is said');

  const { already } = await partners(house, { country: 'FJ', wanted: 'provider' });
  const together = already.map(({ country }) => country);
  assert.deepEqual(together, ['TO', 'WS'], 'for suggestions of partners they work together already');
});
