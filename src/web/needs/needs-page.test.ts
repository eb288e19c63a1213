import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { agreed, answered, asked } from '../../../tests/fixtures/asking.ts';
import { textOf } from '../../../tests/fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { webApp } from '../routes.ts';

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  app = webApp(office, { publicAddress: '', cacheBytes: 1_000_000 });
});

const open = async (address: string) => textOf(await app.request(address));

test('where nobody has asked for anything, the list says that no need is open, and speaks of no filters', async () => {
  const body = await open('/en/needs');
  assert.match(body, /<h2>No need is open for answers now\.<\/h2>/);
  assert.doesNotMatch(body, /fits these filters|0 needs|state=agreed"/);
});

test('where all needs are over, the list leads to them, with how many there are', async () => {
  await asked(office, 'pipes');
  await answered(office, 'focal-br', 'engineers', 'pipes');
  await agreed(office, 'focal-sn', 'engineers', 'whole');
  assert.match(
    await open('/en/needs'),
    /No need is open for answers now\.<\/h2><p class=note><a href="\/en\/needs\?state=agreed">Agreed: 1<\/a>/,
  );
  assert.match(await open('/fr/needs'), /Aucun besoin n’attend de réponse[\s\S]*\/fr\/needs\?state=agreed/);
  assert.match(await open('/en/needs?state=agreed'), /<h2>1 need<\/h2>/);
});

test('whoever has chosen filters is told that nothing fits them', async () => {
  const body = await open('/en/needs?state=open&country=SN');
  assert.match(body, /<h2>0 needs<\/h2>[\s\S]*No need fits these filters/);
});
