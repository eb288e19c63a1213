import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { hostile, houseOf, specimens } from '../../../tests/fixtures/house-of-specimens.ts';
import { withoutData } from '../../../tests/fixtures/without-data.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { messagesOf } from '../../wording/messages.ts';
import { webApp } from '../routes.ts';
import { budget, weightOf } from './fitting.ts';

/** Every kind of page; those with odd content too. */
const addresses = [
  '/',
  '/about',
  '/search',
  '/search?q=water',
  '/search?q=%22water+committees%22&kind=activity&sort=oldest&page=2',
  '/search?provider=BR&provider=IN&view=table',
  '/search?view=map',
  '/search?facet=host&provider=BR',
  '/search?q=Senegal+milk',
  '/search?q=milkk&provider=XX',
  '/countries',
  '/countries/BR',
  '/countries/FJ',
  '/flows',
  '/flows?provider=IN&page=1',
  '/solved',
  '/solved?q=water+committees+in+villages&country=SN',
  '/solved?q=12345',
  '/how-matches-are-found',
  '/partners',
  '/partners?country=BR&wanted=recipient',
  '/partners?country=Nowhere&sector=999',
  '/activity/milk-banks',
  '/activity/milk-banks?all=1',
  '/activity/milk-banks/history',
  '/activity/milk-banks/compare?from=1&to=3',
  '/activity/hostile',
  '/activity/double',
  '/activity/gone',
  '/organisation/abc-brazil',
  '/practice/milk-practice',
  '/event/un-day-2019',
  '/source/message-2009',
];

let app: Hono;

before(async () => {
  app = webApp(await houseOf(specimens()), {
    publicAddress: 'https://southbridge.example',
    cacheBytes: 10_000_000,
    api: () => ({ tags: [], paths: {} }),
  });
});

async function bodyOf(address: string): Promise<string> {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return answer.text();
}

test('every page answers in every language within its budget, with its language, direction and one heading', async () => {
  for (const lang of interfaceLanguages) {
    for (const address of addresses) {
      const body = await bodyOf(`/${lang}${address}`);
      const weight = await weightOf(body);
      assert.ok(weight <= budget, `${lang}${address}: ${weight}`);
      assert.match(body, new RegExp(`<html lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>`), address);
      assert.equal(body.match(/<h1[\s>]/g)?.length, 1, `${lang}${address}`);
      assert.match(body, /<title>[^<]+<\/title><meta name=description content="[^"]+">/);
    }
  }
});

test('no page shows the key of a message or an undefined value', async () => {
  const families = new Set(Object.keys(messagesOf('en')).map((key) => key.split('.')[0]));
  const key = new RegExp(`>[^<]*\\b(${[...families].join('|')})\\.[a-z][A-Za-z.]+\\b[^<]*<`);
  for (const address of addresses) {
    const body = (await bodyOf(`/fr${address}`)).replace(/<style>[\s\S]*?<\/style>/, '');
    assert.doesNotMatch(body, key, address);
    assert.doesNotMatch(body, /undefined|\[object|NaN/, address);
  }
});

test('no page carries script, inline style, or content as markup', async () => {
  for (const address of addresses) {
    const body = withoutData(await bodyOf(`/en${address}`));
    assert.doesNotMatch(body, /<script|<img|\sstyle=|\son[a-z]+="/i, address);
  }
});

test('what came from outside stays text, wherever a page shows it', async () => {
  const escaped = '&lt;script&gt;alert(1)&lt;/script&gt;';
  for (const address of ['/activity/hostile', '/activity/hostile/history', '/search']) {
    assert.ok((await bodyOf(`/en${address}`)).includes(escaped), address);
  }
  assert.match(await bodyOf('/en/search?q=alert'), /&lt;script&gt;<mark>alert<\/mark>\(1\)&lt;\/script&gt;/);
  const asked = await bodyOf(
    `/en/search?q=${encodeURIComponent(hostile)}&provider=${encodeURIComponent(hostile)}`,
  );
  assert.doesNotMatch(withoutData(asked), /<script|<img/);
});

test('identifiers stand once on every page, and links within a page lead somewhere', async () => {
  for (const address of addresses) {
    const body = await bodyOf(`/en${address}`);
    const ids = [...body.matchAll(/\sid="?([\w-]+)/g)].map(([, id]) => id);
    assert.deepEqual(ids, [...new Set(ids)], address);
    for (const [, target] of body.matchAll(/href="?#([\w-]+)/g))
      assert.ok(ids.includes(target), `${address} #${target}`);
  }
});

test('every link within the house leads to a page, a file or a redirection', async () => {
  const seen = new Set<string>();
  for (const address of addresses) {
    for (const [, href = ''] of (await bodyOf(`/ar${address}`)).matchAll(/href="(\/[^"]*)"/g))
      seen.add(href.replaceAll('&amp;', '&'));
  }
  // Files are served by the data doors, which stand before these pages.
  const data =
    /^\/ar\/(search|solved|partners|countries\/[A-Z]{2}|activity\/[^/]+|organisation\/[^/]+|practice\/[^/]+|event\/[^/]+|source\/[^/]+)\.(csv|xlsx|json|jsonl|xml|rss|atom|feed\.json|ics)/;
  const lost: string[] = [];
  for (const href of seen) {
    if (data.test(href)) continue;
    const { status } = await app.request(href);
    if (status >= 400) lost.push(href);
  }
  assert.ok(seen.size > 200);
  assert.deepEqual(lost, []);
});

test('what is not there says so with 404 in the language of its address', async () => {
  for (const path of [
    '/nothing',
    '/activity/nobody',
    '/colour/red',
    '/countries/QQ',
    '/activity/milk-banks/compare?from=1&to=9',
  ]) {
    const answer = await app.request(`/ru${path}`);
    assert.equal(answer.status, 404, path);
    assert.ok((await answer.text()).includes(messagesOf('ru')['error.absent.title']), path);
  }
});

test('short addresses lead to the page they stand for', async () => {
  for (const [from, to] of [
    ['/', '/en/'],
    ['/fr', '/fr/'],
    ['/fr/organisations', '/fr/search?kind=organisation'],
    ['/fr/events', '/fr/search?kind=event'],
    ['/fr/countries/br', '/fr/countries/BR'],
    ['/language/ar?to=/flows', '/ar/flows'],
  ] as const) {
    assert.equal((await app.request(from)).headers.get('location'), to, from);
  }
});
