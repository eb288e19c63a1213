import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { closeRound } from '../../src/operations/follow-up/close-round.ts';
import { refusal, signedInClient } from '../fixtures/client-of.ts';
import { type Edit, editedBook } from '../fixtures/edited-book.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { asked, planOf } from '../fixtures/reporting.ts';
import { sendsFile } from '../fixtures/sends-file.ts';
import { signedIn } from '../fixtures/signed-in.ts';
import { english } from '../fixtures/small-house.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// A report that does not hold is refused with the reason at its field, through the form, the workbook and the API alike.

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  await planOf(office);
  for (const id of ['open-round', 'closed-round']) await asked(office, { countries: ['SN', 'BR'] }, id);
  await closeRound(office, office.actors.secretariat, 'closed-round');
  app = joinedDoors(office);
});
after(() => office.log.close());

interface Bad {
  readonly who?: PersonId;
  readonly round?: string;
  /** The field at which it is said, and the code. */
  readonly at: string;
  readonly code: string;
  /** As people read it. */
  readonly says: RegExp;
  /** What is typed into the form; entries of other sheets of the workbook, by field; values for the API. */
  readonly form?: Readonly<Record<string, string>>;
  readonly entry?: readonly [sheet: string, cells: Edit['cells']];
  readonly values?: Readonly<Record<string, unknown>>;
}

const unread = { title: 'Annual paper', url: 'not an address' };
const bad: Readonly<Record<string, Bad>> = {
  'evidence whose address does not parse': {
    at: 'sources.0.url',
    code: 'badAddress',
    says: /is not a web address/,
    form: { 'sources.0.title': unread.title, 'sources.0.url': unread.url },
    entry: ['Sources', { Title: unread.title, 'Web address': unread.url }],
    values: { sources: [unread] },
  },
  'evidence that is a file on somebody’s own disk': {
    at: 'files.0.url',
    code: 'badAddress',
    says: /is not a web address/,
    form: { 'files.0.url': 'file:///C:/report.exe' },
    entry: ['Documents', { 'Web address': 'file:///C:/report.exe' }],
    values: { files: [{ url: 'file:///C:/report.exe' }] },
  },
  'a number without a unit': {
    at: 'figures.0.unit',
    code: 'missing',
    says: /A value is missing/,
    form: { 'figures.0.value': '12', 'figures.0.basis': 'reported' },
    entry: ['Figures', { Value: 12, Basis: 'Reported' }],
    values: { figures: [{ value: 12, basis: 'reported' }] },
  },
  'a report for a closed round': {
    round: 'closed-round',
    at: 'round',
    code: 'roundClosed',
    says: /The round was closed on 2024-05-06/,
  },
  'a report of a country that is not asked': {
    who: 'focal-mz',
    at: 'round',
    code: 'notAddressed',
    says: /does not ask “MZ”/,
  },
};

const countryOf = (who: PersonId) => office.actors[who].post.country ?? '';

async function overApi({ who = 'focal-sn', round = 'open-round', values = {} }: Bad, id: string) {
  const node = await signedInClient(app, who);
  const given = {
    title: english('Ours'),
    measure: { register: 'measure', id: 'm-1' },
    round: { register: 'reportRound', id: round },
    countries: [countryOf(who)],
    on: '2024-05-02',
    state: 'underWay',
    ...values,
  };
  return refusal(node.edit({ register: 'progressReport', id, body: { values: given }, ifNoneMatch: '*' }));
}

/** The form of a new report with everything else right. */
async function byForm({ who = 'focal-sn', round = 'open-round', form = {} }: Bad) {
  const visitor = await signedIn(app, office, who);
  const page = await visitor.open(`/en/progressReport/new?post=${who}`);
  const typed = { 'title.en': 'Ours', measure: 'm-1', round, on: '2024-05-02', state: 'underWay' };
  return visitor.press(page, '/progressReport/new', { ...typed, ...form, do: 'save' });
}

async function byWorkbook({ who = 'focal-sn', round = 'open-round', entry }: Bad) {
  const visitor = await signedIn(app, office, who);
  const blank = Buffer.from(await (await app.request('/en/progressReport/template.xlsx')).arrayBuffer());
  const cells = {
    Record: 'new-1',
    'Title (English)': 'Ours',
    Measure: 'm-1',
    'Round of reporting': round,
    Countries: who === 'focal-mz' ? 'Mozambique' : 'Senegal',
    Date: '2024-05-02',
    State: 'Under way',
  };
  const edits: Edit[] = [{ sheet: 0, row: 'new', cells }];
  if (entry !== undefined)
    edits.push({ sheet: entry[0], row: 'new', cells: { Record: 'new-1', ...entry[1] } });
  return sendsFile(app, visitor.cookie, who, { name: 'report.xlsx', bytes: editedBook(blank, edits) });
}

for (const [what, one] of Object.entries(bad)) {
  test(`${what} is refused at its field by form, workbook and API, and nothing is written`, async () => {
    const head = await office.log.head();
    const form = await byForm(one);
    assert.equal(form.status, 400);
    const said = form.body.split(`id="${one.at}:said">`)[1]?.split('</div>')[0] ?? '';
    assert.match(said, one.says);
    const preview = await byWorkbook(one);
    assert.match(preview.body, /refused<td class=num>1/);
    assert.match(preview.body, one.says);
    const { status, findings } = await overApi(one, 'theirs');
    assert.deepEqual(
      [status, findings.map(({ path, code }) => `${path} ${code}`)],
      [400, [`${one.at} ${one.code}`]],
    );
    assert.equal(await office.log.head(), head);
  });
}

test('the same report with nothing wrong goes through each of the three', async () => {
  const right: Bad = { at: '', code: '', says: /./ };
  assert.equal((await byForm(right)).status, 200);
  assert.match((await byWorkbook(right)).body, /would be created<td class=num>1/);
  await assert.rejects(overApi(right, 'theirs'), /nothing was refused/);
});
