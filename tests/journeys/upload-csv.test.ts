import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import type { InterfaceLanguage } from '../../src/kernel/language-tag.ts';
import { csvOfBook, headerOf } from '../fixtures/csv-of-book.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { sendsFile } from '../fixtures/sends-file.ts';
import { type GotPage, signedIn, type Visiting } from '../fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// What spreadsheet programs make of a workbook of ours when somebody presses Save as.

let office: SmallOffice;
let app: Hono;
let focal: Visiting;

before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
  focal = await signedIn(app, office, 'focal-sn');
});
after(() => office.log.close());

const sent = (name: string, bytes: Uint8Array, lang?: InterfaceLanguage) =>
  sendsFile(app, focal.cookie, 'focal-sn', { name, bytes, ...(lang === undefined ? {} : { lang }) });

async function template(lang: InterfaceLanguage): Promise<Buffer> {
  return Buffer.from(await (await app.request(`/${lang}/activity/template.xlsx`)).arrayBuffer());
}

const marked = async ({ address }: GotPage): Promise<string> => {
  const path = address.replace('?', '/file?');
  return (await app.request(path, { headers: { cookie: focal.cookie } })).text();
};

/** The empty workbook in a language, saved as CSV with one activity of this title. */
async function saved(lang: InterfaceLanguage, title: string, delimiter = ','): Promise<string> {
  const book = await template(lang);
  const [record = '', , label = ''] = headerOf(book);
  return csvOfBook(book, [{ [record]: 'new-1', [label]: title }], delimiter);
}

test('the empty workbook saved as CSV is understood, with commas and with semicolons, in its own language', async () => {
  for (const lang of ['en', 'fr', 'ar', 'ru', 'zh'] as const) {
    for (const delimiter of [',', ';', '\t']) {
      const csv = await saved(lang, `Salt ${lang} ${delimiter}`, delimiter);
      const page = await sent('list.csv', Buffer.from(`\ufeff${csv}`));
      assert.match(page.body, /would be created<td class=num>1/, lang);
    }
  }
});

test('CSV as offices write it, in the code page of their language, is taken with a word of warning', async () => {
  const cases = [
    ['fr', 'latin1', 'Réseau de santé à Thiès', 'windows-1252'],
    ['ru', 'windows-1251', 'Сеть', 'windows-1251'],
  ] as const;
  for (const [lang, encoding, title, told] of cases) {
    const page = await sent('liste.csv', encoded(await saved(lang, title, ';'), encoding), lang);
    assert.equal(page.status, 200);
    assert.ok(page.body.includes(`<bdi>${title}</bdi>`), title);
    assert.ok(page.body.includes(told));
    assert.ok((await marked(page)).includes(title), 'the answer is in UTF-8');
    const action = page.address.split('?')[0] ?? '';
    const written = await focal.press(page, action, { do: 'apply' });
    assert.ok(written.body.includes(`<bdi>${title}</bdi></a>`), 'read alike when it is written');
  }
});

function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'latin1') return Buffer.from(text, 'latin1');
  // Capital А stands at 0xC0 in Windows-1251, the others follow in the order of Unicode.
  return Uint8Array.from(text, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code < 0x80 ? code : code - 0x410 + 0xc0;
  });
}

test('what cannot be read is refused in words that leave no gap, and say what to do', async () => {
  const book = await template('en');
  const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['cut.xlsx', book.subarray(0, 3_000), /cut\.xlsx is not whole: it ends too early, at byte 3000/],
    ['text.xlsx', Buffer.from('Dear colleague,\nplease find\n'), /text\.xlsx is not an Excel workbook/],
    [
      'other.csv',
      Buffer.from('Name,Telephone\nAwa,12\n'),
      /other\.csv has no columns .*register, id, title\.en/,
    ],
    [
      'quote.csv',
      Buffer.from('register,id,title.en\nactivity,a,"Salt\n'),
      /quote\.csv is not whole: .*row 2/,
    ],
    ['open.csv', Buffer.from('register,id,title.en\nactivity,a,é'), /would be created/],
  ];
  for (const [name, bytes, said] of cases) {
    const { body } = await sent(name, bytes);
    assert.match(body, said, name);
    assert.doesNotMatch(body, /role=alert>[^<]*…/, name);
  }
});
