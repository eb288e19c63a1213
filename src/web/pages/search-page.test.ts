import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { houseOf, specimens } from '../../../tests/fixtures/house-of-specimens.ts';
import { webApp } from '../routes.ts';

let app: Hono;

before(async () => {
  app = webApp(await houseOf(specimens()), { publicAddress: '', cacheBytes: 1_000_000 });
});

async function bodyOf(query: string, path = '/en/search'): Promise<string> {
  const answer = await app.request(`${path}${query}`);
  assert.equal(answer.status, 200, query);
  return (await answer.text()).replaceAll('&amp;', '&');
}

function linksIn(body: string, start: string): readonly URL[] {
  return [...body.matchAll(/href="([^"]+)"/g)]
    .map(([, href = '']) => href)
    .filter((href) => href.startsWith(start))
    .map((href) => new URL(href, 'http://here'));
}

test('orders, views, pages and downloads keep the words and every filter', async () => {
  const body = await bodyOf('?q=water&provider=BR&provider=IN&sdg=6&sort=year&page=2');
  const kept = linksIn(body, '/en/search').filter(
    ({ searchParams, pathname }) =>
      pathname !== '/en/search' ||
      ['view', 'page'].some((name) => searchParams.has(name)) ||
      searchParams.get('sort') !== 'year',
  );
  const same = kept.filter(
    ({ searchParams }) =>
      searchParams.get('q') === 'water' &&
      searchParams.getAll('provider').join() === 'BR,IN' &&
      searchParams.get('sdg') === '6',
  );
  // 4 downloads, 3 other orders, 2 other views; one page back is the address without a page.
  assert.ok(same.length >= 9, String(same));
  for (const format of ['csv', 'xlsx', 'json', 'jsonl']) {
    assert.ok(
      same.some(
        ({ pathname, search }) =>
          pathname === `/en/search.${format}` &&
          search === '?q=water&provider=BR&provider=IN&sdg=6&sort=year',
      ),
      format,
    );
  }
});

test('the pager leads through all results, each once', async () => {
  const first = await bodyOf('?q=water&kind=activity');
  const next = linksIn(first, '/en/search').find(({ searchParams }) => searchParams.get('page') === '2');
  assert.equal(next?.search, '?q=water&kind=activity&page=2');
  const titles = (body: string) => linksIn(body, '/en/activity/').map(({ pathname }) => pathname);
  const all = [...titles(first), ...titles(await bodyOf(next?.search ?? ''))];
  assert.equal(all.length, 24);
  assert.equal(new Set(all).size, 24);
});

test('a filter that is on is a chip whose link takes off only it', async () => {
  const body = await bodyOf('?q=water&provider=BR&provider=IN&sdg=6');
  const chip = /<a class=x href="([^"]+)" aria-label="Remove filter: India">India<\/a>/.exec(body);
  assert.equal(chip?.[1], '/en/search?q=water&provider=BR&sdg=6');
  assert.match(body, /<a class=all href="\/en\/search\?q=water">Clear all<\/a>/);
});

test('counts beside a facet say what one more choice would give', async () => {
  const body = await bodyOf('?provider=IN');
  assert.match(body, /name=provider value="IN" checked>India<b>12<\/b>/);
  assert.match(body, /name=provider value="BR">Brazil<b>16<\/b>/);
  assert.match(body, /name=host value="ML">Mali<b>6<\/b>/);
});

test('the form of facets carries words, order and view, and filters that stand in no shown facet', async () => {
  const body = await bodyOf('?q=water&sort=oldest&view=table&country=SN&flow=BR-SN');
  const form = /<form id=filters[\s\S]*?<\/form>/.exec(body)?.[0] ?? '';
  assert.match(form, /<input type=hidden name="q" value="water">/);
  assert.match(form, /<input type=hidden name="sort" value="oldest">/);
  assert.match(form, /<input type=hidden name="view" value="table">/);
  assert.match(form, /name=country value="SN" checked/);
  assert.match(form, /name=flow value="BR-SN" checked>Brazil → Senegal/);
  const arabic = await (await app.request('/ar/search?flow=BR-SN')).text();
  assert.match(arabic, /value="BR-SN" checked>البرازيل ← السنغال/);
});

test('all values of a facet stand on a page of their own that keeps the other filters', async () => {
  const body = await bodyOf('?facet=year&provider=BR&q=water');
  for (let year = 2000; year < 2024; year += 2)
    assert.ok(body.includes(`name=year value="${year}"`), String(year));
  assert.match(body, /name=provider value="BR" checked/);
  assert.doesNotMatch(body, /name=provider value="IN"/);
  assert.ok(body.includes('href="/en/search?q=water&provider=BR">Back to the results'));
});

test('files of the results stand beside the views, and name the same question', async () => {
  const body = await bodyOf('?q=water&provider=BR');
  const views = /<div class=top>[\s\S]*?<div class=bar>/.exec(body)?.[0] ?? '';
  for (const format of ['xlsx', 'csv', 'json'])
    assert.ok(views.includes(`href="/en/search.${format}?q=water&provider=BR"`), format);
});

test('a practice says how many countries use it, large', async () => {
  assert.match(await bodyOf('?kind=practice'), /<p class=uses><b>\d+<\/b> countr(y uses|ies use) it/);
});

test('a name in the words is offered as a filter', async () => {
  const offered = linksIn(await bodyOf('?q=water+Senegal&sdg=6'), '/en/search').map(({ search }) => search);
  assert.ok(offered.includes('?q=water&sdg=6&country=SN'), offered.join(' '));
});

test('words that match are marked in title and passage, in forms other than typed too', async () => {
  const body = await bodyOf('?q=wells+projects');
  assert.match(body, /<mark>Wells<\/mark> and pumps/);
  assert.match(body, /Rural water <mark>project<\/mark>/);
});

test('values that stand for nothing are left out and named', async () => {
  const body = await bodyOf('?provider=XX&sdg=99&q=water');
  assert.match(body, /Not known here and left out: Shared by “XX”, Goal “99”/);
  assert.match(body, /<b>24<\/b>/);
});

test('an empty result offers what finds something', async () => {
  const filtered = await bodyOf('?q=water&provider=CN');
  assert.match(filtered, /href="\/en\/search\?q=water">Clear all<\/a> \(24 results\)/);
  const misspelt = await bodyOf('?q=milkbank');
  assert.match(misspelt, /Nothing found for “milkbank”/);
  assert.match(misspelt, /<a href="\/en\/search\?q=milk" dir=auto>milk<\/a> \([2-9] results\)/);
  const together = await bodyOf('?q=committees+pasteurisation');
  assert.match(together, /<a href="\/en\/search\?q=committees" dir=auto>committees<\/a> \(24 results\)/);
});

test('the table has a row for each result, the map a row for each pair', async () => {
  const table = await bodyOf('?q=water&view=table&provider=BR');
  assert.equal(table.match(/<th scope=row>/g)?.length, 12);
  const map = await bodyOf('?q=water&view=map&provider=BR');
  assert.match(map, /<svg class=map[^>]*role=img/);
  assert.match(map, /href="\/en\/search\?q=water&provider=BR&flow=BR-SN">6<\/a>/);
});

test('flows take the same filters as a search, and their file has the same pairs', async () => {
  const page = await bodyOf('?provider=IN', '/en/flows');
  assert.match(page, /href="\/en\/flows\.csv\?provider=IN"/);
  const answer = await app.request('/es/flows.csv?provider=IN');
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [head, ...rows] = bytes.toString('utf8', 3).split('\r\n');
  assert.match(head ?? '', /^from,[^,]+,to,[^,]+,records$/);
  assert.deepEqual(rows.sort(), ['', 'IN,India,ML,Malí,6', 'IN,India,TG,Togo,6']);
  assert.match(
    await bodyOf('?flow=IN-TG', '/en/flows'),
    /<td><a href="\/en\/countries\/TG">Togo<\/a><td class="num">/,
  );
});
