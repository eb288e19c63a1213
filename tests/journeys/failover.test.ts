import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../src/kernel/fault.ts';
import { openPostgresLog } from '../../src/log/postgres-log.ts';
import type { RecordLog } from '../../src/operations/ports.ts';
import { revision } from '../contracts/record-log.ts';
import { openAt, startPair } from '../fixtures/postgres-pair.ts';
import { type PostgresServer, withoutPostgres } from '../fixtures/postgres-server.ts';

// A primary with a synchronous standby; while many write, the primary is killed and the standby promoted. The ledger is
// kept here, outside the program. 20 times: SOUTHBRIDGE_FAILOVERS=20 node --test tests/journeys/failover.test.ts

const rounds = Number(process.env['SOUTHBRIDGE_FAILOVERS'] ?? 3);
const skip = withoutPostgres;
const writers = 8;

/** What one writer was told: revisions acknowledged one after the other, and when. */
interface Ledger {
  acknowledged: number;
  /** Revisions of which nobody said what became of them. */
  unknown: number;
  lastAt: number;
  readonly pausesMs: number[];
}

async function keepWriting(log: RecordLog, id: string, ledger: Ledger, isOver: () => boolean): Promise<void> {
  let next = 1;
  while (!isOver()) {
    try {
      await log.append([revision(id, next)]);
      ledger.acknowledged += 1;
      next += 1;
      ledger.pausesMs.push(performance.now() - ledger.lastAt);
      ledger.lastAt = performance.now();
    } catch (error) {
      assert.ok(error instanceof Fault, String(error));
      if (error.code === 'outcomeUnknown') ledger.unknown += 1;
      next = ((await log.latest([id])).get(id)?.number ?? 0) + 1;
    }
  }
}

async function failOver(
  memory: string,
): Promise<{ readonly acknowledged: number; readonly pauseMs: number }> {
  const { primary, standby } = await startPair();
  const postgres = openAt([primary, standby]);
  try {
    const log = await openPostgresLog({ postgres, memory });
    let over = false;
    const ledgers = Array.from(
      { length: writers },
      (): Ledger => ({ acknowledged: 0, unknown: 0, lastAt: performance.now(), pausesMs: [] }),
    );
    const writing = ledgers.map((ledger, nth) => keepWriting(log, `w-${nth}`, ledger, () => over));
    await sleep(300 + Math.random() * 500);
    await primary.kill();
    await standby.sql('SELECT pg_promote()');
    const before = ledgers.map(({ acknowledged }) => acknowledged);
    const late = performance.now() + 30_000;
    while (
      ledgers.some(({ acknowledged }, nth) => acknowledged < (before[nth] ?? 0) + 5) &&
      performance.now() < late
    )
      await sleep(20);
    over = true;
    await Promise.all(writing);
    const there = await log.latest(ledgers.map((_, nth) => `w-${nth}`));
    for (const [nth, { acknowledged, unknown }] of ledgers.entries()) {
      const written = there.get(`w-${nth}`)?.number ?? 0;
      assert.ok(
        written >= acknowledged && written <= acknowledged + unknown,
        `${written} written, ${acknowledged} acknowledged, ${unknown} unknown`,
      );
    }
    assert.deepEqual((await log.verify(() => undefined)).damage, []);
    await log.close();
    await oldOneGetsNothing(primary, memory);
    return {
      acknowledged: ledgers.reduce((sum, one) => sum + one.acknowledged, 0),
      pauseMs: Math.max(...ledgers.flatMap(({ pausesMs }) => pausesMs)),
    };
  } finally {
    await postgres.close();
    await standby.stop();
    await primary.stop();
  }
}

/** The old primary comes back and takes itself for the primary: a node that remembers does not write to it. */
async function oldOneGetsNothing(primary: PostgresServer, memory: string): Promise<void> {
  await primary.start();
  const before = await primary.sql('SELECT count(*) AS n FROM southbridge.entry');
  const postgres = openAt([primary], 500);
  try {
    await assert.rejects(
      async () => (await openPostgresLog({ postgres, memory })).append([revision('late', 1)]),
      (error) => error instanceof Fault && error.code === 'oldPrimary',
    );
  } finally {
    await postgres.close();
  }
  assert.deepEqual((await primary.sql('SELECT count(*) AS n FROM southbridge.entry')).rows, before.rows);
}

test(`the primary killed under writes ${rounds} times: nothing acknowledged is lost, nothing is written twice, and the old one gets nothing`, {
  skip,
  timeout: rounds * 60_000,
}, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-failover-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const pauses: number[] = [];
  let acknowledged = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const told = await failOver(join(folder, `acknowledged-${round}.json`));
    pauses.push(told.pauseMs);
    acknowledged += told.acknowledged;
  }
  t.diagnostic(
    `${rounds} failovers, ${acknowledged} acknowledged, 0 lost; longest pause of a writer ${Math.round(Math.max(...pauses))} ms`,
  );
});
