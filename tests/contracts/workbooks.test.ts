import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { foldLabel } from '../../src/exchange/tables/fold-label.ts';
import { labelsOfField, labelsOfPart } from '../../src/exchange/tables/table-columns.ts';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { check } from '../../src/operations/check.ts';
import type { Presented } from '../../src/policy/present.ts';
import { allRegisters, getRegister } from '../../src/registers/all-registers.ts';
import { sheetWords } from '../../src/wording/sheet-words.ts';
import { specimens as byShape, recordOf, richRecord } from './codecs-specimens.ts';
import { specimens } from './field-kinds.ts';
import { bookIn, recordsOf } from './workbooks-bench.ts';

/** What comes back of a record must be its values, with nothing noticed. */
async function comesBack(record: Presented, bytes: Uint8Array, name?: string): Promise<void> {
  const [read, ...others] = await recordsOf(bytes, name);
  assert.ok(read);
  assert.equal(others.length, 0);
  const { values, findings } = check(record.register, read.values);
  assert.deepEqual([read.findings, findings], [[], []]);
  assert.deepEqual(values, record.values);
  assert.deepEqual([read.recordId, read.revision], [record.id, record.revision]);
}

for (const register of allRegisters) {
  test(`${register.name}: out and in again is the same in all seven languages`, async () => {
    const record = richRecord(
      register,
      'wells-of-thies',
      'Wells: with | signs; "and" بئر 井, =1+1\nsecond line',
    );
    for (const lang of interfaceLanguages) await comesBack(record, await bookIn(lang, [record]));
  });

  test(`${register.name}: each column and each part has a name of its own in each language`, () => {
    for (const lang of interfaceLanguages) {
      const words = sheetWords(lang);
      const beside = [
        'id',
        'revision',
        'address',
        'standing',
        'changedAt',
        'owner',
        'confirmation',
        'reserved',
        'verdict',
        'reasons',
      ] as const;
      const columns = Object.entries(register.fields).flatMap(([name, field]) => [
        ...labelsOfField(words, register.name, name, field),
      ]);
      const all = [...beside.map((name) => words.say(name)), ...columns.map(([, label]) => label)].map(
        foldLabel,
      );
      assert.deepEqual(
        all.filter((label, i) => label === '' || all.indexOf(label) !== i),
        [],
        lang,
      );
      for (const [name, { parts = [] }] of Object.entries(register.fields)) {
        const own = parts.flatMap((part) => [...labelsOfPart(words, part)]);
        const labels = [words.say('record'), words.say('number'), ...own.map(([, label]) => label)].map(
          foldLabel,
        );
        assert.deepEqual(
          labels.filter((label, i) => labels.indexOf(label) !== i),
          [],
          `${lang} ${name}`,
        );
      }
    }
  });
}

test('a label is made of its parts in order, so that it is known again without its signs', () => {
  for (const lang of interfaceLanguages) {
    const { within, inLanguage } = sheetWords(lang);
    assert.equal(foldLabel(within('Ab', 'cd')), 'abcd', lang);
    assert.equal(foldLabel(inLanguage('Ab', 'cd')), 'abcd', lang);
  }
});

/** Records with any of the good values of each field's kind, and free texts in them. */
const anyRecord = fc.record({
  name: fc.constantFrom(...allRegisters.map(({ name }) => name)),
  picks: fc.array(fc.nat({ max: 20 }), { minLength: 30, maxLength: 30 }),
  free: fc.string({ unit: 'grapheme', maxLength: 40 }),
  lang: fc.constantFrom(...interfaceLanguages),
  hashtags: fc.boolean(),
});
type AnyRecord = typeof anyRecord extends fc.Arbitrary<infer T> ? T : never;

function recordFrom({ name, picks, free }: AnyRecord): Presented {
  const register = getRegister(name);
  const entries = Object.entries(register.fields).flatMap(([field, declared], i) => {
    const { kind, needed, control, schema } = declared;
    const specimen = specimens[kind];
    const withText = specimen?.withText?.(`a${free}`);
    const rich = byShape[control.shape](`a${free}`, declared);
    const all = [rich, withText, ...(specimen?.good ?? [])].filter((one) => schema.safeParse(one).success);
    const value = all[(picks[i] ?? 0) % (all.length + 1)];
    return value === undefined && !needed ? [] : [[field, value ?? all[0]] as const];
  });
  const sources = Array.from({ length: 4 }, (_, i) => ({ title: `Source ${i}` }));
  return recordOf(
    register,
    'any-record',
    check(register, { ...Object.fromEntries(entries), sources }).values,
  );
}

test('whatever a record holds, out and in again is the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyRecord, async (any) => {
      const record = recordFrom(any);
      await comesBack(record, await bookIn(any.lang, [record], { hashtags: any.hashtags }));
    }),
    { numRuns: 60 },
  );
});

test('texts too long for a cell go on on a sheet of their own, languages that come late too', async () => {
  const register = getRegister('practice');
  const long = `${'水'.repeat(32_000)}end of it`;
  const early = Array.from({ length: 2_001 }, (_, i) =>
    recordOf(register, `early-${i}`, { title: { original: 'en', texts: { en: `Early ${i}` } } }),
  );
  const late = recordOf(register, 'late', {
    title: { original: 'sw', texts: { sw: 'Visima', en: 'Wells' } },
    problem: { original: 'zh', texts: { zh: long } },
    results: [{ value: 1, unit: { original: 'sw', texts: { sw: 'visima' } }, basis: 'counted' }],
  });
  const read = await recordsOf(await bookIn('en', [...early, late]));
  assert.equal(read.length, 2_002);
  assert.deepEqual(check(register, read.at(-1)?.values ?? {}).values, late.values);
});

test('a second reader sees the same: sheets named in the language, days as days, formulas as text', async () => {
  const register = getRegister('event');
  const record = recordOf(register, 'day-of-water', {
    title: { original: 'ar', texts: { ar: '=يوم الماء' } },
    dates: { start: '2019-03-07', end: '2019' },
    places: [{ country: 'SN' }],
  });
  const sheets = await readExcelFile(await bookIn('ar', [record]), { trim: false });
  const names = sheets.map(({ sheet }) => sheet);
  assert.equal(names[0], sheetWords('ar').register('event'));
  const [header = [], row = []] = sheets[0]?.data ?? [];
  const cell = (label: string) => row[header.indexOf(label)];
  const { field, inLanguage, within, say } = sheetWords('ar');
  assert.equal(cell(inLanguage(field('event', 'title'), 'العربية')), '=يوم الماء');
  const when = field('event', 'dates');
  assert.deepEqual(cell(within(when, say('start'))), new Date('2019-03-07T00:00:00Z'));
  assert.equal(cell(within(when, say('end'))), 2019);
  assert.ok(sheets.some(({ data }) => data.some((cells) => cells.includes('السنغال'))));
});

test('an empty workbook of a register has all its sheets and takes what is typed into it', async () => {
  const register = getRegister('activity');
  const sheets = await readExcelFile(await bookIn('fr', [], { registers: [register] }));
  const lists = Object.values(register.fields).filter(({ parts, seenBy }) => parts && seenBy === 'everybody');
  assert.equal(
    sheets.filter(({ data }) => data[0]?.[0] === sheetWords('fr').say('id')).length,
    lists.length + 1,
  );
});
