import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../../tests/fixtures/small-house.ts';
import type { Incoming } from '../../exchange/incoming.ts';
import type { RecordKey } from '../../lifecycle/revision.ts';
import { openSqliteLog } from '../../log/sqlite-log.ts';
import { activity } from '../../registers/activity.ts';
import { practice } from '../../registers/practice.ts';
import type { Register } from '../../registers/register.ts';
import type { RecordLog } from '../ports.ts';
import { askedKeysOf, type CheckedRow, checkRow } from './checked-row.ts';
import { Known } from './known.ts';
import { mergeValues } from './merge-values.ts';
import { SpokenOf } from './spoken-of.ts';
import { type IntakeContext, type Taken, takeRow } from './take-row.ts';
import { twinKeys } from './twin-keys.ts';

function incoming(keys: readonly RecordKey[], more: Partial<Incoming> = {}): Incoming {
  return {
    register: 'activity',
    keys,
    values: { title: english('Human milk banks') },
    place: { unit: 'row', number: 1 },
    raw: () => 'raw',
    findings: [],
    ...more,
  };
}

const key = (value: string, scheme = 'alpha'): RecordKey => ({ scheme, value });

/** Takes rows one file each. */
async function take(log: RecordLog, row: Incoming, more: Partial<IntakeContext> = {}): Promise<Taken> {
  const checked = checkRow(row);
  assert.ok(checked);
  const known = new Known(log);
  await known.load(askedKeysOf(checked), [checked.newId]);
  const context = {
    door: 'import',
    file: 'f',
    at: '2024-01-01T00:00:00.000Z',
    seenBefore: false,
    spoken: new SpokenOf(),
  } as const;
  const taken = takeRow(checked, known, { ...context, ...more });
  await log.append(taken.entries);
  return taken;
}

function rowOf(row: Incoming): CheckedRow {
  const checked = checkRow(row);
  assert.ok(checked);
  return checked;
}

test('a row is recognised by any of its identifiers', async () => {
  const log = openSqliteLog({ file: ':memory:' });
  const first = await take(log, incoming([key('1'), key('XM-1', 'iati')]));
  const second = await take(log, incoming([key('2', 'beta'), key('XM-1', 'iati')]));
  assert.deepEqual([second.outcome, second.recordId], ['unchanged', first.recordId]);
});

test('a row that brings nothing but a further identifier makes the record known by it', async () => {
  const log = openSqliteLog({ file: ':memory:' });
  const first = await take(log, incoming([key('1')]));
  const second = await take(log, incoming([key('1'), key('2', 'beta')]));
  assert.deepEqual(
    second.entries.map(({ kind }) => kind),
    ['event'],
  );
  const third = await take(log, incoming([key('2', 'beta')], { values: { title: english('Renamed') } }));
  assert.deepEqual([third.outcome, third.recordId], ['updated', first.recordId]);
  const again = await take(
    log,
    incoming([key('1'), key('2', 'beta')], { values: { title: english('Renamed') } }),
  );
  assert.deepEqual([again.outcome, again.entries.length], ['unchanged', 0]);
});

test('one identifier in two registers means two records, and each keeps its own', async () => {
  const log = openSqliteLog({ file: ':memory:' });
  const activity1 = await take(log, incoming([key('1')]));
  const practice1 = await take(log, incoming([key('1')], { register: 'practice' }));
  assert.notEqual(practice1.recordId, activity1.recordId);
  const values = { title: english('Another title') };
  assert.equal((await take(log, incoming([key('1')], { values }))).recordId, activity1.recordId);
  assert.equal(
    (await take(log, incoming([key('1')], { register: 'practice', values }))).recordId,
    practice1.recordId,
  );
});

test('who comes first under a title keeps it: later records do not take over by what others are recognised', async () => {
  const log = openSqliteLog({ file: ':memory:' });
  const first = await take(log, incoming([key('1')]));
  await take(log, incoming([key('2', 'beta')]));
  const bare = await take(
    log,
    incoming([], { values: { title: english('Human milk banks'), themes: ['x'] } }),
  );
  assert.deepEqual([bare.outcome, bare.recordId], ['updated', first.recordId]);
});

test('a row whose id can be none is taken by its other names', async () => {
  const { recordId, newId } = rowOf(incoming([key('1')], { recordId: '../../etc' }));
  assert.equal(recordId, undefined);
  assert.equal(newId, rowOf(incoming([key('1')])).newId);
});

test('nested past all sense, a row without its title is refused and one with it is taken', async () => {
  const log = openSqliteLog({ file: ':memory:' });
  const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  const values = { title: english('Deep'), notes: deep };
  assert.equal((await take(log, incoming([], { values: { title: deep } }))).outcome, 'refused');
  assert.equal((await take(log, incoming([], { values }))).outcome, 'created');
});

test('titles are compared without case, accents and punctuation, and apart by register', () => {
  const keysOf = (title: string, register: Register = activity) =>
    twinKeys(register, { title: english(title) });
  assert.deepEqual(keysOf('Écoles — «vertes»!'), keysOf('ecoles vertes'));
  assert.notDeepEqual(keysOf('Green schools'), keysOf('Green school'));
  assert.notDeepEqual(keysOf('Green schools').match, keysOf('Green schools', practice).match);
  assert.equal('title' in keysOf('Training'), false);
  assert.ok(keysOf('母乳库合作项目在巴西和莫桑比克').title);
});

test('the order in which countries are named does not matter, their side does not either', () => {
  const keyOf = (...countries: readonly string[]) =>
    twinKeys(activity, {
      title: english('T'),
      participants: countries.map((country) => ({ country, role: 'recipient' })),
    }).match;
  assert.deepEqual(keyOf('BR', 'MZ'), keyOf('MZ', 'BR'));
  assert.notDeepEqual(keyOf('BR', 'MZ'), keyOf('BR'));
});

const figure = (value: number, source: number) => ({ value, unit: english('l'), basis: 'counted', source });
const [a, b, c] = ['A', 'B', 'C'].map((title) => ({ title }));

test('fields that a source gives take the place of older ones, all others stay', () => {
  assert.deepEqual(mergeValues({ title: 'T', notes: 'N' }, { title: 'U' }), { title: 'U', notes: 'N' });
});

test('figures that stay go on resting on their source when a new list of sources comes', () => {
  const current = { sources: [a, b], quantities: [figure(1, 1)], money: [figure(2, 0)] };
  const merged = mergeValues(current, { sources: [c, a], money: [figure(3, 1)] });
  assert.deepEqual(merged, { sources: [c, a, b], quantities: [figure(1, 2)], money: [figure(3, 1)] });
});

test('what was merged once is not changed by the same row again', () => {
  const row = { sources: [c, a], money: [figure(3, 1)] };
  const once = mergeValues({ sources: [a, b], quantities: [figure(1, 1)] }, row);
  assert.deepEqual(mergeValues(once, row), once);
});
