import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { houseOf, revision, specimens } from '../../../tests/fixtures/house-of-specimens.ts';
import { langText } from '../../kernel/lang-text.ts';
import { follow } from '../../operations/follow.ts';
import type { Office } from '../../operations/house.ts';
import { webApp } from '../routes.ts';
import { budget, weightOf } from './fitting.ts';

let house: Office;
let app: Hono;

before(async () => {
  house = await houseOf(specimens());
  app = webApp(house, { publicAddress: 'https://southbridge.example', cacheBytes: 1_000_000 });
});

async function bodyOf(address: string): Promise<string> {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return (await answer.text()).replaceAll('&amp;', '&');
}

test('a record says what it is, who shares with whom, who stands behind it, and every field under its label', async () => {
  const body = await bodyOf('/en/activity/milk-banks');
  assert.match(body, /<p class="kind activity"><b>Activity<\/b><span>2010<\/span>/);
  assert.match(body, /<span>Brazil<\/span><span class=arc>[\s\S]*?<span>Angola, Mozambique<\/span>/);
  assert.match(body, /Observed by a third party, not confirmed by the countries/);
  for (const label of [
    'Summary',
    'Modality',
    'Who takes part',
    'Sectors',
    'When',
    'Quantities',
    'Money',
    'Where',
    'Links',
    'Documents',
    'Related',
    'Sources',
  ]) {
    assert.ok(body.includes(`<dt>${label}<dd>`), label);
  }
  assert.match(body, /<link rel=canonical href="https:\/\/southbridge\.example\/en\/activity\/milk-banks">/);
  assert.match(body, /<link rel=alternate type="application\/json" href="\/en\/activity\/milk-banks\.json">/);
});

test('a citation keeps title, number and address in their own direction, whatever the page has', async () => {
  const arabic = await bodyOf('/ar/practice/milk-practice');
  const address = 'https://southbridge.example/ar/practice/milk-practice';
  const cited = new RegExp(
    `<p class=note>«<bdi lang="en" dir=ltr>[^<]+</bdi>». Southbridge، [^<]+<bdi>milk-practice</bdi>، [^<]+<bdi>${address}</bdi>`,
  );
  assert.match(arabic, cited);
  assert.match(await bodyOf('/en/activity/milk-banks'), /<p class=note>“<bdi>[^<]+<\/bdi>”\. Southbridge, /);
});

test('fields stand in the order in which one reads: the story, the facts at a glance, the grounds', async () => {
  const body = await bodyOf('/en/activity/milk-banks');
  const labels = [...body.matchAll(/<dt>([^<]+)<dd>/g)].map(([, label = '']) => label);
  const wanted = ['Summary', 'Who takes part', 'Quantities', 'Money', 'When', 'Modality', 'Where', 'Sources'];
  assert.deepEqual(
    labels.filter((label) => wanted.includes(label)),
    wanted,
  );
  assert.equal(labels.at(-1), 'In other languages');
  const glance = /<aside aria-label="At a glance">[\s\S]*?<\/aside>/.exec(body)?.[0] ?? '';
  assert.match(glance, /<dt>Modality<dd>/);
  assert.doesNotMatch(glance, /<dt>(Summary|Sources)<dd>/);
});

test('figures lead to their source by its number', async () => {
  const body = await bodyOf('/en/activity/milk-banks');
  assert.match(body, /<b>30<\/b> litres [\s\S]*?<a href="#s1">source 1<\/a>/);
  assert.match(body, /<li id=s1>1\. <a href="https:\/\/example\.org\/report"[^>]*>Cooperation report<\/a>/);
  assert.match(body, /<li id=s2>2\. [\s\S]*?cited there, not read by us/);
});

test('who said it, from which file and place, stands with the revision and the way to its history', async () => {
  const body = await bodyOf('/en/activity/water-1');
  assert.match(
    body,
    /Revision 1 · 20 November 2026[\s\S]*?Starter collection[\s\S]*?said by UNDP[\s\S]*?from activities\.jsonl, line 1/,
  );
  assert.match(body, /href="\/en\/activity\/water-1\/history">History<\/a> \(1 revision\)/);
  assert.match(await bodyOf('/es/activity/water-1'), /activities\.jsonl, línea 1/);
});

test('the citation names title, house, record, revision, day and the public address', async () => {
  const body = await bodyOf('/en/activity/milk-banks');
  const cited =
    '“Human milk banks in Angola, Cabo Verde and Mozambique”. Southbridge, activity milk-banks, revision 3, 21 November 2026. https://southbridge.example/en/activity/milk-banks';
  assert.ok(body.replaceAll(/<\/?bdi>/g, '').includes(cited));
  assert.match(body, /<bdi>https:\/\/southbridge\.example\/en\/activity\/milk-banks<\/bdi>/);
});

test('fields not yet verified are called as people call them', async () => {
  assert.match(
    await bodyOf('/fr/activity/water-1'),
    /<dt>Champs non encore vérifiés<dd>[\s\S]*?<bdi>Titre<\/bdi>[\s\S]*?<bdi>the year<\/bdi>/,
  );
});

test('a reference into a register that this house does not keep stands there by its identifier', async () => {
  assert.match(await bodyOf('/en/activity/water-2'), /a-fund/);
});

test('what a good record has and this one lacks is named', async () => {
  const body = await bodyOf('/en/activity/double');
  assert.match(
    body,
    /A good record also has: Summary, Modality, Sectors, Sustainable Development Goals, When, Sources/,
  );
  assert.match(await bodyOf('/en/activity/milk-banks'), /Nothing that a good record has is missing/);
});

test('a possible double is shown with what speaks for it', async () => {
  const body = await bodyOf('/en/activity/double');
  assert.match(body, /Possibly the same[\s\S]*?href="\/en\/activity\/milk-banks">[\s\S]*?alike in: Title/);
});

test('a withdrawn record keeps its address, says why and what takes its place, and stays out of search engines', async () => {
  const body = await bodyOf('/en/activity/gone');
  assert.match(
    body,
    /Withdrawn on 20 November 2026[\s\S]*?Counted twice\.[\s\S]*?href="\/en\/activity\/milk-banks"/,
  );
  assert.match(body, /<meta name=robots content=noindex>/);
  assert.match(await bodyOf('/en/activity/gone/history'), /<h2>Withdrawn<\/h2>/);
});

test('an organisation shows records whose texts name it, and says how they were found', async () => {
  const body = await bodyOf('/en/organisation/abc-brazil');
  assert.match(body, /Found by a search for its name in the texts/);
  assert.match(body, /<ul class=plain>[\s\S]*?href="\/en\/activity\/milk-banks"/);
});

test('text in another language is marked with it', async () => {
  assert.match(
    await bodyOf('/ar/activity/water-1'),
    /<h1><span lang="en" dir=ltr>Rural water project 2<\/span><\/h1>/,
  );
  assert.match(
    await bodyOf('/en/activity/milk-banks'),
    /<span lang="ar" dir=rtl>بنوك حليب الأم في أنغولا<\/span>/,
  );
});

test('the history lists every revision and event, newest first, each with the way to what changed', async () => {
  const body = await bodyOf('/en/activity/milk-banks/history');
  const order = [...body.matchAll(/<h2>Revision (\d)<\/h2>/g)].map(([, number]) => number);
  assert.deepEqual(order, ['3', '2', '1']);
  assert.match(body, /href="\/en\/activity\/milk-banks\/compare\?from=1&to=2"/);
  assert.match(body, /Reason: <span dir="auto">The rooms are new\.<\/span>/);
});

test('two revisions are compared in words: texts word by word, lists entry by entry', async () => {
  const body = await bodyOf('/en/activity/milk-banks/compare?from=1&to=3');
  assert.match(body, /equipment and <del>adapted<\/del><ins>new<\/ins> rooms/);
  assert.match(body, /<del>2 |<del>Zero hunger/);
  assert.match(body, /<ins>Partnerships for the goals|<ins>17/);
  assert.match(body, /1 entry unchanged/);
  assert.match(body, /<option value="1" selected>[\s\S]*<option value="3" selected>/);
  assert.match(await bodyOf('/en/activity/milk-banks/compare?from=2&to=2'), /Nothing changed\./);
});

test('a record too large for a first view is cut openly and whole at ?all=1', async () => {
  const word = () => Math.random().toString(36).slice(2, 9);
  const text = Array.from({ length: 9_000 }, word).join(' ');
  const participants = Array.from({ length: 400 }, () => ({
    organisation: langText('en', word()),
    role: 'implementing',
  }));
  const values = { title: langText('en', 'A large record'), summary: langText('en', text), participants };
  await house.log.append([revision('activity', 'large', values)]);
  const first = await bodyOf('/en/activity/large');
  assert.ok((await weightOf(first)) <= budget);
  assert.match(first, /href="\/en\/activity\/large\?all=1">Show all</);
  const whole = await bodyOf('/en/activity/large?all=1');
  assert.ok(whole.includes(text) && whole.includes(participants.at(-1)?.organisation.texts['en'] ?? '?'));
  assert.doesNotMatch(whole, /all=1">Show all</);
});

test('a page is kept until a record that it shows changes', async () => {
  const etagOf = async (address: string) => (await app.request(address)).headers.get('etag');
  const [record, other] = [await etagOf('/en/activity/water-2'), await etagOf('/en/activity/water-3')];
  const [list, home] = [await etagOf('/en/search?q=spring'), await etagOf('/en/')];
  const title = langText('en', 'Spring protection');
  await house.log.append([revision('activity', 'water-2', { title }, { number: 2 })]);
  await follow(house);
  assert.notEqual(await etagOf('/en/activity/water-2'), record);
  assert.equal(await etagOf('/en/activity/water-3'), other);
  assert.notEqual(await etagOf('/en/search?q=spring'), list);
  assert.notEqual(await etagOf('/en/'), home);
});
