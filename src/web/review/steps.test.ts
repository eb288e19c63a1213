import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { signedIn, textOf, type Visiting } from '../../../tests/fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { actOn, drafted, observed, released, stateOf, submitted } from '../../../tests/fixtures/wells.ts';
import { release } from '../../operations/review/release.ts';
import { webApp } from '../routes.ts';

let office: SmallOffice;
let app: Hono;
let senegal: Visiting;
let brazil: Visiting;

before(async () => {
  office = await smallOffice();
  app = webApp(office, { publicAddress: '', cacheBytes: 1_000_000 });
  senegal = await signedIn(app, office, 'focal-sn');
  brazil = await signedIn(app, office, 'focal-br');
});

const at = (id: string, step = '') => `/en/activity/${id}${step === '' ? '' : `/${step}`}`;
const everybody = async (path: string) => textOf(await app.request(path));

test('a step on a record that moved meanwhile is refused: the page says what happened, and leads back', async () => {
  await released(office, 'moved');
  const early = await brazil.open(at('moved'));
  await drafted(office, 'moved', { by: 'focal-sn', identifier: 'SN-1' });
  await release(office, office.actors['focal-sn'], actOn(office, 'moved'));
  const late = await brazil.press(early, '/confirm');
  assert.equal(late.status, 409);
  assert.match(late.body, /Somebody acted on this record in the meantime[\s\S]*<li>Released: revision 2/);
  assert.match(late.body, /href="\/en\/activity\/moved">Back to the record/);
  assert.equal(stateOf(office, 'moved').answers['BR']?.state, 'asked');
});

test('what was typed for a step survives its refusal, and counts when sent once more', async () => {
  await submitted(office, 'typed');
  const early = await senegal.open(at('typed', 'return'));
  await drafted(office, 'typed', { identifier: 'SN-2' });
  const remark = { 'remark.0.field': 'dates', 'remark.0.text': 'Since when?' };
  const late = await senegal.press(early, '/return', remark);
  assert.equal(late.status, 409);
  assert.match(late.body, /<option value="dates" selected>[\s\S]*Since when\?<\/textarea>/);
});

test('a return asks for more rows without losing those that were typed', async () => {
  await submitted(office, 'rows');
  const page = await senegal.open(at('rows', 'return'));
  const more = await senegal.press(page, '/return', { 'remark.2.text': 'Say more.', more: '1' });
  assert.equal(more.status, 200);
  assert.equal(more.body.match(/<textarea/g)?.length, 4);
  assert.match(more.body, /Say more\.<\/textarea>/);
});

test('a second dispute keeps what the country disputed before', async () => {
  await released(office, 'twice');
  await brazil.press(await brazil.open(at('twice', 'dispute?field=summary')), '/dispute', {
    note: 'Not so.',
  });
  await brazil.press(await brazil.open(at('twice', 'dispute?field=identifier')), '/dispute', {
    identifier: 'BR-7',
  });
  const body = await everybody(at('twice'));
  assert.match(
    body,
    /<th scope=row>Summary[\s\S]*<th scope=row>Identifier<td><i>Nothing should stand here<\/i><td>[\s\S]*<bdi>BR-7<\/bdi>/,
  );
  assert.match(await everybody('/en/search?confirmation=disputed'), /activity\/twice/);
});

test('a value that cannot stand is not disputed with: it comes back with a word at its field', async () => {
  await released(office, 'bad');
  const page = await brazil.open(at('bad', 'dispute?field=dates'));
  const back = await brazil.press(page, '/dispute', { 'dates.start': 'spring' });
  assert.equal(back.status, 400);
  assert.match(back.body, /value="spring"/);
  assert.match(back.body, /There is something to correct/);
});

test('a rejection wants a reason, and stands with it on the record; adopted, the word is the country’s own', async () => {
  await observed(office, 'seen');
  const page = await brazil.open(at('seen', 'reject'));
  const bare = await brazil.press(page, '/reject');
  assert.equal(bare.status, 400);
  assert.match(bare.body, /Say why: the reason is printed on the record/);
  await brazil.press(bare, '/reject', { reason: 'Never dug.' });
  assert.match(
    await everybody(at('seen')),
    /Brazil says that this is not so \(6 May 2024\)\.<\/b> Reason: <span dir=auto>Never dug\./,
  );
  await senegal.press(await senegal.open(at('seen')), '/adopt');
  assert.match(await everybody(at('seen')), /Reported by Senegal\. Brazil was asked/);
});

test('a reservation is printed as a footnote in its own language, and lifted by its own country alone', async () => {
  await released(office, 'noted', { identifier: 'SN-9' });
  const page = await brazil.open(at('noted', 'reserve'));
  await brazil.press(page, '/reserve', { field: 'identifier', text: 'O número é outro.', language: 'pt' });
  const body = await everybody(at('noted'));
  assert.match(body, /<dt>Identifier <a href="#n1" aria-label="Reservation 1">\[1\]<\/a>/);
  assert.match(
    body,
    /<li id=n1>\[1\] <b>Brazil<\/b> · Identifier · 6 May 2024<br><span lang="pt" dir=ltr>O número é outro\.<\/span> <small>\(in Portuguese\)/,
  );
  assert.doesNotMatch((await senegal.open(at('noted'))).body, /\/liftReservation/);
  await brazil.press(await brazil.open(at('noted')), '/liftReservation');
  assert.doesNotMatch(await everybody(at('noted')), /O número/);
});

test('two reports that both sides link are shown as one, under either address, until a side parts them', async () => {
  await released(office, 'well-sn', { identifier: 'ONE', by: 'focal-sn' });
  await drafted(office, 'well-br', { by: 'focal-br', identifier: 'TWO' });
  await release(office, office.actors['focal-br'], actOn(office, 'well-br'));
  const page = await senegal.open(at('well-sn', 'link'));
  await senegal.press(page, '/link', { other: 'http://localhost/en/activity/well-br' });
  const asked = await brazil.open(at('well-br'));
  assert.match(asked.body, /Possibly another country’s report[\s\S]*Senegal says that it is/);
  assert.doesNotMatch(await everybody(at('well-br')), /reports of one initiative/);
  await brazil.press(asked, '/link', { other: 'well-sn' });
  for (const [id, first, second] of [
    ['well-sn', 'ONE', 'TWO'],
    ['well-br', 'TWO', 'ONE'],
  ] as const) {
    const body = await everybody(at(id));
    assert.match(body, /2 reports of one initiative/);
    assert.match(body, new RegExp(`<th scope=row>Identifier<td><bdi>${first}</bdi><td><bdi>${second}</bdi>`));
    assert.equal(body.match(/<dt>Who takes part/g)?.length, 1);
    assert.doesNotMatch(body, /<dt>Identifier/);
  }
  await senegal.press(await senegal.open(at('well-sn')), '/part', { other: 'well-br' });
  assert.doesNotMatch(await everybody(at('well-br')), /reports of one initiative/);
});

test('a withdrawn record says why, and so does an archived one', async () => {
  for (const [id, step, said] of [
    ['gone', 'withdraw', 'Withdrawn on 6 May 2024'],
    ['over', 'archive', 'Archived on 6 May 2024'],
  ] as const) {
    await released(office, id);
    const done = await senegal.press(await senegal.open(at(id, step)), `/${step}`, {
      reason: 'Counted twice.',
    });
    assert.equal(done.status, 200);
    assert.match(await everybody(at(id)), new RegExp(`${said}[\\s\\S]*Counted twice\\.`));
  }
});

test('a step that is not open has no page: why stands in its place', async () => {
  await released(office, 'closed');
  const page = await senegal.open(at('closed', 'return'));
  assert.equal(page.status, 409);
  assert.match(page.body, /Back to the record/);
  assert.equal((await brazil.open(at('closed', 'withdraw'))).status, 403);
  assert.equal((await brazil.open(at('closed', 'submit'))).status, 404);
});

test('where a second factor is asked for, the step says so before and after it is pressed', async () => {
  const strict = { ...office, secondFactor: true };
  const strictApp = webApp(strict, { publicAddress: '', cacheBytes: 1_000_000 });
  await released(office, 'strict');
  const visiting = await signedIn(strictApp, office, 'focal-br');
  const page = await visiting.open(at('strict'));
  assert.match(page.body, /href="\/en\/account">A second factor has to be shown first/);
  const refused = await visiting.press(page, '/confirm');
  assert.equal(refused.status, 403);
  assert.match(refused.body, /need a second factor[\s\S]*href="\/en\/account"/);
});

test('nobody who is not signed in is offered a step', async () => {
  await released(office, 'plain');
  assert.doesNotMatch(await everybody(at('plain')), /What you can do|method=post|\/edit/);
});
