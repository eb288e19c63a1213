import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { closeRound } from '../../src/operations/follow-up/close-round.ts';
import { fillClosedRoom, madeKnown, rooms } from '../fixtures/closed-room.ts';
import { type Edit, editedBook } from '../fixtures/edited-book.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { asked, planOf } from '../fixtures/reporting.ts';
import { sendsFile } from '../fixtures/sends-file.ts';
import { signedIn } from '../fixtures/signed-in.ts';
import { english } from '../fixtures/small-house.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// A workbook is no way around the rules of consultations and rounds: its preview refuses what the form refuses, at the
// same field, and nothing of it is written.

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  await planOf(office);
  await fillClosedRoom(office);
  const open = { title: english('Open to read'), visibility: 'everybody', countries: ['SN', 'BR'] };
  await madeKnown(office, 'secretariat', 'consultation', 'tea', open);
  await asked(office, { countries: ['SN', 'BR'], measures: ['m-1', 'm-2'] }, 'open-round');
  await asked(office, { countries: ['SN', 'BR'] }, 'closed-round');
  await closeRound(office, office.actors.secretariat, 'closed-round');
  app = joinedDoors(office);
});
after(() => office.log.close());

type Cells = Edit['cells'];

/** What the preview says of one new row on the template of a register: the reason of its refusal, or nothing where it would be made. */
async function judged(who: PersonId, register: string, cells: Cells): Promise<string> {
  const visitor = await signedIn(app, office, who);
  const answer = await app.request(`/en/${register}/template.xlsx`);
  const blank = Buffer.from(await answer.arrayBuffer());
  const bytes = editedBook(blank, [{ sheet: 0, row: 'new', cells }]);
  const head = await office.log.head();
  const page = await sendsFile(app, visitor.cookie, who, { name: 'row.xlsx', bytes });
  assert.equal(page.status, 200);
  assert.equal(await office.log.head(), head, 'a preview writes nothing');
  if (/would be created<td class=num>1/.test(page.body)) return '';
  assert.match(page.body, /refused<td class=num>1/);
  assert.match(page.body, /Nothing of this file can be written as it stands/);
  const said = page.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return /, row 2 (.*?) About this databank/.exec(said)?.[1] ?? said;
}

const position = (consultation: string, stance = 'Supports'): Cells => ({
  'Title (English)': 'Ours',
  Consultation: consultation,
  'Position as a whole': stance,
});

const report = (round: string, measure: string, more: Cells = {}): Cells => ({
  'Title (English)': 'Ours',
  Measure: measure,
  'Round of reporting': round,
  Countries: 'Senegal',
  Date: '2024-05-02',
  State: 'Under way',
  ...more,
});

test('a position of who is no member, or without the words of its reservation, is refused at its field', async () => {
  assert.equal(await judged('focal-sn', 'position', position('tea')), '');
  assert.match(await judged('focal-mz', 'position', position('tea')), /^Consultation: Only members/);
  const bare = position('tea', 'Supports with a reservation');
  assert.match(await judged('focal-sn', 'position', bare), /^Reservation: /);
});

test('a member that has spoken is sent to its first position; where an outcome is filed nothing more is taken', async () => {
  const said = await judged('focal-sn', 'position', position(rooms.consultation));
  assert.match(said, new RegExp(`Consultation: .*${rooms.position}`));
  assert.match(
    await judged('focal-br', 'position', position(rooms.consultation)),
    /^Consultation: .*has ended/,
  );
});

test('to an outsider a workbook says of a closed room what it says of one that is not there', async () => {
  for (const register of ['position', 'outcome']) {
    const cells = (id: string): Cells =>
      register === 'position'
        ? position(id)
        : { 'Title (English)': 'Ours', Consultation: id, Date: '2024-05-02' };
    const closed = await judged('focal-mz', register, cells(rooms.consultation));
    const none = await judged('focal-mz', register, cells('nothing-here'));
    assert.equal(closed.replaceAll(rooms.consultation, '…'), none.replaceAll('nothing-here', '…'));
    assert.notEqual(none, '');
  }
});

test('only who convenes a consultation files its outcome, by workbook too', async () => {
  const cells = { 'Title (English)': 'Came of it', Consultation: 'tea', Date: '2024-05-02' };
  assert.notEqual(await judged('focal-sn', 'outcome', cells), '');
  assert.equal(await judged('secretariat', 'outcome', cells), '');
});

test('a consultation that gathers nobody is refused', async () => {
  const cells = { 'Title (English)': 'Alone', 'Who may see it': 'Everybody' };
  assert.match(await judged('secretariat', 'consultation', cells), /^Countries: /);
});

test('a report for a closed round, by a country that is not asked, on another measure, or of a time before the instrument is refused', async () => {
  assert.equal(await judged('focal-sn', 'progressReport', report('open-round', 'm-1')), '');
  const refused: [PersonId, Cells, RegExp][] = [
    ['focal-sn', report('closed-round', 'm-1'), /^Round of reporting: The round was closed/],
    ['focal-mz', report('open-round', 'm-1', { Countries: 'Mozambique' }), /^Round of reporting: .*not ask/],
    ['focal-sn', report('open-round', 'm-3'), /^Measure: /],
    ['focal-sn', report('no-round', 'm-1'), /^Round of reporting: /],
    ['focal-sn', report('open-round', 'm-1', { Date: '2001' }), /^Date: /],
  ];
  for (const [who, cells, reason] of refused)
    assert.match(await judged(who, 'progressReport', cells), reason);
});

test('what is closed between the preview and the decision is not written: the row says why', async () => {
  await asked(office, { countries: ['SN'] }, 'short-round');
  const visitor = await signedIn(app, office, 'focal-sn');
  const blank = Buffer.from(await (await app.request('/en/progressReport/template.xlsx')).arrayBuffer());
  const cells = report('short-round', 'm-1');
  const bytes = editedBook(blank, [{ sheet: 0, row: 'new', cells }]);
  const page = await sendsFile(app, visitor.cookie, 'focal-sn', { name: 'row.xlsx', bytes });
  await closeRound(office, office.actors.secretariat, 'short-round');
  const head = await office.log.head();
  const written = await visitor.press(page, page.address.split('?')[0] ?? '', { do: 'apply' });
  assert.equal(await office.log.head(), head);
  assert.match(written.body, /The round was closed/);
});
