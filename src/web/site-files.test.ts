import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteFiles } from './site-files.ts';

test('the icon is a small picture that browsers keep', async () => {
  const answer = await siteFiles('').request('/favicon.ico');
  assert.equal(answer.headers.get('content-type'), 'image/svg+xml');
  assert.match(answer.headers.get('cache-control') ?? '', /max-age=86400/);
  const picture = await answer.text();
  assert.ok(picture.startsWith('<svg') && picture.length < 700);
});

test('machines that read everything are asked to leave searches alone', async () => {
  const answer = await siteFiles('').request('/robots.txt');
  assert.match(await answer.text(), /Disallow: \/\*\/search\?/);
});

test('a node that knows its own address says where its pages are listed', async () => {
  const said = async (address: string) => (await siteFiles(address).request('/robots.txt')).text();
  assert.match(await said('https://node.example'), /^Sitemap: https:\/\/node\.example\/sitemap\.xml$/m);
  assert.doesNotMatch(await said(''), /Sitemap/);
});
