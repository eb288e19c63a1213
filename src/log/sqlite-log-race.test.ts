import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { revision } from '../../tests/contracts/record-log.ts';
import { Fault } from '../kernel/fault.ts';
import { openSqliteLog } from './sqlite-log.ts';

interface RaceTask {
  readonly file: string;
  /** Counts who has come to the start of a round, so that all set off together. */
  readonly gate: SharedArrayBuffer;
  readonly racers: number;
  readonly rounds: number;
  /** The record that each racer appends to: the same, or its own. */
  readonly recordId: string;
}

/** In each round all racers append the same revision number; gives the numbers that this one wrote. */
async function race({ file, gate, racers, rounds, recordId }: RaceTask): Promise<readonly number[]> {
  const arrived = new Int32Array(gate);
  const setOff = (round: number) => {
    Atomics.add(arrived, 0, 1);
    const late = performance.now() + 10_000;
    while (Atomics.load(arrived, 0) < round * racers) if (performance.now() > late) throw new Error('alone');
  };
  setOff(1);
  const log = openSqliteLog({ file });
  const won: number[] = [];
  for (let number = 1; number <= rounds; number += 1) {
    setOff(number + 1);
    try {
      await log.append([revision(recordId, number)]);
      won.push(number);
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'revisionMoved') throw error;
    }
  }
  await log.close();
  return won;
}

async function startRace(file: string, rounds: number, recordIds: readonly string[]): Promise<number[]> {
  const gate = new SharedArrayBuffer(4);
  const won = recordIds.map(async (recordId) => {
    const task: RaceTask = { file, gate, racers: recordIds.length, rounds, recordId };
    const [numbers] = await once(new Worker(new URL(import.meta.url), { workerData: task }), 'message');
    return numbers;
  });
  return (await Promise.all(won)).flat().sort((a, b) => a - b);
}

function newFile(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-log-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, 'log.sqlite');
}

if (isMainThread) {
  test('two threads race for each of 200 revisions: each is written once', async (t) => {
    const file = newFile(t);
    const won = await startRace(file, 200, ['a', 'a']);
    assert.deepEqual(
      won,
      Array.from({ length: 200 }, (_, i) => i + 1),
    );
    const log = openSqliteLog({ file });
    assert.equal((await log.verify(() => {})).revisions, 200);
    assert.deepEqual((await log.verify(() => {})).damage, []);
    await log.close();
  });

  test('four threads that open a new file at once and write at once lose nothing', async (t) => {
    const file = newFile(t);
    assert.equal((await startRace(file, 10, ['a', 'b', 'c', 'd'])).length, 40);
    const log = openSqliteLog({ file });
    const { revisions, damage } = await log.verify(() => {});
    assert.deepEqual({ revisions, damage }, { revisions: 40, damage: [] });
    await log.close();
  });
} else {
  parentPort?.postMessage(await race(workerData));
}
