import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { Fault, type FaultCode, faultMeanings } from '../kernel/fault.ts';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { acceptedLanguage } from '../wording/accepted-language.ts';
import { anyErrorResponse, notFoundResponse } from './errors.ts';
import { toHome, toLanguage } from './negotiate.ts';
import { security } from './security.ts';

const app = new Hono();
app.use(security);
app.get('/', toHome);
app.get('/language/:lang', toLanguage);
app.get('/:lang/fault/:code', (c) => {
  // The test names only codes that exist.
  throw new Fault(c.req.param('code') as FaultCode, { got: '<b>x</b>', right: 'y' });
});
app.get('/:lang/crash', () => {
  throw new Error('secret inside');
});
app.notFound(notFoundResponse);
app.onError((error, c) => anyErrorResponse(error, c));
const where = async (path: string, headers: Record<string, string> = {}) =>
  (await app.request(path, { headers })).headers.get('location');

test('the first page is in the language that was chosen, else asked for, else English', async () => {
  assert.equal(await where('/'), '/en/');
  assert.equal(await where('/', { 'accept-language': 'de, pt-BR;q=0.8, fr;q=0.9' }), '/fr/');
  assert.equal(await where('/', { 'accept-language': 'fr', cookie: 'lang=ar' }), '/ar/');
  assert.equal(await where('/', { cookie: 'lang=xx' }), '/en/');
  assert.equal(acceptedLanguage('zh-Hant-TW'), 'zh');
  assert.equal(acceptedLanguage('fr;q=0, *'), undefined);
});

test('following a language remembers it and stays on the page', async () => {
  const answer = await app.request('/language/ru?to=/search%3Fq%3D%25D9%2585%26kind%3Devent');
  assert.equal(answer.headers.get('location'), '/ru/search?q=%D9%85&kind=event');
  assert.match(
    answer.headers.get('set-cookie') ?? '',
    /^lang=ru; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax/,
  );
});

test('no language link leads out of the house', async () => {
  for (const to of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/a\r\nset-cookie: x=y',
    'x',
    '',
    '/é',
  ]) {
    assert.equal(await where(`/language/fr?to=${encodeURIComponent(to)}`), '/fr/', to);
  }
  assert.equal(await where('/language/xx?to=/flows'), '/en/flows');
});

test('every answer forbids script, foreign content and frames', async () => {
  for (const path of ['/', '/en/nothing', '/en/crash']) {
    const { headers } = await app.request(path);
    assert.match(
      headers.get('content-security-policy') ?? '',
      /default-src 'none'; style-src ('sha256-[^']+' ?)+; .*frame-ancestors 'none'/,
    );
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  }
});

test('a page that is not there says so in the language of its address', async () => {
  for (const lang of interfaceLanguages) {
    const answer = await app.request(`/${lang}/nothing`);
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), new RegExp(`^<!doctype html><html lang=${lang} `));
  }
});

test('every fault has its status and its words, and what was sent stays text', async () => {
  const right = {
    absent: 404,
    conflict: 409,
    refused: 400,
    tooLarge: 413,
    tooMany: 429,
    forbidden: 403,
    broken: 503,
  };
  for (const [code, meaning] of Object.entries(faultMeanings)) {
    const answer = await app.request(`/fr/fault/${code}`);
    assert.equal(answer.status, right[meaning], code);
    assert.doesNotMatch(await answer.text(), /<b>x/);
  }
  assert.equal(
    (await app.request('/en/fault/revisionMoved', { headers: { 'if-match': '"1"' } })).status,
    412,
  );
});

test('what breaks unforeseen tells readers nothing of the inside', async () => {
  const answer = await app.request('/es/crash');
  assert.equal(answer.status, 500);
  const text = await answer.text();
  assert.doesNotMatch(text, /secret/);
  assert.match(text, /Algo falló/);
});
