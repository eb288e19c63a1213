import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import { visiting } from '../../../tests/fixtures/visiting.ts';
import { released } from '../../../tests/fixtures/wells.ts';
import { langText } from '../../kernel/lang-text.ts';
import { reserveWords } from '../../operations/review/reserve.ts';

const note = 'As the United Nations names it';

async function withReservation() {
  const office = await smallOffice();
  await released(office, 'a');
  const on = { kind: 'label', list: 'country', code: 'SN' } as const;
  await reserveWords(office, office.actors['focal-mz'], { on, text: langText('en', note) });
  return { office, ...visiting(office) };
}

test('a reservation on the name of a country is a footnote wherever the name stands, in every language', async () => {
  const { read } = await withReservation();
  const pages = [
    '/en/activity/a',
    '/en/search',
    '/en/search?view=table',
    '/en/search?view=map',
    '/en/countries',
    '/en/countries/SN',
    '/en/countries/BR',
    '/en/flows',
    '/en/focal-points',
    '/en/focal-points/SN',
  ];
  for (const path of pages) {
    const page = await read(undefined, path);
    assert.match(page, /Senegal¹/, path);
    assert.match(page, new RegExp(`¹[^<]*Mozambique[\\s\\S]*${note}`), path);
  }
  for (const [lang, name] of [
    ['fr', 'Sénégal'],
    ['ar', 'السنغال'],
    ['zh', '塞内加尔'],
  ] as const) {
    assert.ok((await read(undefined, `/${lang}/activity/a`)).includes(`${name}¹`), lang);
  }
  assert.match(await read('focal-sn', '/en/desk'), /Senegal¹/);
});

test('pages that do not name the country carry neither mark nor note', async () => {
  const { read } = await withReservation();
  assert.doesNotMatch(await read(undefined, '/en/countries/MZ'), new RegExp(note));
});

test('the file of flows carries the mark and the note', async () => {
  const { read } = await withReservation();
  const file = await read(undefined, '/en/flows.csv');
  assert.match(file, /SN,Senegal¹,BR,Brazil,1[\s\S]*¹ [^\n]*As the United Nations names it/);
});

test('pages word countries in one place; others name them to sort, to choose from, or in the footnotes', () => {
  const src = join(import.meta.dirname, '..');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const plain = files.filter((file) => readFileSync(join(src, file), 'utf8').includes('countryName('));
  assert.deepEqual(plain.sort(), [
    'footnotes.ts',
    'forms/inputs/country-input.ts',
    'matching/partners-page.ts',
    'matching/solved-page.ts',
    'pages/countries-page.ts',
    'pieces/country-name.ts',
    'posts/focal-points-page.ts',
    'posts/posts-page.ts',
    'rounds/titles.ts',
  ]);
});
