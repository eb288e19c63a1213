import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { show } from '../../src/operations/show.ts';
import { type Edit, editedBook, rowsIn } from '../fixtures/edited-book.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { sendsFile } from '../fixtures/sends-file.ts';
import { type GotPage, signedIn, type Visiting } from '../fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// What a post has sent is known again: the file as it was, and the file as it came back with its verdicts.

let office: SmallOffice;
let app: Hono;
let focal: Visiting;

before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
  focal = await signedIn(app, office, 'focal-sn');
});
after(() => office.log.close());

const english = 'Title (English)';
const pathOf = (address: string) => address.split('?')[0] ?? '';
const send = (name: string, bytes: Uint8Array) => sendsFile(app, focal.cookie, 'focal-sn', { name, bytes });
const press = (page: GotPage, act: string) => focal.press(page, pathOf(page.address), { do: act });

async function download(path: string): Promise<Buffer> {
  const answer = await app.request(path, { headers: { cookie: focal.cookie } });
  assert.equal(answer.status, 200, path);
  return Buffer.from(await answer.arrayBuffer());
}

/** An empty workbook of activities with one new record, `new-1`, in which Senegal gives and Brazil receives. */
async function bookOf(title: string, more: Edit['cells'] = {}): Promise<Buffer> {
  const role = (Country: string, Role: string): Edit => ({
    sheet: 1,
    row: 'new',
    cells: { Record: 'new-1', Country, Role },
  });
  return editedBook(await download('/en/activity/template.xlsx'), [
    { sheet: 0, row: 'new', cells: { Record: 'new-1', [english]: title, ...more } },
    role('Senegal', 'Provider'),
    role('Brazil', 'Recipient'),
  ]);
}

const marked = (page: GotPage) => download(page.address.replace('?', '/file?'));
const idIn = (book: Buffer) => String(rowsIn(book)[0]?.['Record']);

/** How many rows of a file would come to which end. */
function counts(page: GotPage): Record<string, number> {
  const cells = [...page.body.matchAll(/<th scope=row>([^<]+)<td class=num>([1-9]\d*)/g)];
  return Object.fromEntries(cells.map(([, what = '', n]) => [what, Number(n)]));
}

test('the same file sent again changes nothing, released or not, edited since or not', async () => {
  for (const act of ['apply', 'release']) {
    const book = await bookOf(`Salt for all, ${act}`);
    const written = await press(await send('first.xlsx', book), act);
    assert.deepEqual(counts(written), { created: 1 });
    const again = await send('second.xlsx', book);
    assert.deepEqual(counts(again), { unchanged: 1 });
    assert.match(again.body, /There is nothing to write/);
    const id = idIn(await marked(again));
    const edited = editedBook(await marked(written), [
      { sheet: 0, row: 2, cells: { [english]: 'Salt and bread' } },
    ]);
    assert.deepEqual(counts(await press(await send('edited.xlsx', edited), 'apply')), { changed: 1 });
    assert.deepEqual(counts(await send('third.xlsx', book)), { unchanged: 1 });
    const { draft, state } = await show(office, 'activity', id, office.actors['focal-sn']);
    assert.equal(state.inForce, act === 'release' ? 1 : undefined);
    assert.deepEqual(draft?.values['title'], { original: 'en', texts: { en: 'Salt and bread' } });
  }
});

test('the file with its verdicts names each record that was written, on every sheet: mended, it changes it', async () => {
  const written = await press(await send('list.xlsx', await bookOf('Wheat from afar')), 'apply');
  const book = await marked(written);
  const id = idIn(book);
  assert.match(id, /^[a-z0-9]{4}-[a-z0-9]{4}-/);
  assert.equal(rowsIn(book)[0]?.['Revision'], 1);
  assert.deepEqual(
    rowsIn(book, 1).map((row) => row['Record']),
    [id, id],
  );
  assert.deepEqual(counts(await send('untouched.xlsx', book)), { unchanged: 1 });
  const mended = editedBook(book, [{ sheet: 0, row: 2, cells: { [english]: 'Wheat from near' } }]);
  const changed = await press(await send('mended.xlsx', mended), 'apply');
  assert.deepEqual(counts(changed), { changed: 1 });
  assert.equal(rowsIn(await marked(changed))[0]?.['Revision'], 2);
  const { draft } = await show(office, 'activity', id, office.actors['focal-sn']);
  assert.equal((draft?.values['participants'] as readonly unknown[]).length, 2);
});

test('what is not written is not named: neither before the decision, nor a row at fault, nor what was undone', async () => {
  const named = async (page: GotPage) => idIn(await marked(page));
  const waiting = await send('waiting.xlsx', await bookOf('Rice of the delta'));
  assert.equal(await named(waiting), 'new-1');
  assert.equal(await named(await send('bad.xlsx', await bookOf('Rice', { Status: 'perhaps' }))), 'new-1');
  const undone = await press(await press(waiting, 'apply'), 'undo');
  assert.equal(await named({ ...undone, address: waiting.address }), 'new-1');
  const again = await send('again.xlsx', await bookOf('Rice of the delta'));
  assert.deepEqual(counts(again), { 'would be created': 1 }, 'what was withdrawn can be sent anew');
});

test('a row at fault is told again although all else of it was written before', async () => {
  await press(await send('good.xlsx', await bookOf('Maize of the hills')), 'apply');
  const bad = await send('bad.xlsx', await bookOf('Maize of the hills', { 'When: Start': '03/04/2020' }));
  assert.deepEqual(counts(bad), { refused: 1 });
});

test('a record that may be the same is named by its title, with a link to it; what the post cannot see is not', async () => {
  const theirs = await bookOf('Cotton of both shores');
  await press(await send('first.xlsx', theirs), 'apply');
  const similar = await send(
    'other.xlsx',
    await bookOf('Cotton of both shores', { 'Summary (English)': 'More' }),
  );
  assert.deepEqual(counts(similar), { 'would be created': 1 });
  assert.match(similar.body, /may be the same as Cotton of both shores \(/);
  assert.match(similar.body, /<a href="\/en\/activity\/[a-z0-9-]+" lang="en"><bdi>Cotton of both shores/);
  const brazil = await signedIn(app, office, 'focal-br');
  const other = await sendsFile(app, brazil.cookie, 'focal-br', { name: 'theirs.xlsx', bytes: theirs });
  assert.deepEqual(counts(other), { 'would be created': 1 });
  assert.doesNotMatch(other.body, /may be the same/, 'a draft of another country');
});

test('CSV too comes back with the numbers of what was written', async () => {
  const csv = Buffer.from('register,id,revision,title.en\nactivity,new-1,,Millet by post\n');
  const written = await press(await send('list.csv', csv), 'apply');
  const back = await marked(written);
  const [, row = ''] = back.toString('utf8').split('\r\n');
  assert.match(row, /^activity,[a-z0-9]{4}-[a-z0-9-]+,1,Millet by post,created/);
  assert.deepEqual(counts(await send('back.csv', back)), { unchanged: 1 });
  assert.deepEqual(counts(await send('again.csv', csv)), { unchanged: 1 });
});
