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
