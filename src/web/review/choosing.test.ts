import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { answered, asked, stateOf } from '../../../tests/fixtures/asking.ts';
import { released } from '../../../tests/fixtures/desk-records.ts';
import { signedIn, textOf, type Visiting } from '../../../tests/fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { webApp } from '../routes.ts';

// What a step tells others is chosen by a person: no form begins with an answer to its own question.

let office: SmallOffice;
let app: Hono;
let senegal: Visiting;

before(async () => {
  office = await smallOffice();
  app = webApp(office, { publicAddress: '', cacheBytes: 1_000_000 });
  senegal = await signedIn(app, office, 'focal-sn');
  await asked(office, 'pipes');
  await answered(office, 'focal-br', 'from-brazil', 'pipes');
});

const declining = '/en/match/from-brazil/decline';

test('an answer is declined for no reason that nobody chose; what was typed stays', async () => {
  const page = await senegal.open(declining);
  assert.match(
    page.body,
    /<select id="because" name="because"><option value="">Choose<option value="notFitting">/,
  );
  const reason = 'We have found somebody nearer.';
  const again = await senegal.press(page, '/decline', { reason });
  assert.equal(again.status, 400);
  assert.match(
    again.body,
    /<p class=error id="because:said">Choose a reason: the other side reads it\.<select id="because" name="because" aria-describedby="because:said" aria-invalid=true/,
  );
  assert.match(again.body, new RegExp(reason));
  assert.equal(stateOf(office, 'from-brazil')?.answers['SN']?.state, 'asked');
});

test('with a reason it is declined, and the other side reads that reason and no other', async () => {
  const page = await senegal.open(declining);
  const done = await senegal.press(page, '/decline', { because: 'otherChosen', reason: 'Nearer by.' });
  assert.equal(done.status, 200);
  assert.equal(stateOf(office, 'from-brazil')?.answers['SN']?.because, 'otherChosen');
  const why = /Reason \(Senegal\): Another answer was chosen<br><span dir=auto>Nearer by\./;
  const address = '/en/match/from-brazil';
  assert.match((await (await signedIn(app, office, 'focal-br')).open(address)).body, why);
  const mozambique = (await (await signedIn(app, office, 'focal-mz')).open(address)).body;
  const everybody = await textOf(await app.request(address));
  for (const body of [mozambique, everybody]) {
    assert.match(body, /Senegal declined/);
    assert.doesNotMatch(body, /Another answer was chosen|Nearer by/);
  }
});

test('a dispute begins with no field; going on without one says so', async () => {
  await released(office, 'wells', 'Wells of the valley');
  const brazil = await signedIn(app, office, 'focal-br');
  const { body } = await brazil.open('/en/activity/wells/dispute');
  assert.match(body, /<select id="field" name="field"><option value="">Choose</);
  const again = await brazil.open('/en/activity/wells/dispute?field=');
  assert.match(again.body, /id="field:said">Choose one of the list: nothing is chosen yet\./);
});

test('an organisation is given a record by choosing it, where there is more than one', async () => {
  const page = await senegal.open('/en/need/pipes/entrust');
  assert.match(page.body, /<select id="organisation" name="organisation"><option value="">Choose</);
  const again = await senegal.press(page, '/entrust');
  assert.match(again.body, /id="organisation:said">Choose one of the list/);
  const brazil = await signedIn(app, office, 'focal-br');
  const { body } = await brazil.open('/en/match/from-brazil/entrust');
  assert.match(body, /<option value="">Choose<option value="Instituto do Leite" selected>/);
});
