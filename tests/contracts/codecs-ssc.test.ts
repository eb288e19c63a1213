import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openInputFile } from '../../src/exchange/files/open-input-file.ts';
import type { Incoming } from '../../src/exchange/incoming.ts';
import { textIn } from '../../src/kernel/lang-text.ts';
import { getRegister } from '../../src/registers/all-registers.ts';
import { sharedData, skipWords } from '../fixtures/shared-data.ts';
import { mappings, readRecords } from './codecs-bench.ts';

/** File, mapping, rows as the source counts them. */
const tables = [
  ['undp-projects-2023-06.csv.gz', 'activity', 185],
  ['undp-projects-2023-09-curated.csv.gz', 'activity', 101],
  ['undp-mapping-2016.jsonl.gz', 'activity', 328],
  ['undp-engagements.csv', 'activity', 430],
  ['iati-ssc-activities.jsonl.gz', 'activity', 379],
  ['accelerator-labs-solutions.jsonl.gz', 'practice', 4_820],
  ['accelerator-labs-learning-plans.jsonl.gz', 'source', 716],
  ['accelerator-labs-stories-blogs.jsonl.gz', 'source', 1_187],
  ['uninfo-suboutputs.jsonl.gz', 'activity', 14_859],
  ['uninfo-country-sdg-totals.json.gz', 'source', 127],
] as const;

async function readReal(name: string): Promise<Incoming[] | undefined> {
  const path = sharedData(`ssc/${name}`);
  return path === undefined ? undefined : readRecords(await openInputFile(path));
}

for (const [name, register, rows] of tables) {
  test(`${name}: one record a row, every value as its field wants it, a key of its own`, async (t) => {
    const records = await readReal(name);
    if (records === undefined) return t.skip(skipWords);
    assert.equal(records.length, rows);
    assert.ok(records.every((record) => record.register === register));
    const { fields, title } = getRegister(register);
    for (const { values, place } of records) {
      assert.ok(values[title], JSON.stringify(place));
      for (const [field, value] of Object.entries(values)) {
        const result = fields[field]?.schema.safeParse(value);
        assert.ok(
          result?.success,
          `${JSON.stringify(place)} ${field}: ${JSON.stringify(result?.error?.issues)}`,
        );
      }
    }
    const errors = records
      .flatMap(({ findings }) => findings)
      .filter(({ severity, code }) => severity === 'error' || code === 'unknownColumn');
    assert.deepEqual(errors, []);
    const keys = records.map((record) => record.keys.map(({ scheme, value }) => `${scheme}:${value}`).join());
    assert.equal(new Set(keys).size, rows);
    assert.ok(!keys.includes(''));
  });
}

test('a later edition of the same table names the same projects by the same keys', async (t) => {
  const first = await readReal('undp-projects-2023-06.csv.gz');
  const second = await readReal('undp-projects-2023-09-curated.csv.gz');
  if (first === undefined || second === undefined) return t.skip(skipWords);
  const titles = new Map(first.map(({ keys, values }) => [keys[0]?.value, titleOf(values)]));
  const known = second.filter(({ keys }) => titles.has(keys[0]?.value));
  assert.equal(known.length, 55);
  // `Number` alone would do worse than nothing: from 158 on the later edition numbers other projects.
  for (const { keys, values } of known) {
    assert.equal(titles.get(keys[0]?.value)?.slice(0, 15), titleOf(values).slice(0, 15));
  }
});

function titleOf(values: Incoming['values']): string {
  const title = getRegister('activity').fields['title']?.schema.parse(values['title']);
  return textIn(title, 'en').text.toLowerCase();
}

test('what the tables say badly is noted and kept: broken accents, lost colons, no title, no country', async (t) => {
  const projects = await readReal('undp-projects-2023-06.csv.gz');
  const mapping = await readReal('undp-mapping-2016.jsonl.gz');
  const stories = await readReal('accelerator-labs-stories-blogs.jsonl.gz');
  const engagements = await readReal('undp-engagements.csv');
  if (!projects || !mapping || !stories || !engagements) return t.skip(skipWords);
  const codes = (records: Incoming[]) =>
    new Set(records.flatMap(({ findings }) => findings.map(({ path, code }) => `${path} ${code}`)));
  assert.ok(codes(projects).has('summary damagedText'));
  assert.ok(codes(mapping).has('links badAddress'));
  assert.ok(codes(stories).has('title titleMade'));
  assert.ok(codes(engagements).has('title titleMade'));
  assert.deepEqual(mapping[0]?.values['links'], [{ url: 'http://open.undp.org/#project/00080950' }]);
  const notes = engagements.map(({ values }) => JSON.stringify(values['recipientsNote'] ?? ''));
  assert.ok(notes.filter((note) => note.includes('Regional Bureau for Africa')).length > 30);
  assert.deepEqual(engagements[0]?.values['title'], {
    original: 'en',
    texts: { en: 'Partnership Facilitation: SSC · Benin · with India' },
  });
});

test('IATI identifiers are kept in one form, publishers under their own names', async (t) => {
  const records = await readReal('iati-ssc-activities.jsonl.gz');
  if (records === undefined) return t.skip(skipWords);
  for (const { keys } of records) assert.match(keys[0]?.value ?? '', /^\S(?:[^a-z]*\S)?$/);
  assert.equal(records[0]?.publisher, 'World Health Organization');
  assert.equal(new Set(records.map(({ publisher }) => publisher)).size > 20, true);
});

test('a mapping is known for every table and every name is used once', () => {
  assert.equal(new Set(mappings.map(({ name }) => name)).size, mappings.length);
  assert.ok(mappings.length >= 14);
});
