import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formats, type RecordFormat } from '../../src/exchange/write-records.ts';
import { allRegisters, getRegister } from '../../src/registers/all-registers.ts';
import { memoryFile, readRecords, written } from './codecs-bench.ts';
import { hardTexts, recordOf, richRecord } from './codecs-specimens.ts';

const names = Object.keys(formats) as RecordFormat[]; // Object.keys forgets which keys they are.

/** What the fields make of the values that were read. */
function checked(register: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { fields } = getRegister(register);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, fields[name]?.schema.parse(value)]),
  );
}

for (const format of names) {
  test(`${format}: every field of every register comes back as it was written`, async () => {
    const records = allRegisters.flatMap((register) =>
      hardTexts.map((words, index) => richRecord(register, `${register.name.toLowerCase()}-${index}`, words)),
    );
    const read = await readRecords(
      memoryFile(`all.${formats[format].extension}`, await written(format, records)),
    );
    assert.equal(read.length, records.length);
    const byId = new Map(read.map((record) => [record.recordId, record]));
    for (const record of records) {
      const found = byId.get(record.id);
      assert.ok(found);
      assert.equal(found.register, record.register.name);
      assert.equal(found.revision, 3);
      assert.deepEqual(found.findings, []);
      assert.deepEqual(checked(found.register, found.values), record.values, `${record.id}`);
    }
  });

  test(`${format}: any text in any language comes back letter by letter`, async () => {
    const activity = getRegister('activity');
    // A NUL makes a CSV file a binary one: no text that people write holds it.
    const said = (text: string) => text.trim() !== '' && !text.includes('\0');
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(said);
    const anyUnit = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter(said);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(words, anyUnit), { minLength: 1, maxLength: 8 }), async (texts) => {
        const field = activity.fields['title'];
        const records = texts.map((text, index) =>
          recordOf(activity, `r-${index}`, {
            title: field?.schema.parse({ original: 'hi', texts: { hi: text } }),
            themes: ['one'],
          }),
        );
        const read = await readRecords(memoryFile('x', await written(format, records)));
        assert.deepEqual(
          read.map(({ values }) => checked('activity', values)),
          records.map(({ values }) => values),
        );
      }),
      { numRuns: format === 'xlsx' ? 25 : 100 },
    );
  });

  test(`${format}: no record at all is a file that can be opened`, async () => {
    const bytes = await written(format, []);
    assert.equal(bytes.length === 0, format === 'jsonl');
    if (format === 'csv') assert.match(Buffer.from(bytes).toString(), /^\ufeffregister,id,revision/);
    if (format === 'json') assert.deepEqual(JSON.parse(Buffer.from(bytes).toString()), []);
  });
}

test('csv and xlsx: a text longer than an Excel cell comes back whole, never cut within a character', async () => {
  const long = Array.from({ length: 10_000 }, (_, index) => `👩‍🔬${(index * 7919).toString(36)}`).join('');
  const record = recordOf(getRegister('practice'), 'long', {
    title: { original: 'en', texts: { en: 'Long' } },
    whatWasDone: { original: 'en', texts: { en: long } },
  });
  for (const format of ['csv', 'xlsx'] as const) {
    const [read] = await readRecords(memoryFile('long', await written(format, [record])));
    assert.deepEqual(checked('practice', read?.values ?? {}), record.values);
  }
});

test('csv: records past those that decided the columns keep what has no column of its own', async () => {
  const activity = getRegister('activity');
  const records = Array.from({ length: 5_002 }, (_, index) =>
    recordOf(activity, `r-${index}`, {
      title: { original: 'en', texts: { en: `=${index}`, ...(index > 5_000 ? { tr: '=Başlık' } : {}) } },
    }),
  );
  const read = await readRecords(memoryFile('many.csv', await written('csv', records), 100_000));
  assert.equal(read.length, 5_002);
  assert.deepEqual(read.at(-1)?.values['title'], { original: 'en', texts: { en: '=5001', tr: '=Başlık' } });
});

test('csv: no cell begins with a sign that spreadsheet programs take for a formula', async () => {
  const records = hardTexts.map((words, index) => richRecord(getRegister('activity'), `r-${index}`, words));
  const text = Buffer.from(await written('csv', records)).toString();
  for (const sign of ['=', '+', '@', '＝', ' +', '-'])
    assert.ok(!text.includes(`,${sign}`) && !text.includes(`,"${sign}`), sign);
  assert.ok(text.startsWith('\ufeff'));
  assert.ok(text.includes(`"'=HYPERLINK(""http://example.org"",""x"")"`));
});

test('our columns: a file made by hand, with unknown columns named once and rows without id', async () => {
  const csv =
    'register;title.fr;title;colour;participants\npractice;;Bare title;red;\npractice;;Second;blue;country: BR\nactivity;Titre;;;country: BR | role: provider\n';
  const [practice, second, activity] = await readRecords(memoryFile('mine.csv', csv));
  assert.equal(practice?.register, 'practice');
  assert.equal(practice?.recordId, undefined);
  assert.deepEqual(practice?.values['title'], { original: 'und', texts: { und: 'Bare title' } });
  assert.deepEqual(
    practice?.findings.map(({ code, place }) => [code, place]),
    [['unknownColumn', 'colour']],
  );
  assert.deepEqual(
    second?.findings.map(({ place }) => place),
    ['participants'],
  );
  assert.deepEqual(checked('activity', activity?.values ?? {})['participants'], [
    { country: 'BR', role: 'provider' },
  ]);
  assert.deepEqual(activity?.findings, []);
  assert.deepEqual(activity?.place, { unit: 'row', number: 4, line: 4 });
});
