import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/operations/check.ts';
import { getRegister } from '../../src/registers/all-registers.ts';
import { sheetWords } from '../../src/wording/sheet-words.ts';
import { editedBook, rowsIn } from '../fixtures/edited-book.ts';
import { recordOf } from './codecs-specimens.ts';
import { bookIn, itemsOf, recordsOf } from './workbooks-bench.ts';

// What people do to a workbook before they send it back: understood, or named in a finding.

const register = getRegister('activity');
const record = recordOf(register, 'wells', {
  title: { original: 'en', texts: { en: 'Wells' } },
  modality: 'triangular',
  participants: [
    { country: 'BR', role: 'provider' },
    { country: 'SN', role: 'recipient' },
  ],
});
const book = await bookIn('en', [record], { registers: [register] });

async function valuesAfter(bytes: Buffer) {
  const [row] = await recordsOf(bytes);
  assert.ok(row);
  const { values, findings } = check(register, row.values);
  return { row, values, findings: [...row.findings, ...findings] };
}

const codes = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);

/** The main sheet with its XML changed. */
function rewritten(change: (xml: string) => string): Buffer {
  return editedBook(book, [], change);
}

test('country names, labels of codes and dates in another language are taken as the codes that they are', async () => {
  const bytes = editedBook(book, [
    {
      sheet: 0,
      row: 2,
      cells: { Modality: 'BILATÉRALE ', 'When: Start': '7 mars 2019', 'When: End': '2020' },
    },
    { sheet: 1, row: 2, cells: { Country: 'Viet Nam', Role: 'مقدِّم' } },
  ]);
  const { values, findings } = await valuesAfter(bytes);
  assert.equal(values['modality'], 'bilateral');
  assert.deepEqual(values['dates'], { start: '2019-03-07', end: '2020' });
  assert.deepEqual(values['participants'], [
    { country: 'VN', role: 'provider' },
    { country: 'SN', role: 'recipient' },
  ]);
  assert.deepEqual(codes(findings), ['dateReadAs']);
});

test('what can be read in two ways is an error that names both, and its cell', async () => {
  const { row, findings } = await valuesAfter(
    editedBook(book, [
      { sheet: 0, row: 2, cells: { 'When: Start': '03/04/2020' } },
      {
        sheet: 'Quantities',
        row: 'new',
        cells: { Record: 'wells', Value: '1,500', 'Unit (English)': 'people', Basis: 'counted' },
      },
    ]),
  );
  const ambiguous = findings.filter(({ code }) => code.startsWith('ambiguous'));
  assert.deepEqual(codes(ambiguous).sort(), ['ambiguousDate', 'ambiguousNumber']);
  assert.deepEqual(
    ambiguous.map(({ severity }) => severity),
    ['error', 'error'],
  );
  const spots = ambiguous.map(({ path }) => row.spots?.of(path));
  assert.equal(spots.filter((spot) => spot !== undefined).length, 2);
});

test('decimal commas are understood; a formula that failed is named', async () => {
  const { values } = await valuesAfter(
    editedBook(book, [
      {
        sheet: 'Quantities',
        row: 'new',
        cells: { Record: 'wells', Value: '12,5', 'Unit (English)': 'litres', Basis: 'Counted ' },
      },
    ]),
  );
  assert.deepEqual(values['quantities'], [
    { value: 12.5, unit: { original: 'en', texts: { en: 'litres' } }, basis: 'counted' },
  ]);
  const failed = rewritten((xml) =>
    xml.replace(
      /<c r="(\w+)"[^>]*t="inlineStr"><is><t xml:space="preserve">Triangular<\/t><\/is><\/c>/,
      '<c r="$1" t="e"><f>A1/0</f><v>#DIV/0!</v></c>',
    ),
  );
  assert.ok(codes((await valuesAfter(failed)).findings).includes('unreadable'));
});

test('columns in another order, labels of another language, a column of somebody’s own', async () => {
  const french = sheetWords('fr');
  const bytes = rewritten((xml) =>
    xml
      .replace(
        '>Title (English)<',
        `>${french.inLanguage(french.field('activity', 'title'), 'anglais').toUpperCase()}<`,
      )
      .replace('>Modality<', '>  modalité <')
      .replace('>Status<', '>My remarks<'),
  );
  const { values, findings } = await valuesAfter(bytes);
  assert.deepEqual(values, record.values);
  assert.deepEqual(findings, [], 'an empty column of one’s own is no matter');
  const filled = editedBook(bytes, [{ sheet: 0, row: 2, cells: { 'My remarks': 'call them' } }]);
  const noticed = await valuesAfter(filled);
  assert.deepEqual(codes(noticed.findings), ['unknownColumn']);
  assert.equal(noticed.findings[0]?.params['got'], 'My remarks');
});

test('hidden rows are read and said to be hidden; merged cells stand for each of their rows', async () => {
  const hidden = rewritten((xml) => xml.replace('<row r="2"', '<row r="2" hidden="1"'));
  assert.deepEqual(codes((await valuesAfter(hidden)).findings), ['hiddenRow']);
  const merged = editedBook(
    book,
    [{ sheet: 1, row: 3, cells: { Record: null } }],
    (xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'),
    1,
  );
  assert.deepEqual((await valuesAfter(merged)).values['participants'], record.values['participants']);
});

test('sources keep their numbers when their sheet is sorted otherwise', async () => {
  const sourced = recordOf(register, 'wells', {
    title: { original: 'en', texts: { en: 'Wells' } },
    sources: [{ title: 'First' }, { title: 'Second' }],
    participants: [{ country: 'BR', source: 1 }],
  });
  const given = await bookIn('en', [sourced], { registers: [register] });
  const place = 'Sources';
  const [first, second] = rowsIn(given, place);
  assert.equal(second?.['Title'], 'Second');
  const bytes = editedBook(given, [
    { sheet: place, row: 2, cells: { 'No.': 2, Title: 'Second' } },
    { sheet: place, row: 3, cells: { 'No.': 1, Title: String(first?.['Title']) } },
  ]);
  assert.deepEqual((await valuesAfter(bytes)).values, sourced.values);
});

test('an entry of no record, and a sheet that nobody knows, are named with their place', async () => {
  const items = await itemsOf(
    editedBook(book, [{ sheet: 1, row: 'new', cells: { Record: 'nobody', Country: 'Mali' } }]),
  );
  const lost = items.find((item) => 'unreadable' in item);
  assert.equal(lost?.findings[0]?.code, 'entryWithoutRecord');
  assert.deepEqual(lost?.place, { unit: 'row', number: 4, sheet: 'Who takes part' });
});

test('a cell that was emptied empties its field, a column that is gone does not', async () => {
  const [emptied] = await recordsOf(editedBook(book, [{ sheet: 0, row: 2, cells: { Modality: null } }]));
  assert.equal(emptied?.values['modality'], undefined);
  assert.ok(emptied?.spoken?.includes('modality'));
  const gone = rewritten((xml) => xml.replace('>Modality<', '><'));
  const [without] = await recordsOf(gone);
  assert.equal(without?.spoken?.includes('modality'), false);
});

test('a workbook with 100,000 columns is refused with the place', async () => {
  const wide = rewritten((xml) =>
    xml.replace('</row></sheetData>', '<c r="EQXD2"><v>1</v></c></row></sheetData>'),
  );
  await assert.rejects(itemsOf(wide), { code: 'tooManyColumns' });
});
