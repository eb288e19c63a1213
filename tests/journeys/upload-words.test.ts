import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { type InterfaceLanguage, interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { type Edit, editedBook, rowsIn } from '../fixtures/edited-book.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { sendsFile } from '../fixtures/sends-file.ts';
import { signedIn, type Visiting } from '../fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// Verdicts speak to the people of an office: names where a list has names, in their language, at the row at fault.

let office: SmallOffice;
let app: Hono;
let focal: Visiting;

before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
  focal = await signedIn(app, office, 'focal-sn');
});
after(() => office.log.close());

const who = (Country: string, Role: string, Record = 'new-1'): Edit => ({
  sheet: 1,
  row: 'new',
  cells: { Record, Country, Role },
});

/** The workbook of somebody's first five minutes: three things that cannot be right, and Senegal, with which all is well. */
async function firstBook(): Promise<Buffer> {
  const blank = Buffer.from(await (await app.request('/en/activity/template.xlsx')).arrayBuffer());
  const cells = {
    Record: 'new-1',
    'Title (English)': 'Milk banks',
    Modality: 'Quadrangular',
    'When: Start': '03/04/2023',
  };
  return editedBook(blank, [
    { sheet: 0, row: 'new', cells },
    who('Brasilia', 'Provider'),
    who('Senegal', 'Recipient'),
    who('Senegal', 'Onlooker'),
  ]);
}

/** What the page says of the file in a language, without its tags; and the file as it comes back. */
async function judged(lang: InterfaceLanguage): Promise<{ readonly said: string; readonly back: Buffer }> {
  const page = await sendsFile(app, focal.cookie, 'focal-sn', {
    name: 'first.xlsx',
    bytes: await firstBook(),
    lang,
  });
  assert.equal(page.status, 200);
  const file = await app.request(page.address.replace('?', '/file?'), { headers: { cookie: focal.cookie } });
  const said = page.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return { said, back: Buffer.from(await file.arrayBuffer()) };
}

test('what would be right is named as the drop-down lists name it', async () => {
  const { said } = await judged('en');
  assert.match(
    said,
    /Modality: “Quadrangular” is none of the choices\. Right would be: Bilateral, Triangular/,
  );
  assert.match(said, /“Brasilia” is not a country that we know\. Right would be: Brazil, Senegal, Viet Nam/);
  assert.match(
    said,
    /Who takes part: Role: “Onlooker” is none of the choices\. Right would be: [A-Z][A-Za-z]+, [A-Z]/,
  );
  assert.match(said, /When: Start: “03\/04\/2023” can be read as/);
});

test('in no language does a code, or a label of another language, stand in the sentence', async () => {
  for (const lang of interfaceLanguages.filter((one) => one !== 'en')) {
    const { said } = await judged(lang);
    assert.doesNotMatch(said, /bilateral, triangular|BR, SN|modality|When: Start|provider, /, lang);
  }
  const { said } = await judged('ar');
  assert.match(said, /«\u2068Quadrangular\u2069» ليس من الخيارات\. الصواب: \u2068[\u0600-\u06ff ،]+/);
  assert.match(said, /\u2068البرازيل، السنغال، /);
});

test('each row of an entry has its own reasons; one with which all is well says that it waits', async () => {
  const { back } = await judged('en');
  const [brazil, senegal, onlooker] = rowsIn(back, 1);
  assert.equal(brazil?.['Verdict'], 'refused');
  assert.match(String(brazil?.['Reasons']), /^“Brasilia” is not a country that we know/);
  assert.equal(senegal?.['Verdict'], 'held back');
  assert.match(String(senegal?.['Reasons']), /^Nothing is wrong in this row\..* see row 2/);
  assert.equal(onlooker?.['Verdict'], 'refused');
  const [record] = rowsIn(back);
  assert.equal(record?.['Verdict'], 'refused');
  assert.match(String(record?.['Reasons']), /Quadrangular[\s\S]*Brasilia|Brasilia[\s\S]*Quadrangular/);
});
