import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { PageCache } from './cache.ts';
import { cached, encodingFor, keyOf } from './cached.ts';

function house(cache = new PageCache()) {
  let rendered = 0;
  let during = () => {};
  const app = new Hono();
  app.get(
    '/en/:page',
    cached(cache, async (c) => {
      rendered += 1;
      await Promise.resolve();
      during();
      if (c.req.param('page') === 'gone') return c.text('gone', 404);
      const body = `${c.req.param('page')} ${'text '.repeat(200)}`;
      return {
        body,
        contentType: 'text/html; charset=utf-8',
        tags: c.req.param('page') === 'list' ? ['*'] : ['r1'],
      };
    }),
  );
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
  return {
    cache,
    get,
    count: () => rendered,
    during: (act: () => void) => {
      during = act;
    },
  };
}

test('a page is rendered once, also for readers who ask at the same time', async () => {
  const { get, count } = house();
  const answers = await Promise.all([get('/en/a?x=1&b=2'), get('/en/a?b=2&x=1'), get('/en/a?x=1&b=2')]);
  await get('/en/a?x=1&b=2');
  assert.equal(count(), 1);
  for (const answer of answers) assert.equal((await answer.text()).slice(0, 6), 'a text');
});

test('a page is given in the encoding that the reader takes', async () => {
  const { get } = house();
  const plain = await (await get('/en/a')).text();
  const br = await get('/en/a', { 'accept-encoding': 'gzip, br' });
  assert.equal(br.headers.get('content-encoding'), 'br');
  assert.equal(brotliDecompressSync(await br.arrayBuffer()).toString(), plain);
  const gzip = await get('/en/a', { 'accept-encoding': 'gzip, br;q=0' });
  assert.equal(gzip.headers.get('content-encoding'), 'gzip');
  assert.equal(gunzipSync(await gzip.arrayBuffer()).toString(), plain);
  assert.equal(gzip.headers.get('vary'), 'Accept-Encoding');
  assert.deepEqual(['*', 'identity', undefined, 'BR', 'gzip;q=0.5'].map(encodingFor), [
    'br',
    'identity',
    'identity',
    'br',
    'gzip',
  ]);
});

test('a reader who has the page already is told so with 304 and no body', async () => {
  const { get } = house();
  const etag = (await get('/en/a')).headers.get('etag') ?? '';
  for (const asked of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
    const answer = await get('/en/a', { 'if-none-match': asked });
    assert.equal(answer.status, 304, asked);
    assert.equal(await answer.text(), '');
  }
  assert.equal((await get('/en/a', { 'if-none-match': '"other"' })).status, 200);
});

test('a change of a record drops the pages that show it and every list, and no other', async () => {
  const { cache, get, count } = house();
  await get('/en/a');
  await get('/en/list');
  cache.purge([]);
  cache.purge(['r2']);
  await get('/en/a');
  assert.equal(count(), 2);
  await get('/en/list');
  assert.equal(count(), 3);
  cache.purge(['r1']);
  assert.equal(cache.get('/en/a'), undefined);
  assert.equal(cache.get('/en/list'), undefined);
  assert.equal(cache.size, 0);
  assert.equal(cache.bytes, 0);
});

test('a list may last a while though records change; then, and on another day at once, it is made anew', async () => {
  let now = 0;
  const { cache, get, count } = house(new PageCache({ listsLastMs: 1_000, clock: () => now }));
  cache.startDay('2026-11-21');
  await get('/en/list');
  now = 999;
  cache.purge(['r2']);
  await get('/en/list');
  assert.equal(count(), 1);
  now = 1_000;
  await get('/en/list');
  assert.equal(count(), 2);
  now = 60_000;
  await get('/en/list');
  assert.equal(count(), 2, 'nothing has changed since');
  cache.purge(['r2']);
  await get('/en/list');
  assert.equal(count(), 3);
  cache.startDay('2026-11-22');
  await get('/en/list');
  assert.equal(count(), 4);
});

test('a list that took so long that it is outdated when made is given but not kept', async () => {
  let now = 0;
  const { cache, get, during } = house(new PageCache({ listsLastMs: 1_000, clock: () => now }));
  during(() => {
    cache.purge(['r2']);
    now += 1_500;
  });
  assert.equal((await get('/en/list')).status, 200);
  assert.equal(cache.size, 0);
});

test('a page made while a record changed is given but not kept', async () => {
  const { cache, get, during } = house();
  during(() => cache.purge(['r1']));
  assert.equal((await get('/en/a')).status, 200);
  assert.equal(cache.size, 0);
});

test('with another day every page is made anew: they speak of days', async () => {
  const { cache, get, count } = house();
  cache.startDay('2026-11-21');
  await get('/en/a');
  cache.startDay('2026-11-21');
  await get('/en/a');
  assert.equal(count(), 1);
  cache.startDay('2026-11-22');
  assert.equal(cache.bytes, 0);
  await get('/en/a');
  assert.equal(count(), 2);
});

test('answers that are not pages pass through and are not kept', async () => {
  const { cache, get } = house();
  assert.equal((await get('/en/gone')).status, 404);
  assert.equal(cache.size, 0);
});

test('the cache never holds more bytes than it may, and what was read last stays', async () => {
  const { cache, get } = house(new PageCache({ capacity: 20_000 }));
  for (let i = 0; i < 100; i += 1) {
    await get(`/en/a?i=${i}`);
    await get('/en/kept');
    await get('/en/kept', { 'accept-encoding': 'gzip' });
    assert.ok(cache.bytes <= 20_000);
  }
  assert.ok(cache.size > 5);
  assert.notEqual(cache.get('/en/kept'), undefined);
});

test('what is kept holds no memory beside its own bytes, in either encoding', async () => {
  const { cache, get } = house();
  await get('/en/a', { 'accept-encoding': 'gzip' });
  const kept = cache.get('/en/a');
  for (const bytes of [kept?.br, kept?.gzip]) {
    assert.ok(bytes !== undefined && bytes.length > 0);
    assert.equal(bytes.buffer.byteLength, bytes.length);
  }
});

test('a page that many read is compressed once more', async () => {
  const { cache, get } = house();
  for (let i = 0; i < 31; i += 1) await get('/en/a');
  const before = cache.bytes;
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(cache.bytes <= before);
  assert.equal((await (await get('/en/a')).text()).slice(0, 6), 'a text');
});

test('the key of a page is its path and its parameters in order', () => {
  assert.equal(keyOf('http://h/en/search?q=b&kind=a'), '/en/search?kind=a&q=b');
  assert.equal(keyOf('http://h/en/'), '/en/');
  assert.notEqual(keyOf('http://h/en/search?q=a%26kind'), keyOf('http://h/en/search?q=a&kind'));
});
