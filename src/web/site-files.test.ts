import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteFiles } from './site-files.ts';

test('the icon is a small picture that browsers keep', async () => {
  const answer = await siteFiles().request('/favicon.ico');
  assert.equal(answer.headers.get('content-type'), 'image/svg+xml');
  assert.match(answer.headers.get('cache-control') ?? '', /max-age=86400/);
  const picture = await answer.text();
  assert.ok(picture.startsWith('<svg') && picture.length < 700);
});

test('machines that read everything are asked to leave searches alone', async () => {
  const answer = await siteFiles().request('/robots.txt');
  assert.match(await answer.text(), /Disallow: \/\*\/search/);
});
