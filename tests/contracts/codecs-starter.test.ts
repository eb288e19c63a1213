import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openInputFile } from '../../src/exchange/files/open-input-file.ts';
import type { Incoming } from '../../src/exchange/incoming.ts';
import { getRegister } from '../../src/registers/all-registers.ts';
import { readRecords } from './codecs-bench.ts';

async function starter(name: string): Promise<Incoming[]> {
  return readRecords(
    await openInputFile(fileURLToPath(new URL(`../../content/starter/${name}.jsonl`, import.meta.url))),
  );
}

const files = [
  ['organisations', 'organisation', 68],
  ['practices', 'practice', 44],
  ['activities', 'activity', 82],
  ['events', 'event', 56],
  ['media', 'source', 25],
  ['needs', 'need', 15],
  ['offers', 'offer', 15],
] as const;

for (const [name, register, count] of files) {
  test(`${name}: every record comes whole, under its own id, without a finding`, async () => {
    const records = await starter(name);
    assert.equal(records.length, count);
    const { fields } = getRegister(register);
    for (const { recordId, keys, values, findings, register: found } of records) {
      assert.equal(found, register);
      assert.deepEqual(keys, [{ scheme: 'starter', value: recordId }]);
      assert.deepEqual(findings, []);
      assert.ok(values['title'] && values['sources'] && values['asOf'], recordId);
      for (const [field, value] of Object.entries(values)) {
        const result = fields[field]?.schema.safeParse(value);
        assert.ok(result?.success, `${recordId} ${field} ${JSON.stringify(result?.error?.issues)}`);
      }
    }
  });
}

test('a figure keeps label, unit, date, source and how exact it is; one without a number keeps its words', async () => {
  const practices = await starter('practices');
  const cowin = practices.find(({ recordId }) => recordId === 'cowin');
  assert.deepEqual(cowin?.values['results'], [
    {
      label: { original: 'en', texts: { en: 'People vaccinated in India through it' } },
      value: 1_000_000_000,
      unit: { original: 'en', texts: { en: 'people' } },
      asOf: '2022',
      source: 0,
      basis: 'reported',
      qualifier: 'moreThan',
    },
  ]);
  const cotton = practices.find(({ recordId }) => recordId === 'no-till-cotton');
  assert.match(JSON.stringify(cotton?.values['notes']), /BRS 293 and BRS 286 judged best/);
});

test('adoptions carry role, year, source and note; visits name each country', async () => {
  const practices = await starter('practices');
  const budgeting = practices.find(({ recordId }) => recordId === 'participatory-budgeting');
  const adoptions = budgeting?.values['adoptions'];
  assert.ok(Array.isArray(adoptions));
  assert.deepEqual(adoptions[0], {
    country: 'MZ',
    role: 'adopter',
    period: { start: '2008' },
    source: 3,
    note: { original: 'en', texts: { en: 'Maputo, with World Bank money' } },
  });
  const visits = practices.flatMap(({ values }) => values['exchanges'] ?? []);
  assert.equal(visits.length, 7);
  const unsure = practices.filter(({ values }) => values['unverified'] !== undefined);
  assert.ok(unsure.some(({ values }) => JSON.stringify(values['unverified']).includes('exchanges.0')));
});

test('money, related records and marks of doubt come with an activity', async () => {
  const activities = await starter('activities');
  const forum = activities.find(({ recordId }) => recordId === 'ais-forum-support');
  assert.deepEqual(forum?.values['money'], [
    {
      amount: 100_000,
      currency: 'USD',
      valueDate: '2023',
      basis: 'reported',
      qualifier: 'moreThan',
      label: { original: 'en', texts: { en: 'scholarships and research grants' } },
    },
  ]);
  assert.equal(
    activities.filter(({ values }) => JSON.stringify(values['related'])?.includes('"practice"')).length,
    25,
  );
  assert.equal(activities.filter(({ values }) => values['unverified'] !== undefined).length, 9);
});
