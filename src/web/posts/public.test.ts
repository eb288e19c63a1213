import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { released } from '../../../tests/fixtures/desk-records.ts';
import { english } from '../../../tests/fixtures/small-house.ts';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import { visiting } from '../../../tests/fixtures/visiting.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { relieve } from '../../operations/posts/appoint.ts';
import { changePost, openPost } from '../../operations/posts/keep-post.ts';
import { countries } from '../../vocabulary/countries.ts';

test('everybody reads which office speaks for a country and how to reach it, and no person', async () => {
  const office = await smallOffice();
  const profile = {
    kind: 'focalPoint',
    country: 'SN',
    title: english('Agency'),
    languages: ['fr', 'en'],
    responseDays: 21,
    contact: 'office@example.sn',
  } as const;
  await changePost(office, 'node', 'focal-sn', profile);
  const { read } = visiting(office);
  for (const path of ['/en/focal-points', '/en/focal-points/SN']) {
    const page = await read(undefined, path);
    assert.match(page, /Agency[\s\S]*office@example\.sn[\s\S]*French and English[\s\S]*within 21 days/);
    assert.doesNotMatch(page, /Person of|focal-sn@example/);
  }
});

test('a change of posts shows at once, also to readers who are served from the cache', async () => {
  const office = await smallOffice();
  const { read } = visiting(office);
  assert.doesNotMatch(await read(undefined, '/en/focal-points'), /Vacant/);
  await relieve(office, 'node', 'focal-mz', office.actors['focal-mz'].account);
  assert.match(await read(undefined, '/en/focal-points'), /Mozambique[\s\S]*Vacant/);
});

test('a name stands there as long as the person agrees, also for readers who are served from the cache', async () => {
  const office = await smallOffice();
  const { read, send } = visiting(office);
  const person = { name: 'Awa Diop', language: 'fr' };
  const page = () => read(undefined, '/en/focal-points');
  assert.doesNotMatch(await page(), /Awa Diop/);
  await send('focal-sn', '/en/account', { ...person, nameShown: 'yes' });
  assert.match(await page(), /Awa Diop/);
  await send('focal-sn', '/en/account', person);
  assert.doesNotMatch(await page(), /Awa Diop/);
});

test('groupings stand on a page of their own: since when, by which document, in which languages, or that it is not known', async () => {
  const office = await smallOffice();
  const { read } = visiting(office);
  assert.match(await read(undefined, '/en/focal-points'), /href="\/en\/groupings"/);
  const page = await read(undefined, '/en/groupings');
  assert.match(
    page,
    /asean\.org\/?">ASEAN<\/a><br>[\s\S]*?8 August 1967<br><small>ASEAN Declaration, Bangkok<br>/,
  );
  assert.match(page, /article 34 \(20 November 2007\)<\/small><td>English/);
  assert.match(page, />Mano River Union<\/a><br>[\s\S]*?not known here/);
  assert.match(await read(undefined, '/fr/groupings'), /Traité d[^<]*Asunción/);
});

test('who has not answered is named with the number of requests, without a word of blame', async () => {
  const office = await smallOffice();
  await released(office, 'wells', 'Wells', 'KE');
  office.clock.set('2024-12-01T00:00:00.000Z');
  const { read } = visiting(office);
  const page = await read(undefined, '/en/focal-points');
  assert.match(page, /Kenya<\/a><td class=num>1<td class=num>1<td>6 May 2024/);
  assert.match(page, /without a focal point<\/h3>[\s\S]*Kenya/);
  assert.match(page, /Silence is no judgement/);
  assert.match(await read(undefined, '/en/focal-points/KE'), /No office speaks for this country/);
});

test('with a focal point in every country the page still fits into the first 13,000 bytes', async () => {
  const office = await smallOffice();
  for (const country of countries.entries.keys()) {
    if (['SN', 'BR', 'MZ'].includes(country)) continue;
    const title = english(`Directorate-General for International Co-operation ${country}`);
    const contact = `cooperation@example.${country.toLowerCase()}`;
    const profile = { kind: 'focalPoint', country, title, languages: ['en', 'fr'], contact } as const;
    await openPost(office, 'node', { ...profile, responseDays: 30 });
  }
  const { read } = visiting(office);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  for (const lang of interfaceLanguages) {
    const page = await read(undefined, `/${lang}/focal-points`);
    assert.ok(brotliCompressSync(page, quality).byteLength <= 13_000, lang);
  }
});

test('a focal point attaches a reservation to a label, everybody reads it, and it alone lifts it', async () => {
  const office = await smallOffice();
  const { read, send, get } = visiting(office);
  const found = await read('focal-sn', '/en/reservations/new?label=water+supply');
  assert.match(found, /value="sector\/140"/);
  const typed = { post: 'focal-sn', on: 'sector/140', 'ltext.fr': 'Réserve du Sénégal' };
  assert.equal((await send('focal-sn', '/en/reservations', typed)).status, 303);
  const list = await read(undefined, '/en/reservations');
  assert.match(list, /Senegal[\s\S]*Water supply[\s\S]*lang="fr" dir=ltr>Réserve du Sénégal/);
  assert.doesNotMatch(list, /<form method=post/);
  const [{ id: reservation } = { id: '' }] = office.board.reservations();
  const lift = { post: 'focal-br', reservation };
  assert.equal((await send('focal-br', '/en/reservations/lift', lift)).status, 404);
  assert.match(await read('focal-sn', '/en/reservations'), /Lift/);
  await send('focal-sn', '/en/reservations/lift', { post: 'focal-sn', reservation });
  assert.match(await read(undefined, '/en/reservations'), /No country has made a reservation yet/);
  assert.equal((await get('clerk-sn', '/en/reservations/new')).status, 403);
});

test('a reservation on a word has a form in each language, and none without a text is taken', async () => {
  const office = await smallOffice();
  const { send, read } = visiting(office);
  const typed = { post: 'focal-sn', 'form.en': 'donor', 'form.fr': 'donateur' };
  const empty = await send('focal-sn', '/en/reservations', typed);
  assert.equal(empty.status, 400);
  assert.match(await empty.text(), /value="donor"/);
  await send('focal-sn', '/en/reservations', { ...typed, 'wtext.en': 'We say partner.' });
  assert.match(await read(undefined, '/fr/reservations'), /donateur[\s\S]*We say partner\./);
});
