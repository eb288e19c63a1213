import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { show } from '../../src/operations/show.ts';
import { editedBook, rowsIn } from '../fixtures/edited-book.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { sendsFile } from '../fixtures/sends-file.ts';
import { signedIn, type Visiting } from '../fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';
import { entriesOf } from '../fixtures/whose-record.ts';

let office: SmallOffice;
let app: Hono;
let focal: Visiting;

before(async () => {
  office = await smallOffice();
  for (const id of ['wells', 'pumps', 'dams'])
    await office.log.append([...entriesOf(office, id, 'own', 'focal-sn', 'released')]);
  app = joinedDoors(office);
  focal = await signedIn(app, office, 'focal-sn');
});
after(() => office.log.close());

async function download(path: string): Promise<Buffer> {
  const answer = await app.request(path, { headers: { cookie: focal.cookie } });
  assert.equal(answer.status, 200, path);
  return Buffer.from(await answer.arrayBuffer());
}

const pathOf = (address: string) => address.split('?')[0] ?? '';
const search = '/en/search.xlsx?kind=activity';
const english = 'Title (English)';
const rowOf = (book: Buffer, id: string) => rowsIn(book).findIndex((row) => row['Record'] === id) + 2;

test('a workbook that nobody has touched changes nothing', async () => {
  const page = await sendsFile(app, focal.cookie, 'focal-sn', {
    name: 'same.xlsx',
    bytes: await download(search),
  });
  assert.match(page.body, /unchanged<td class=num>3/);
  assert.match(page.body, /There is nothing to write/);
});

test('from the download to the page that writes, and back by undoing the whole file', async () => {
  const book = await download(search);
  const participants = rowsIn(book, 1);
  assert.equal(participants.length, 6);
  const bytes = editedBook(book, [
    { sheet: 0, row: rowOf(book, 'wells'), cells: { [english]: 'Wells of Thiès' } },
    {
      sheet: 0,
      row: 'new',
      cells: { Record: 'new-1', [english]: 'Salt for all', 'Note on the recipients (English)': 'All' },
    },
    { sheet: 1, row: 'new', cells: { Record: 'new-1', Country: 'Sénégal', Role: 'Prestataire' } },
    { sheet: 0, row: rowOf(book, 'pumps'), cells: { Status: 'perhaps', 'When: Start': '03/04/2020' } },
  ]);
  const head = await office.log.head();
  const page = await sendsFile(app, focal.cookie, 'focal-sn', { name: 'Liste.xlsx', bytes });
  assert.equal(page.status, 200);
  assert.equal(await office.log.head(), head, 'nothing is written before somebody decides');
  assert.match(page.body, /would be created<td class=num>1/);
  assert.match(page.body, /would be changed<td class=num>1/);
  assert.match(page.body, /refused<td class=num>1/);
  assert.match(page.body, /can be read as 2020-04-03 or as 2020-03-04/);
  const action = pathOf(page.address);
  const written = await focal.press(page, action, { do: 'apply' });
  assert.match(written.body, /Written: <bdi>Liste|Written: Liste/);
  const draft = (await show(office, 'activity', 'wells', office.actors['focal-sn'])).draft;
  assert.equal(JSON.stringify(draft?.values['title']), '{"original":"en","texts":{"en":"Wells of Thiès"}}');
  const made = /href="\/en\/activity\/([a-z0-9-]+)"><bdi>Salt for all/.exec(written.body)?.[1] ?? '';
  const { draft: salt } = await show(office, 'activity', made, office.actors['focal-sn']);
  assert.deepEqual(salt?.values['participants'], [{ country: 'SN', role: 'provider' }]);
  const undone = await focal.press(written, action, { do: 'undo' });
  assert.match(undone.body, /Undone: /);
  const after = (await show(office, 'activity', 'wells', office.actors['focal-sn'])).draft;
  assert.deepEqual(after?.values['title'], { original: 'en', texts: { en: 'Wells' } });
  assert.ok((await show(office, 'activity', made, office.actors['focal-sn'])).state.withdrawn);
});

test('a row whose record has moved on is shown field by field and never written', async () => {
  const book = await download(search);
  const bytes = editedBook(book, [
    { sheet: 0, row: rowOf(book, 'dams'), cells: { [english]: 'Dams, mine' } },
  ]);
  const other = editedBook(book, [
    { sheet: 0, row: rowOf(book, 'dams'), cells: { [english]: 'Dams, theirs' } },
  ]);
  const first = await sendsFile(app, focal.cookie, 'focal-sn', { name: 'theirs.xlsx', bytes: other });
  await focal.press(first, pathOf(first.address), { do: 'apply' });
  const page = await sendsFile(app, focal.cookie, 'focal-sn', { name: 'mine.xlsx', bytes });
  assert.match(page.body, /conflict<td class=num>1/);
  assert.match(
    page.body,
    /<th scope=row>Title<td>[\s\S]*Wells[\s\S]*<td>[\s\S]*Dams, theirs[\s\S]*<td>[\s\S]*Dams, mine/,
  );
  assert.match(page.body, /Nothing of this file can be written as it stands/);
});

test('the answer is the same workbook with a verdict and the reasons in each row', async () => {
  const book = await download(search);
  const bytes = editedBook(book, [
    { sheet: 0, row: rowOf(book, 'wells'), cells: { 'When: Start': 'spring' } },
  ]);
  const page = await sendsFile(app, focal.cookie, 'focal-sn', { name: 'mine.xlsx', bytes });
  const marked = await download(page.address.replace('?', '/file?'));
  const rows = rowsIn(marked);
  const wells = rows.find((row) => row['Record'] === 'wells');
  assert.equal(wells?.['Verdict'], 'refused');
  assert.match(String(wells?.['Reasons']), /When: “spring” is not a date/);
  assert.equal(rows.find((row) => row['Record'] === 'pumps')?.['Verdict'], 'unchanged');
  const again = await sendsFile(app, focal.cookie, 'focal-sn', { name: 'again.xlsx', bytes: marked });
  assert.match(again.body, /refused<td class=num>1/);
  const twice = rowsIn(await download(again.address.replace('?', '/file?')));
  assert.deepEqual(Object.keys(twice[0] ?? {}), Object.keys(rows[0] ?? {}), 'no second pair of columns');
});

test('a workbook of another node, a file that is none, and one too large are refused with the reason', async () => {
  const book = await download(search);
  const send = (name: string, bytes: Uint8Array) => sendsFile(app, focal.cookie, 'focal-sn', { name, bytes });
  const head = await office.log.head();
  const theirs = await send('theirs.xlsx', await bookOfAnotherNode());
  assert.equal(theirs.status, 409);
  assert.match(theirs.body, /https:\/\/other\.example\.org[\s\S]*http:\/\/localhost:8040/);
  assert.equal(await office.log.head(), head);
  assert.equal((await send('ours.xlsx', book)).status, 200);
  assert.match((await send('a.pdf', Buffer.from('%PDF-1.7'))).body, /PDF/);
  assert.equal((await send('empty.xlsx', new Uint8Array())).status, 400);
  assert.equal((await send('large.xlsx', new Uint8Array(20_100_000))).status, 413);
  assert.equal((await app.request('/health')).status, 200);
});

/** A workbook as another node gives it, downloaded there. */
async function bookOfAnotherNode(): Promise<Buffer> {
  const other = { ...(await smallOffice()), publicAddress: 'https://other.example.org' };
  try {
    await other.log.append([...entriesOf(other, 'wells', 'own', 'focal-sn', 'released')]);
    const answer = await joinedDoors(other).request(search);
    assert.equal(answer.status, 200);
    return Buffer.from(await answer.arrayBuffer());
  } finally {
    await other.log.close();
  }
}

test('a file belongs to its post: others do not see it', async () => {
  const page = await sendsFile(app, focal.cookie, 'focal-sn', {
    name: 'same.xlsx',
    bytes: await download(search),
  });
  const clerk = await signedIn(app, office, 'clerk-sn');
  const theirs = page.address.replace('post=focal-sn', 'post=clerk-sn');
  assert.equal((await clerk.open(theirs)).status, 404);
  assert.equal((await clerk.open(page.address)).status, 403);
});
