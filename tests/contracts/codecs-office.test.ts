import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { getRegister } from '../../src/registers/all-registers.ts';
import { written } from './codecs-bench.ts';
import { recordOf } from './codecs-specimens.ts';

const run = promisify(execFile);
const office = await run('soffice', ['--version']).then(
  () => true,
  () => false,
);

const titles = [
  'التعاون فيما بين بلدان الجنوب',
  '南南合作',
  '=1+1',
  '+49 30',
  '@SUM(A1)',
  ' =2+2',
  '0012',
  '1/2',
  'two\nlines',
];
const event = getRegister('event');
const records = titles.map((title, index) =>
  recordOf(event, `e-${index}`, {
    title: { original: 'en', texts: { en: title } },
    dates: { start: '2019', end: '2019-03-07' },
    commemoratedOn: '2020-05',
  }),
);

/** What LibreOffice makes of a file, as rows by column name. */
async function throughOffice(format: 'csv' | 'xlsx'): Promise<Record<string, string>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'codecs-office-'));
  try {
    await writeFile(join(folder, `in.${format}`), await written(format, records));
    // 44 comma, 34 quote, 76 UTF-8, from line 1; all cells as they are stored.
    const read = format === 'csv' ? ['--infilter=CSV:44,34,76,1'] : [];
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = [
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
      '--outdir',
      join(folder, 'out'),
    ];
    await run('soffice', [profile, '--headless', ...read, ...out, join(folder, `in.${format}`)], {
      timeout: 110_000,
    });
    const rows: unknown = parse(await readFile(join(folder, 'out', 'in.csv')), { bom: true, columns: true });
    assert.ok(Array.isArray(rows));
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

for (const format of ['xlsx', 'csv'] as const) {
  test(`${format}: LibreOffice shows Arabic, Chinese, partial dates and formula text as they are`, async (t) => {
    if (!office) return t.skip('SKIPPED: soffice (LibreOffice) is not installed');
    const rows = await throughOffice(format);
    assert.equal(rows.length, titles.length);
    for (const [index, title] of titles.entries()) {
      const row = rows[index];
      const shown = row?.['title.en'];
      // In CSV the guard stays visible, and nothing tells a spreadsheet that 0012 and 1/2 are texts.
      if (format === 'xlsx') assert.equal(shown, title);
      else if (/^[^01]/.test(title))
        assert.ok(shown === title || shown === `'${title}`, `${shown} for ${title}`);
      assert.equal(row?.['dates.start'], '2019');
      assert.match(row?.['dates.end'] ?? '', format === 'xlsx' ? /^2019-03-07$/ : /2019/);
    }
    if (format === 'xlsx') assert.ok(rows.every((row) => row['commemoratedOn'] === '2020-05'));
  });
}
