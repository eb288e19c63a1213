import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { signedIn, textOf, type Visiting } from '../../../tests/fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { released } from '../../../tests/fixtures/wells.ts';
import { webApp } from '../routes.ts';

let office: SmallOffice;
let app: Hono;
let senegal: Visiting;

before(async () => {
  office = await smallOffice();
  app = webApp(office, { publicAddress: '', cacheBytes: 1_000_000 });
  senegal = await signedIn(app, office, 'focal-sn');
  await released(office, 'wells', { contacts: [{ person: 'Awa Marker' }] });
});

const why = { because: 'left', extent: 'all', sure: '1' };
const at = (step = '') => `/en/activity/wells${step}`;

test('the record’s page leads to the page of erasing, which says what it does and asks twice', async () => {
  const record = await senegal.open(at());
  assert.match(record.body, /Awa Marker/);
  assert.match(record.body, /href="\/en\/activity\/wells\/erase\?post=focal-sn"/);
  const page = await senegal.open(at('/erase?post=focal-sn'));
  assert.match(page.body, /taken out of the record, its whole history, and the next backups/);
  assert.match(page.body, /<option value="contacts"[\s\S]*<option value="earlier"/);
  const unsaid = await senegal.press(page, '/erase', { sure: '1' });
  assert.equal(unsaid.status, 400);
  assert.match(
    unsaid.body,
    /id="because:said">Choose one of the list/,
    'neither why nor how far is chosen before',
  );
  const again = await senegal.press(page, '/erase', { because: 'left', extent: 'all' });
  assert.equal(again.status, 400);
  assert.match(again.body, /Tick that you know that it cannot be undone/);
  assert.match(again.body, /<option value="left" selected>/);
  assert.match(JSON.stringify(await office.log.history('wells')), /Awa Marker/);
});

test('ticked, it is done: neither the record nor its history says it any more, nor how to erase it again', async () => {
  const done = await senegal.press(await senegal.open(at('/erase?post=focal-sn')), '/erase', why);
  assert.equal(done.status, 200);
  assert.doesNotMatch(done.body, /Awa Marker/);
  const history = await textOf(await app.request(at('/history')));
  assert.match(history, /What stood in “Contacts” was erased/);
  assert.doesNotMatch(JSON.stringify(await office.log.since(0, 1_000)), /Awa Marker/);
  const twice = await senegal.press(await senegal.open(at('/erase?post=focal-sn')), '/erase', why);
  assert.equal(twice.status, 404);
  assert.match(twice.body, /Nothing is said there that could be erased/);
});
