import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from '../../../tests/fixtures/browser.ts';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import { webApp } from '../routes.ts';

async function reader() {
  const office = await smallOffice();
  const app = webApp(office, { publicAddress: office.publicAddress, cacheBytes: 0 });
  const accountId = office.actors['clerk-sn'].account;
  const secret = await office.accounts.letter({ purpose: 'unsubscribe', accountId }, 60 * 24 * 60);
  const wants = async () => (await office.accounts.find(accountId))?.digest;
  return { office, app, wants, address: `/fr/unsubscribe?secret=${secret}`, accountId };
}

test('looking at the page changes nothing; its button ends the weekly letter', async () => {
  const { app, wants, address } = await reader();
  const browser = openBrowser(app);
  const page = await browser.open(address);
  assert.match(page.body, /Arrêter la lettre hebdomadaire/);
  assert.equal(await wants(), true);
  assert.match((await browser.post(address, {})).body, /La lettre hebdomadaire est arrêtée/);
  assert.equal(await wants(), false);
});

test('a mail program ends it by itself, with no session, from anywhere, and as often as it likes (RFC 8058)', async () => {
  const { app, wants, address } = await reader();
  for (const origin of ['https://mail.example', 'null']) {
    const answer = await openBrowser(app).post(address, { 'List-Unsubscribe': 'One-Click' }, { origin });
    assert.equal(answer.status, 200);
    assert.equal(await wants(), false);
  }
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  assert.equal((await app.request(address, { method: 'POST', body })).status, 200, 'some send it in parts');
});

test('a secret that was made for something else ends nothing', async () => {
  const { office, app, wants, accountId } = await reader();
  const other = await office.accounts.letter({ purpose: 'signIn', accountId }, 15);
  for (const secret of [other, 'made-up', '']) {
    const answer = await openBrowser(app).post(`/en/unsubscribe?secret=${secret}`, {});
    assert.equal(answer.status, 400);
    assert.match(answer.body, /expired or was used already/);
  }
  assert.equal(await wants(), true);
});
