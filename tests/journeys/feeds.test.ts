import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import Parser from 'rss-parser';
import { langText } from '../../src/kernel/lang-text.ts';
import type { Office } from '../../src/operations/house.ts';
import { hostile, houseOf, revision, specimens } from '../fixtures/house-of-specimens.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';

// Feeds as a reader of feeds has them, parsed by somebody else's parser.

let office: Office;
let app: Hono;

before(async () => {
  const many = Array.from({ length: 70 }, (_, n) =>
    revision('practice', `many-${n}`, { title: langText('ar', `آبار ${n}`), originCountries: ['SN'] }),
  );
  office = await houseOf([...many, ...specimens()]);
  app = joinedDoors(office);
});
after(() => office.log.close());

interface JsonFeed {
  readonly feed_url: string;
  readonly next_url?: string;
  readonly language: string;
  readonly items: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly date_modified: string;
  }[];
}

const parser = new Parser<object, { id: string; guid: string }>({ customFields: { item: ['id'] } });

async function text(address: string): Promise<string> {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return answer.text();
}

test('the three forms tell the same records, with the same ids, addresses and dates', async () => {
  const json = JSON.parse(await text('/en/search.feed.json?q=water')) as JsonFeed;
  const expected = json.items.map(({ id, url, title, date_modified }) => [id, url, title, date_modified]);
  assert.equal(expected.length, 24);
  for (const form of ['rss', 'atom']) {
    const { items } = await parser.parseString(await text(`/en/search.${form}?q=water`));
    const got = items.map((item) => [
      form === 'rss' ? item.guid : item.id,
      item.link,
      item.title,
      item.isoDate,
    ]);
    assert.deepEqual(got, expected, form);
  }
});

test('a feed says its own address and language, and leads to the page for people', async () => {
  const rss = await text('/ar/search.rss?q=water&country=SN');
  assert.match(
    rss,
    /<atom:link rel="self" type="application\/rss\+xml" href="http:\/\/localhost\/ar\/search\.rss\?q=water&amp;country=SN"\/>/,
  );
  assert.match(rss, /<language>ar<\/language>/);
  assert.match(rss, /<link>http:\/\/localhost\/ar\/search\?q=water&amp;country=SN<\/link>/);
  assert.match(rss, /<guid isPermaLink="false">urn:uuid:[0-9a-f-]{36}<\/guid>/);
  assert.match(rss, /<pubDate>\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT<\/pubDate>/);
});

test('a long feed comes in pages that lead on and lose nothing', async () => {
  const ids: string[] = [];
  let pages = 0;
  for (let next: string | undefined = '/ar/search.feed.json?kind=practice'; next !== undefined; pages += 1) {
    const feed = JSON.parse(await text(next)) as JsonFeed;
    ids.push(...feed.items.map(({ id }) => id));
    next = feed.next_url?.replace('http://localhost', '');
  }
  assert.equal(pages, 2);
  assert.equal(new Set(ids).size, 71);
  const atom = await text('/ar/search.atom?kind=practice');
  assert.match(
    atom,
    /<link rel="next" type="application\/atom\+xml" href="[^"]*kind=practice&amp;page=2"\/>/,
  );
  assert.match(atom, /<title xml:lang="ar">آبار 69<\/title>/);
});

test('a country has a feed of its own; what is no country has none', async () => {
  const { items, title } = await parser.parseString(await text('/fr/countries/MZ.atom'));
  assert.match(title ?? '', /Mozambique/);
  assert.equal(items.length, 2);
  assert.equal((await app.request('/fr/countries/QQ.atom')).status, 404);
});

test('whoever has it is not sent it again until something is told', async () => {
  const first = await app.request('/en/search.atom');
  const etag = first.headers.get('etag') ?? '';
  const modified = first.headers.get('last-modified') ?? '';
  for (const headers of [{ 'if-none-match': etag }, { 'if-modified-since': modified }] as Record<
    string,
    string
  >[]) {
    const again = await app.request('/en/search.atom', { headers });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
  }
  const older = new Date(Date.parse(modified) - 1_000).toUTCString();
  assert.equal(
    (await app.request('/en/search.atom', { headers: { 'if-modified-since': older } })).status,
    200,
  );
  assert.equal(
    (await app.request('/en/search.atom', { headers: { 'if-none-match': '"other"' } })).status,
    200,
  );
});

test('who asks by date hears of a withdrawal too', async () => {
  const before = await app.request('/en/search.rss?q=water');
  const since = before.headers.get('last-modified') ?? '';
  const at = '2026-11-21T11:00:00.000Z';
  const withdrawn = {
    type: 'withdrawn',
    recordId: 'water-3',
    register: 'activity',
    post: 'intake',
    at,
  } as const;
  await office.log.append([{ kind: 'event', event: withdrawn }]);
  const after = await app.request('/en/search.rss?q=water', { headers: { 'if-modified-since': since } });
  assert.equal(after.status, 200);
  assert.equal((await after.text()).split('<item>').length, 24);
});

test('hostile words stay words, and odd questions are answered', async () => {
  const { items } = await parser.parseString(await text('/en/search.rss?q=alert'));
  assert.ok(items.some(({ title }) => title === hostile));
  assert.doesNotMatch(await text('/en/search.rss?q=alert'), /<script|<img/);
  for (const query of [
    `q=${'x'.repeat(7_000)}`,
    'page=20224&page=2',
    'country=%00%ff',
    'q=%ff%fe',
    'sdg=1'.repeat(300),
  ])
    for (const form of ['rss', 'atom', 'feed.json']) await text(`/en/search.${form}?${query}`);
});

test('pages name their feeds and calendars in the head and for people, and every one of them is there', async () => {
  for (const page of ['/ar/', '/ar/search?q=water', '/ar/search?kind=event', '/ar/countries/BR']) {
    const html = await text(page);
    const alternates = [...html.matchAll(/<link rel=alternate type="([^"]+)" href="([^"]+)">/g)];
    const forms = alternates.filter(([, type = '']) => /rss|atom|feed|calendar/.test(type));
    assert.equal(forms.length, 4, page);
    for (const [, type = '', href = ''] of forms) {
      const answer = await app.request(href.replaceAll('&amp;', '&'));
      assert.equal(answer.headers.get('content-type'), `${type}; charset=utf-8`, href);
    }
    if (page === '/ar/') continue;
    for (const [, , href = ''] of forms.filter(([, type]) => type !== 'text/calendar'))
      assert.ok(html.includes(`<a href="${href}"`), href);
    assert.match(html, /<a href="webcal:\/\/localhost:8040\/ar\/[^"]+\.ics/);
  }
});
