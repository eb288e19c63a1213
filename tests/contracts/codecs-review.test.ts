import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats, type RecordFormat } from '../../src/exchange/write-records.ts';
import { langText } from '../../src/kernel/lang-text.ts';
import { type RecordState, unborn } from '../../src/lifecycle/state.ts';
import { type Presented, present } from '../../src/policy/present.ts';
import { activity } from '../../src/registers/activity.ts';
import { memoryFile, readRecords, written } from './codecs-bench.ts';

// What the countries have said of a record goes out with it, and no file brings it in again: a word is given at the
// desk or over the API, by the post that may.

const at = '2025-03-01T10:00:00.000Z';
const values = { title: langText('en', 'Wells') };
const state: RecordState = {
  ...unborn,
  number: 1,
  inForce: 1,
  phase: 'released',
  owner: 'SN',
  standing: 'party',
  answers: {
    BR: {
      state: 'disputed',
      revision: 1,
      at,
      post: 'focal-br',
      objections: [
        { field: 'title', says: langText('en', 'Two wells'), note: '=1+1' },
        { field: 'contacts', says: [{ person: 'Somebody' }] },
      ],
    },
  },
  reservations: [
    {
      id: 'a',
      country: 'MZ',
      on: { kind: 'field', field: 'title' },
      text: langText('en', '=As printed'),
      at,
      post: 'focal-mz',
    },
    {
      id: 'b',
      country: 'BR',
      on: { kind: 'record' },
      text: langText('pt', 'Com reserva'),
      at,
      post: 'focal-br',
    },
    {
      id: 'c',
      country: 'BR',
      on: { kind: 'field', field: 'contacts' },
      text: langText('en', 'Not him'),
      at,
      post: 'focal-br',
    },
  ],
  confirmed: { at, post: 'focal-sn', country: 'SN' },
};

function wells(longText = ''): Presented {
  const origin = { door: 'form', standing: 'party', country: 'SN' } as const;
  const revision = {
    recordId: 'wells',
    register: 'activity',
    number: 1,
    version: 1,
    values,
    post: 'focal-sn',
    at,
    origin,
  };
  const [first, ...rest] = state.reservations;
  assert.ok(first);
  const long = longText === '' ? first : { ...first, text: langText('en', longText) };
  return present(activity, revision, { ...state, reservations: [long, ...rest] }, 'everybody');
}

for (const format of Object.keys(formats) as RecordFormat[]) {
  test(`${format}: a record with the word of three countries comes back as its values alone, and nothing is strange`, async () => {
    for (const record of [wells(), wells('='.repeat(70_000))]) {
      const [read] = await readRecords(memoryFile(`x.${format}`, await written(format, [record])));
      assert.deepEqual(read?.values, values);
      assert.deepEqual(read?.findings, []);
    }
  });
}

test('JSON says what the countries have said and how fresh it is, and nothing of fields that are not everybody’s', async () => {
  for (const format of ['json', 'jsonl'] as const) {
    const text = Buffer.from(await written(format, [wells()])).toString();
    const told: unknown = JSON.parse(text);
    const first = Array.isArray(told) ? told[0] : told;
    const { review } = first as { review: Record<string, unknown> };
    assert.partialDeepStrictEqual(review, {
      owner: 'SN',
      confirmation: 'disputed',
      dueOn: '2026-03-01',
      freshness: 'stale',
    });
    assert.doesNotMatch(text, /Somebody|Not him|contacts/);
  }
});

test('sheets have a column for each, reservations a line each, guarded like any text', async () => {
  const text = Buffer.from(await written('csv', [wells()])).toString();
  assert.match(
    text,
    /review\.owner,review\.confirmation,review\.confirmedAt,review\.dueOn,review\.reservations/,
  );
  assert.match(
    text,
    /SN,disputed,2025-03-01T10:00:00\.000Z,2026-03-01,"MZ \(title\): =As printed\nBR: Com reserva"/,
  );
});
