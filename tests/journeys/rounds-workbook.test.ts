import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { closeRound } from '../../src/operations/follow-up/close-round.ts';
import { type Edit, editedBook, rowsIn } from '../fixtures/edited-book.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { asked, planOf } from '../fixtures/reporting.ts';
import { type GotPage, signedIn, textOf, type Visiting } from '../fixtures/signed-in.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// The workbook of a round, given back on the page of the answer: what does not hold is refused at its row and field, and
// does not keep the other rows out.

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  await planOf(office);
  await asked(office, { countries: ['SN', 'BR'] }, 'round');
  await asked(office, { countries: ['SN', 'BR'], measures: ['m-1'] }, 'narrow');
  app = joinedDoors(office);
});
after(() => office.log.close());

const pathOf = (round: string, of: string) => `/en/follow-up/rounds/${round}${of}`;

async function bookOf({ cookie }: Visiting, round: string): Promise<Buffer> {
  const answer = await app.request(pathOf(round, '/workbook'), { headers: { cookie } });
  assert.equal(answer.status, 200);
  return Buffer.from(await answer.arrayBuffer());
}

/** Gives a file back on the page of the answer; `page`: where the form was opened. */
async function sends(
  { cookie }: Visiting,
  page: GotPage,
  round: string,
  post: PersonId,
  bytes: Uint8Array,
  name = 'round.xlsx',
): Promise<GotPage> {
  const body = new FormData();
  body.set('form', /name="form" value="([^"]*)"/.exec(page.body)?.[1] ?? '');
  body.set('post', post);
  body.set('file', new File([new Uint8Array(bytes)], name));
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await app.request(pathOf(round, '/upload'), { method: 'POST', headers, body });
  return { status: answer.status, address: '', body: await textOf(answer) };
}

const right = { Date: '2024-05-03', State: 'Under way', Countries: 'Senegal' };

async function sentBySenegal(edits: (first: string) => readonly Edit[]): Promise<GotPage> {
  const senegal = await signedIn(app, office, 'focal-sn');
  const book = await bookOf(senegal, 'round');
  const first = String(rowsIn(book)[0]?.['Record'] ?? '');
  const page = await senegal.open(pathOf('round', '/answer'));
  return sends(senegal, page, 'round', 'focal-sn', editedBook(book, edits(first)));
}

const bad: Readonly<Record<string, readonly [says: RegExp, edits: (first: string) => readonly Edit[]]>> = {
  'evidence whose address does not parse': [
    /Row 2: Sources: .*is not a web address/,
    (first) => [
      { sheet: 0, row: 2, cells: right },
      { sheet: 'Sources', row: 'new', cells: { Record: first, Title: 'Paper', 'Web address': 'paper' } },
    ],
  ],
  'evidence that is a file on somebody’s own disk': [
    /Row 2: Documents: .*is not a web address/,
    (first) => [
      { sheet: 0, row: 2, cells: right },
      { sheet: 'Documents', row: 'new', cells: { Record: first, 'Web address': 'file:///C:/report.exe' } },
    ],
  ],
  'a number without a unit': [
    /Row 2: Figures: .*A value is missing/,
    (first) => [
      { sheet: 0, row: 2, cells: right },
      { sheet: 'Figures', row: 'new', cells: { Record: first, Value: 12, Basis: 'Reported' } },
    ],
  ],
  'a date before the plan was adopted': [
    /Row 2: Date: .*19 December 2003/,
    () => [{ sheet: 0, row: 2, cells: { ...right, Date: '2003-01-01' } }],
  ],
  'a date that is none': [
    /Row 2: Date: /,
    () => [{ sheet: 0, row: 2, cells: { ...right, Date: '31 February 2024' } }],
  ],
  'a state that nobody knows': [
    /Row 2: State: /,
    () => [{ sheet: 0, row: 2, cells: { ...right, State: 'nearly' } }],
  ],
};

for (const [what, [says, edits]] of Object.entries(bad)) {
  test(`${what} is refused at its row and field`, async () => {
    const head = await office.log.head();
    const page = await sentBySenegal(edits);
    assert.equal(page.status, 400);
    assert.match(page.body, /2 not answered · 1 refused/);
    assert.match(page.body, says);
    assert.equal(await office.log.head(), head);
  });
}

test('a row that does not hold keeps no other out', async () => {
  const page = await sentBySenegal(() => [
    { sheet: 0, row: 2, cells: { ...right, State: 'nearly' } },
    { sheet: 0, row: 3, cells: right },
  ]);
  assert.match(page.body, /1 kept · 1 not answered · 1 refused/);
});

test('a report on a measure that the round does not ask of is refused, whatever the workbook says', async () => {
  const senegal = await signedIn(app, office, 'focal-sn');
  const book = await bookOf(senegal, 'round');
  const page = await senegal.open(pathOf('narrow', '/answer'));
  const edits = [3, 4].map((row) => ({ sheet: 0, row, cells: right }));
  const told = await sends(senegal, page, 'narrow', 'focal-sn', editedBook(book, edits));
  assert.match(told.body, /2 refused/);
  assert.match(told.body, /Row 3: Measure: /);
});

test('a country that is not asked gets neither workbook nor page, and its file is refused', async () => {
  const [senegal, mozambique] = [
    await signedIn(app, office, 'focal-sn'),
    await signedIn(app, office, 'focal-mz'),
  ];
  const { cookie } = mozambique;
  assert.equal((await app.request(pathOf('round', '/workbook'), { headers: { cookie } })).status, 403);
  assert.equal((await mozambique.open(pathOf('round', '/answer'))).status, 403);
  const book = await bookOf(senegal, 'round');
  const head = await office.log.head();
  // The word of the form is that of its own session, taken from another page.
  const own = await mozambique.open('/en/upload?post=focal-mz');
  const told = await sends(
    mozambique,
    own,
    'round',
    'focal-mz',
    editedBook(book, [{ sheet: 0, row: 2, cells: right }]),
  );
  assert.equal(told.status, 403);
  assert.equal(await office.log.head(), head);
});

test('what is no workbook is refused as a whole, in words', async () => {
  const senegal = await signedIn(app, office, 'focal-sn');
  const page = await senegal.open(pathOf('round', '/answer'));
  for (const [name, bytes] of [
    ['round.xlsx', Buffer.from('PK\u0003\u0004 no workbook')],
    ['round.pdf', Buffer.from('%PDF-1.7')],
  ] as const) {
    const told = await sends(senegal, page, 'round', 'focal-sn', bytes, name);
    assert.ok(told.status >= 400 && told.status < 500, `${name}: ${told.status}`);
    assert.match(told.body, /<h1/);
  }
});

test('a workbook that comes back after the round was closed is refused row by row, with the day', async () => {
  const senegal = await signedIn(app, office, 'focal-sn');
  const book = await bookOf(senegal, 'narrow');
  const page = await senegal.open(pathOf('narrow', '/answer'));
  await closeRound(office, office.actors.secretariat, 'narrow');
  const head = await office.log.head();
  const bytes = editedBook(book, [{ sheet: 0, row: 2, cells: right }]);
  const told = await sends(senegal, page, 'narrow', 'focal-sn', bytes);
  assert.ok(told.status >= 400 && told.status < 500, String(told.status));
  assert.match(told.body, /The round was closed on 2024-05-06/);
  assert.equal(await office.log.head(), head);
});
