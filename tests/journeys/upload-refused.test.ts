import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { appoint } from '../../src/operations/posts/appoint.ts';
import { type Edit, editedBook } from '../fixtures/edited-book.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { sendsFile } from '../fixtures/sends-file.ts';
import { signedIn, textOf, type Visiting } from '../fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';
import { entriesOf } from '../fixtures/whose-record.ts';

// A file of which nothing can be written waits for nobody: it counts as refused, says what to do, and can be put away.

let office: SmallOffice;
let app: Hono;
let focal: Visiting;

before(async () => {
  office = await smallOffice();
  await office.log.append([...entriesOf(office, 'wells', 'own', 'focal-sn', 'released')]);
  app = joinedDoors(office);
  focal = await signedIn(app, office, 'focal-sn');
});
after(() => office.log.close());

const title = 'Title (English)';
const wrong: Edit['cells'] = { 'When: Start': 'spring' };

async function sent(name: string, cells: Edit['cells'] | undefined) {
  const answer = await app.request('/en/search.xlsx?kind=activity', { headers: { cookie: focal.cookie } });
  const book = Buffer.from(await answer.arrayBuffer());
  const bytes = cells === undefined ? book : editedBook(book, [{ sheet: 0, row: 2, cells }]);
  return sendsFile(app, focal.cookie, 'focal-sn', { name, bytes });
}

const readBy = async (cookie: string, path: string) =>
  textOf(await app.request(path, { headers: { cookie } }));
const desk = () => readBy(focal.cookie, '/en/desk?post=focal-sn');
const pathOf = (address: string) => address.split('?')[0] ?? '';
const stages = async () => (await office.uploads.ofPost('focal-sn')).map(({ file, stage }) => [file, stage]);

test('a file refused as a whole is told to who sent it as refused, with what to do, and not as waiting', async () => {
  const page = await sent('bad.xlsx', wrong);
  assert.match(page.body, /<h1>Refused: bad\.xlsx/);
  assert.match(page.body, /mend that file and send it again[\s\S]*until[\s\S]*put it away/);
  assert.match(page.body, /“spring” is not a date/);
  assert.doesNotMatch(page.body, /waits for your decision|value=apply/);
  const told = await desk();
  assert.match(told, /href="\/en\/upload\?post=focal-sn#files">1 file that you sent was refused as a whole/);
  assert.doesNotMatch(told, /waits for your decision/);
  for (const lang of interfaceLanguages)
    assert.ok((await readBy(focal.cookie, `/${lang}/desk?post=focal-sn`)).includes('#files">'), lang);
});

test('who else holds the post finds it among its files, without being told that it is his', async () => {
  const { account } = office.actors['clerk-sn'];
  await appoint(office, 'node', 'focal-sn', { account, deputy: true });
  const deputy = await signedIn(app, office, 'clerk-sn');
  assert.doesNotMatch(await readBy(deputy.cookie, '/en/desk?post=focal-sn'), /refused as a whole/);
  const list = await readBy(deputy.cookie, '/en/upload?post=focal-sn');
  assert.match(list, /bad\.xlsx<\/bdi><\/a> <small>refused: nothing of it could be written/);
});

test('it is put away where it is listed, and nothing tells of it any more', async () => {
  const list = await focal.open('/en/upload?post=focal-sn');
  const [, path = ''] = /href="(\/en\/upload\/[^?"]+)\?post=focal-sn"><bdi>bad/.exec(list.body) ?? [];
  const gone = await focal.press(list, path, { do: 'discard' });
  assert.doesNotMatch(gone.body, /bad\.xlsx/);
  assert.doesNotMatch(await desk(), /refused as a whole/);
  assert.deepEqual(await stages(), []);
});

test('a file with nothing new waits for nobody, and one with something to write does', async () => {
  const same = await sent('same.xlsx', undefined);
  assert.match(same.body, /<h1>Nothing new: same\.xlsx[\s\S]*There is nothing to write/);
  assert.doesNotMatch(await desk(), /waits for your decision|refused as a whole/);
  const good = await sent('good.xlsx', { [title]: 'Deep wells' });
  assert.match(good.body, /<h1>What would happen: good\.xlsx/);
  assert.match(await desk(), /1 file that you sent waits for your decision/);
});

test('a file whose record has moved on before the button was pressed is refused, not written', async () => {
  const mine = await sent('mine.xlsx', { [title]: 'Wells, mine' });
  const theirs = await sent('theirs.xlsx', { [title]: 'Wells, theirs' });
  await focal.press(theirs, pathOf(theirs.address), { do: 'apply' });
  const late = await focal.press(mine, pathOf(mine.address), { do: 'apply' });
  assert.match(late.body, /<h1>Refused: mine\.xlsx/);
  assert.match(late.body, /conflict<td class=num>1/);
});

test('however many are refused, those that wait for a decision stay; of the refused the oldest make room', async () => {
  for (let n = 0; n < 12; n += 1) await sent(`bad-${n}.xlsx`, wrong);
  const all = await stages();
  assert.ok(all.some(([file, stage]) => file === 'good.xlsx' && stage === 'waiting'));
  assert.equal(all.filter(([, stage]) => stage === 'refused').length, 10);
});
