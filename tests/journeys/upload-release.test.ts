import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { editedBook } from '../fixtures/edited-book.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { sendsFile } from '../fixtures/sends-file.ts';
import { signedIn } from '../fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
});
after(() => office.log.close());

test('a row that is written and cannot be released stays a draft, and says its one reason at the field', async () => {
  const focal = await signedIn(app, office, 'focal-sn');
  const answer = await app.request('/en/need/template.xlsx');
  const blank = Buffer.from(await answer.arrayBuffer());
  const cells = { 'Title (English)': 'Pumps', Countries: 'Brazil' };
  const bytes = editedBook(blank, [{ sheet: 0, row: 'new', cells }]);
  const preview = await sendsFile(app, focal.cookie, 'focal-sn', { name: 'needs.xlsx', bytes });
  const path = preview.address.split('?')[0] ?? '';
  const written = await focal.press(preview, path, { do: 'release' });
  const said = written.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  assert.match(said, /Countries: The record does not name your country \(SN\): add it\./);
  assert.doesNotMatch(said, /is not valid at|“”/);
  assert.deepEqual(office.board.requests.of('need'), [], 'nothing of it is released');
});
