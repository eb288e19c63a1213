import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { boardIn, english, smallHouse, written } from '../../tests/fixtures/small-house.ts';
import { openSqliteLog } from '../log/sqlite-log.ts';
import { follow } from '../operations/follow.ts';
import type { NewEntry } from '../operations/ports.ts';

const instrument = written(
  'plan',
  { title: english('Plan'), adoptedOn: '2003-12' },
  { register: 'instrument' },
);

function measure(id: string, number: string): NewEntry {
  return written(id, { instrument: { register: 'instrument', id: 'plan' }, number }, { register: 'measure' });
}

function report(id: string, on: string, of: string): NewEntry {
  const values = { measure: { register: 'measure', id: of }, on, state: 'underWay' };
  return written(id, values, { register: 'progressReport' });
}

function withdrawn(recordId: string, register: string): NewEntry {
  const at = '2024-02-01T00:00:00.000Z';
  return { kind: 'event', event: { type: 'withdrawn', recordId, register, at, post: 'p', reason: 'twice' } };
}

const ids = (all: readonly { readonly recordId: string }[]) => all.map(({ recordId }) => recordId);

test('measures stand in the order of their numbers, what was said of them by date', async () => {
  const house = await smallHouse();
  await house.log.append([
    instrument,
    ...['10', '2', '2a', '1'].map((number) => measure(`m-${number}`, number)),
    report('late', '2009-03', 'm-2'),
    report('early', '2005', 'm-2'),
  ]);
  await follow(house);
  const { tracking } = house.board;
  assert.deepEqual(ids(tracking.measuresOf('plan')), ['m-1', 'm-2', 'm-2a', 'm-10']);
  assert.deepEqual(ids(tracking.about('m-2')), ['early', 'late']);
  assert.equal(tracking.find('plan')?.tracked.on, '2003-12');
});

test('what is withdrawn is no longer counted, and a measure that moves to another instrument leaves the first', async () => {
  const house = await smallHouse();
  await house.log.append([instrument, measure('a', '1'), measure('b', '2'), report('r', '2005', 'a')]);
  await follow(house);
  const moved = { instrument: { register: 'instrument', id: 'other' }, number: '2' };
  await house.log.append([
    withdrawn('r', 'progressReport'),
    written('b', moved, { register: 'measure', number: 2 }),
  ]);
  await follow(house);
  const { tracking } = house.board;
  assert.deepEqual(ids(tracking.about('a')), []);
  assert.deepEqual([ids(tracking.measuresOf('plan')), ids(tracking.measuresOf('other'))], [['a'], ['b']]);
});

test('a board that is opened again knows follow-up from its own file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-tracked-'));
  try {
    const log = openSqliteLog({ file: ':memory:' });
    const first = { ...(await smallHouse(log)), board: boardIn(folder) };
    await log.append([instrument, measure('a', '1'), report('r', '2005', 'a')]);
    await follow(first);
    first.board.close();
    const again = boardIn(folder);
    assert.deepEqual(ids(again.tracking.measuresOf('plan')), ['a']);
    assert.deepEqual(ids(again.tracking.about('a')), ['r']);
    again.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
