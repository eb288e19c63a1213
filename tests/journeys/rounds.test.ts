import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { sendMail } from '../../src/mailing.ts';
import { refusal, signedInClient } from '../fixtures/client-of.ts';
import { editedBook, rowsIn } from '../fixtures/edited-book.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { planOf } from '../fixtures/reporting.ts';
import { type GotPage, signedIn, textOf, type Visiting } from '../fixtures/signed-in.ts';
import { english } from '../fixtures/small-house.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// A round of reporting from its opening to its closing, as secretariat and countries lead it: Senegal answers by form,
// Brazil by workbook, Mozambique over the API and late; Mozambique disputes what Brazil says of it.

let office: SmallOffice;
let app: Hono;
let round = '';

before(async () => {
  office = await smallOffice();
  await planOf(office);
  app = joinedDoors(office);
});
after(() => office.log.close());

const visiting = (person: PersonId): Promise<Visiting> => signedIn(app, office, person);
const path = (of = '') => `/en/follow-up/rounds/${round}${of}`;

async function everybodyReads(address: string): Promise<string> {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return textOf(answer);
}

/** The row of a country on the page of the round, without its markup. */
async function rowOf(country: string): Promise<string> {
  const page = await everybodyReads(path());
  const row = page.split('<tr>').find((one) => one.includes(`countries/${country}"`)) ?? '';
  return row
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The letters about the round that have left since the last look, by mailbox. */
async function letters(): Promise<readonly string[]> {
  office.mailbox.letters.length = 0;
  await sendMail(office);
  return office.mailbox.letters
    .filter(({ bytes }) => Buffer.from(bytes).toString().replace(/=\r\n/g, '').includes('/follow-up/rounds/'))
    .map(({ envelope }) => envelope.to.replace('@example.org', ''))
    .sort();
}

/** Ticks measures on the page of the answer and presses a button. */
function ticked(
  visitor: Visiting,
  page: GotPage,
  what: 'send' | 'nothing',
  measures: readonly string[],
): Promise<GotPage> {
  const form = new URLSearchParams(measures.map((one): [string, string] => ['measure', one]));
  const token = /name="form" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  const post = /name="post" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  form.set('form', token);
  form.set('post', post);
  form.set('do', what);
  return Promise.resolve(
    app.request(path('/answer'), {
      method: 'POST',
      headers: {
        cookie: visitor.cookie,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      body: form,
    }),
  ).then(async (answer) => ({ status: answer.status, address: '', body: await textOf(answer) }));
}

test('a secretariat opens a round; what is wrong is said at its field, and nobody else sees the form', async () => {
  const secretariat = await visiting('secretariat');
  const form = await secretariat.open('/en/follow-up/rounds/new?instrument=plan');
  assert.match(form.body, /Brazil\nMozambique\nSenegal/);
  const wrong = await secretariat.press(form, '/rounds/new', {
    title: 'Round of 2024',
    deadline: '2023-01-01',
  });
  assert.equal(wrong.status, 400);
  assert.match(wrong.body, /id="deadline:said">The end lies before the start/);
  const typed = { title: 'Round of 2024', deadline: '2024-07-31', summary: 'What was done?' };
  const opened = await secretariat.press(wrong, '/rounds/new', typed);
  assert.equal(opened.status, 200);
  round = /rounds\/([a-z0-9-]+)$/.exec(opened.address)?.[1] ?? '';
  assert.match(opened.body, /3 measures/);
  const focal = await visiting('focal-sn');
  assert.equal((await focal.open('/en/follow-up/rounds/new?instrument=plan')).status, 403);
  assert.equal((await focal.open(path())).body.includes('/close'), false);
  assert.match(
    await everybodyReads('/en/follow-up/rounds?instrument=plan'),
    /Round of 2024.*3 countries asked/s,
  );
});

test('the focal points asked find it in their workspace, and are told once', async () => {
  const focal = await visiting('focal-sn');
  const desk = await focal.open('/en/desk');
  assert.match(desk.body, /3 measures to report on.*Round of 2024/s);
  assert.deepEqual(await letters(), ['focal-br', 'focal-mz', 'focal-sn']);
  assert.deepEqual(await letters(), []);
  assert.equal((await (await visiting('clerk-sn')).open('/en/desk')).body.includes('Round of 2024'), false);
});

test('Senegal answers by form: its institution types, its focal point releases; a draft is told to nobody else', async () => {
  const clerk = await visiting('clerk-sn');
  const sheet = await clerk.open(path('/answer'));
  const link = /href="(\/en\/progressReport\/new[^"]*measure=m-1)"/.exec(sheet.body)?.[1] ?? '';
  const form = await clerk.open(link.replaceAll('&amp;', '&'));
  assert.match(form.body, /Measure 1: report of Senegal/);
  const typed = {
    on: '2024-05-02',
    state: 'underWay',
    'summary.en': 'Canary of a draft',
    'figures.0.value': '12',
    'figures.0.basis': 'reported',
    'sources.0.title': 'Annual paper',
    'sources.0.url': 'not an address',
    do: 'submit',
  };
  const wrong = await clerk.press(form, '/progressReport/new', typed);
  assert.equal(wrong.status, 400);
  assert.match(wrong.body, /sources\.0\.url:said|figures\.0\.unit/);
  const mended = { 'sources.0.url': 'https://example.org/paper', 'figures.0.unit.en': 'wells', do: 'submit' };
  const sent = await clerk.press(wrong, '/progressReport/new', mended);
  assert.equal(sent.status, 200, sent.body.slice(0, 2000));
  const brazil = await visiting('focal-br');
  for (const seen of [
    await everybodyReads(path()),
    await everybodyReads('/en/search?q=canary'),
    (await brazil.open(path('/answer'))).body,
    (await brazil.open(path())).body,
  ])
    assert.equal(seen.includes('Canary of a draft'), false);
  assert.match(await rowOf('SN'), /No answer 0 \/ 3/);
  const focal = await visiting('focal-sn');
  const answers = await focal.open(path('/answer'));
  assert.match(answers.body, /With the focal point/);
  const nothing = await ticked(focal, answers, 'nothing', ['m-2', 'm-3']);
  assert.match(nothing.body, /2 kept/);
  const released = await ticked(focal, answers, 'send', ['m-1', 'm-2', 'm-3']);
  assert.match(released.body, /3 kept/);
  assert.match(await rowOf('SN'), /Answered in time 3 \/ 3/);
  assert.match(await rowOf('SN'), /2 with nothing to report/);
});

test('Brazil answers by workbook: a row a measure, filled beforehand; a row without a date is no answer', async () => {
  const brazil = await visiting('focal-br');
  const answer = await app.request(path('/workbook'), { headers: { cookie: brazil.cookie } });
  assert.equal(answer.status, 200);
  const book = Buffer.from(await answer.arrayBuffer());
  const rows = rowsIn(book);
  assert.deepEqual(
    rows.map((row) => row['Title (English)']),
    [1, 2, 3].map((n) => `Measure ${n}: report of Brazil`),
  );
  const bytes = editedBook(book, [
    { sheet: 0, row: 2, cells: { Date: '2024-05-03', State: 'Done', Countries: 'Brazil; Mozambique' } },
    { sheet: 0, row: 3, cells: { Date: '2024-05-03', State: 'perhaps' } },
  ]);
  const sheet = await brazil.open(path('/answer'));
  const body = new FormData();
  body.set('form', /name="form" value="([^"]*)"/.exec(sheet.body)?.[1] ?? '');
  body.set('post', 'focal-br');
  body.set('file', new File([new Uint8Array(bytes)], 'round.xlsx'));
  const headers = { cookie: brazil.cookie, 'sec-fetch-site': 'same-origin' };
  const taken = await app.request(path('/upload'), { method: 'POST', headers, body });
  const text = await textOf(taken);
  assert.match(text, /1 kept · 1 not answered · 1 refused/);
  assert.match(text, /Row 3: State: /);
  const sent = await ticked(brazil, sheet, 'send', ['m-1']);
  assert.match(sent.body, /1 kept/);
  assert.match(await rowOf('BR'), /Answered in part 1 \/ 3/);
});

test('Mozambique disputes what Brazil says of both; the round and the measure show it', async () => {
  const page = await everybodyReads(path());
  const report = /href="(\/en\/progressReport\/[a-z0-9-]+)" aria-label="Measure 1: report of Brazil"/.exec(
    page,
  )?.[1];
  assert.ok(report !== undefined);
  const mozambique = await visiting('focal-mz');
  const ask = await mozambique.open(`${report}/dispute?field=state`);
  const disputed = await mozambique.press(ask, '/dispute', { state: 'underWay', note: 'One of two wells' });
  assert.equal(disputed.status, 200);
  assert.match(await rowOf('BR'), /1 disputed/);
});

test('who has not answered is reminded 30 days before the deadline, and once when it is past', async () => {
  const told: string[] = [];
  for (const id of ['focal-br', 'focal-mz', 'focal-sn'] as const)
    await office.accounts.change(office.actors[id].account, { digest: false });
  for (const day of ['06-30', '07-01', '07-02', '07-30', '07-31', '08-01', '08-02', '09-15']) {
    office.clock.set(`2024-${day}T06:00:00.000Z`);
    for (const to of await letters()) told.push(`${day} ${to}`);
  }
  assert.deepEqual(told, ['07-01 focal-br', '07-01 focal-mz', '08-01 focal-br', '08-01 focal-mz']);
});

test('Mozambique answers over the API, after the deadline: late, and everybody sees it', async () => {
  assert.match(await rowOf('MZ'), /No answer, overdue 0 \/ 3/);
  const focal = await signedInClient(app, 'focal-mz');
  for (const number of [1, 2, 3]) {
    const values = {
      title: english(`Measure ${number}`),
      measure: { register: 'measure', id: `m-${number}` },
      round: { register: 'reportRound', id: round },
      countries: ['MZ'],
      on: '2024-09',
      state: 'underWay',
    };
    const report = { register: 'progressReport', id: `mz-${number}` } as const;
    const first = { ...report, ifNoneMatch: '*' };
    if (number === 1) {
      const bad = { ...values, round: { register: 'reportRound', id: 'none' } };
      const { status, findings } = await refusal(focal.edit({ ...first, body: { values: bad } }));
      assert.deepEqual([status, findings.map(({ code }) => code)], [400, ['unknownRound']]);
    }
    const made = await focal.edit({ ...first, body: { values } });
    assert.equal(made.status, 201);
    assert.equal((await focal.release({ ...report, ifMatch: made.etag })).status, 200);
  }
  assert.match(await rowOf('MZ'), /Answered late 3 \/ 3/);
});

test('the secretariat decides on what is disputed, with remarks; the measure says so', async () => {
  const secretariat = await visiting('secretariat');
  const measure = await secretariat.open('/en/measure/m-1');
  assert.match(measure.body, /href="\/en\/follow-up\/decide\/m-1\?post=secretariat"/);
  const form = await secretariat.open('/en/follow-up/decide/m-1?post=secretariat');
  const wrong = await secretariat.press(form, '/decide/m-1', { on: 'soon' });
  assert.equal(wrong.status, 400);
  assert.match(wrong.body, /id="on:said"/);
  const unsaid = await secretariat.press(form, '/decide/m-1', { state: '' });
  assert.match(unsaid.body, /id="state:said">Choose one of the list/);
  const typed = { on: '2024-09-15', state: 'underWay', remarks: 'One well of two' };
  assert.equal((await secretariat.press(wrong, '/decide/m-1', typed)).status, 200);
  const [decision] = office.board.tracking.about('m-1').filter(({ tracked }) => tracked.role === 'review');
  assert.equal(decision?.tracked.state, 'underWay');
  assert.equal((await (await visiting('focal-br')).open('/en/follow-up/decide/m-1')).status, 403);
});

test('closed, the round takes no new report; who answered late and in part stays named, and the numbers add up', async () => {
  const secretariat = await visiting('secretariat');
  const page = await secretariat.open(path());
  assert.equal((await secretariat.press(page, '/close')).status, 200);
  const again = await secretariat.press(page, '/close');
  assert.equal(again.status, 400);
  assert.match(
    again.body,
    /<p class=note dir=auto>The round was closed on [^“”…]*: it takes no new report\.</,
  );
  const closed = await everybodyReads(path());
  assert.match(closed, /Closed on/);
  const numbers = [...closed.matchAll(/<th scope=row>[^<]*<td class=num>(\d+)/g)].map(([, n]) => Number(n));
  assert.deepEqual(numbers, [1, 1, 1, 0, 3]);
  const brazil = await visiting('focal-br');
  const late = await ticked(brazil, await brazil.open(path('/answer')), 'nothing', ['m-3']);
  assert.equal(late.status, 400);
  assert.match(late.body, /The round was closed on 2024-09-15/);
  assert.equal((await brazil.open('/en/desk')).body.includes('Round of 2024'), false);
});
