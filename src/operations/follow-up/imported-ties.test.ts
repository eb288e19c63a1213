import assert from 'node:assert/strict';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { smallHouse } from '../../../tests/fixtures/small-house.ts';
import { fileOf } from '../../../tests/fixtures/taking-in.ts';
import { loadMappings } from '../../exchange/tables/load-mappings.ts';
import type { House } from '../house.ts';
import { ingest } from '../ingest/ingest.ts';

// What does not go together in a table of measures is told at the row that comes later; no row is lost for it.

let house: House;

beforeEach(async () => {
  const mappings = await loadMappings(join(import.meta.dirname, '../../../content/mappings'));
  house = { ...(await smallHouse()), mappings };
});

/** For each row its verdict and its findings, each at its field. */
async function told(...lines: readonly string[]): Promise<readonly string[]> {
  const said: string[] = [];
  await ingest(house, fileOf('measures.jsonl', lines.join('\n')), {
    door: 'import',
    onVerdict: ({ outcome, findings }) =>
      said.push([outcome, ...findings.map(({ path, code }) => `${path} ${code}`)].join(', ')),
  });
  return said;
}

const plan = line('instrument', 'plan', { adoptedOn: '2003-12-19' });

function line(register: string, id: string, values: object): string {
  return JSON.stringify({
    register,
    id,
    values: { title: { original: 'en', texts: { en: id } }, ...values },
  });
}

function measure(id: string, values: object, instrument = 'plan'): string {
  return line('measure', id, { instrument: { register: 'instrument', id: instrument }, ...values });
}

function waits(...ids: readonly string[]) {
  return { dependsOn: ids.map((id) => ({ register: 'measure', id })) };
}

test('a number used twice in one instrument is a finding; in two instruments it is none', async () => {
  const other = line('instrument', 'other', {});
  assert.deepEqual(
    await told(
      plan,
      other,
      measure('m-1', { number: '1' }),
      measure('m-2', { number: '1' }),
      measure('o-1', { number: '1' }, 'other'),
    ),
    ['created', 'created', 'created', 'created, number numberTwice', 'created'],
  );
});

test('the same table a second time finds nothing new in its own numbers', async () => {
  const rows = [plan, measure('m-1', { number: '1' })];
  await told(...rows);
  assert.deepEqual(await told(...rows, measure('m-3', { number: '3' })), [
    'unchanged',
    'unchanged',
    'created',
  ]);
});

test('a measure whose instrument is nowhere says so', async () => {
  assert.deepEqual(await told(measure('m-1', {}, 'nowhere')), ['created, instrument unknownInstrument']);
});

test('a due date before its instrument is left out, the measure stays', async () => {
  const due = { due: { precision: 'day', date: '2001-01-31' } };
  assert.deepEqual(await told(plan, measure('m-1', due)), ['created', 'created, due dueBeforeInstrument']);
  assert.equal((await house.log.latest(['m-1'])).get('m-1')?.values['due'], undefined);
});

test('measures that would wait for one another do not: the row that closes the circle loses its wait', async () => {
  const said = await told(plan, measure('a', waits('b')), measure('b', waits('c')), measure('c', waits('a')));
  assert.deepEqual(said, ['created', 'created', 'created', 'created, dependsOn dependsOnItself']);
});

test('a report that says a state and no date is refused at its date', async () => {
  const report = line('progressReport', 'r', { measure: { register: 'measure', id: 'm-1' }, state: 'done' });
  assert.deepEqual(await told(report), ['refused, on missing']);
});

test('totals of a table that its parts do not add up to are a finding at the column', async () => {
  const row = (spent: number) => ({
    iso3: 'SEN',
    name: 'Senegal',
    n_projects: 3,
    totals: { required: 30, available: 20, spent },
    sdgs: { 1: { required: 10, available: 15, spent: 5 }, 2: { required: 20, available: 5, spent: 1 } },
  });
  const said: string[] = [];
  for (const spent of [6, 60])
    await ingest(house, fileOf(`totals-${spent}.json`, JSON.stringify([row(spent)])), {
      door: 'import',
      onVerdict: ({ findings }) =>
        said.push(
          findings
            .flatMap(({ code, params }) => (code === 'titleMade' ? [] : `${code} ${JSON.stringify(params)}`))
            .join(),
        ),
    });
  assert.deepEqual(said, ['', 'doesNotAddUp {"got":"6","right":"60","column":"totals.spent"}']);
});
