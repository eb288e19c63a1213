import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { folderPlace } from '../../src/backup/folder-place.ts';
import { restoreBackup } from '../../src/backup/restore-backup.ts';
import { verifyBackup } from '../../src/backup/verify-backup.ts';
import { defaultLimits } from '../../src/exchange/limits.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { openSqliteLog } from '../../src/log/sqlite-log.ts';
import { follow } from '../../src/operations/follow.ts';
import type { RecordLog } from '../../src/operations/ports.ts';
import { checkLog } from '../../src/proofs/check-log.ts';
import { allLabels } from '../fixtures/all-labels.ts';
import { type Ledger, oneDeath, works } from '../fixtures/kill-round.ts';
import { boardIn, boardInMemory } from '../fixtures/small-house.ts';

const rounds = Number(process.env['SOUTHBRIDGE_KILL_ROUNDS'] ?? 100);
/** Rounds that one house lives through; houses die side by side, one a core. */
const roundsOfAHouse = 25;
const sideBySide = 2;
/** Rows that an import writes in one transaction: after a kill a part of a file holds none or all of such a group. */
const rowsTogether = 250;
const base = await mkdtemp(join(tmpdir(), 'southbridge-kill-'));

after(() => rm(base, { recursive: true, force: true }));

// Random SIGKILL while records are edited, files imported, a first schema is brought up to date, backups written, the index
// made anew. A ledger outside the program says what was acknowledged.

test(`what was acknowledged survives ${rounds} sudden deaths, whole, and the index repairs itself`, async (t) => {
  const houses = Math.ceil(rounds / roundsOfAHouse);
  let next = 0;
  let told = 0;
  const workers = Array.from({ length: sideBySide }, async () => {
    while (next < houses) {
      next += 1;
      told += await lifeOfAHouse(join(base, String(next)), Math.min(roundsOfAHouse, rounds));
    }
  });
  await Promise.all(workers);
  t.diagnostic(
    `${houses * Math.min(roundsOfAHouse, rounds)} kills, ${told} acknowledgements, 0 lost, 0 torn`,
  );
});

/** Kills a house again and again, then holds what is left against the ledger. Gives the number of acknowledgements. */
async function lifeOfAHouse(folder: string, deaths: number): Promise<number> {
  await mkdir(folder);
  const ledger: Ledger = { revisions: new Map(), backups: new Map() };
  let told = 0;
  for (let round = 0; round < deaths; round += 1)
    told += await oneDeath(folder, round, works[round % works.length] ?? 'edits', ledger);
  assert.ok(told > deaths, `the writer must have got something done: ${told} acknowledgements`);
  const log = openSqliteLog({ file: join(folder, 'southbridge.db') });
  const found = await log.latest([...ledger.revisions.keys()]);
  const lost = [...ledger.revisions].filter(([id, number]) => (found.get(id)?.number ?? 0) < number);
  assert.deepEqual(lost, [], 'acknowledged revisions that are gone');
  assert.deepEqual((await log.verify(() => undefined)).damage, []);
  assert.deepEqual(await tornGroups(log), [], 'groups of rows that were written in part');
  await backupsAreWhole(folder, log, ledger);
  await indexIsWhole(folder, log);
  await log.close();
  await rm(folder, { recursive: true });
  return told;
}

/** Every backup that was acknowledged is there, as the log was at that number; the newest is restored to that very state. */
async function backupsAreWhole(folder: string, log: RecordLog, { backups }: Ledger): Promise<void> {
  for (const [size, root] of backups)
    assert.equal((await checkLog(log, { size, root })).standing, 'fits', `the backup of ${size} entries`);
  if (backups.size === 0) return;
  const place = folderPlace(join(folder, 'place'));
  const { newest } = await verifyBackup(place);
  assert.ok(newest.size >= Math.max(...backups.keys()), 'an acknowledged backup is gone');
  const dataDir = join(folder, 'restored');
  await mkdir(dataDir);
  const restored = openSqliteLog({ file: join(dataDir, 'southbridge.db') });
  const { root } = await restoreBackup(place, { log: restored, dataDir, onProgress: () => undefined });
  assert.equal((await checkLog(log, { size: newest.size, root })).standing, 'fits');
  assert.equal(await restored.head(), newest.size);
  await restored.close();
}

async function tornGroups(log: RecordLog): Promise<readonly (readonly [group: string, rows: number])[]> {
  const groups = new Map<string, number>();
  for (let seq = 0; ; ) {
    const page = await log.since(seq, 2_000);
    const last = page.at(-1);
    if (last === undefined) return [...groups].filter(([, rows]) => rows !== rowsTogether);
    seq = last.seq;
    for (const entry of page) {
      if (entry.kind !== 'revision' || entry.revision.origin.door !== 'import') continue;
      const { file = '', place = '' } = entry.revision.origin;
      const group = `${file} ${Math.floor((Number(place.split(' ').at(-1)) - 1) / rowsTogether)}`;
      groups.set(group, (groups.get(group) ?? 0) + 1);
    }
  }
}

/** What the repaired index finds is what an index made afresh finds. */
async function indexIsWhole(folder: string, log: RecordLog): Promise<void> {
  const house = {
    log,
    clock: systemClock,
    limits: defaultLimits,
    labels: allLabels,
    mappings: [],
    onChange: new Set<never>(),
  };
  const repaired = await openIndex({ folder: join(folder, 'index'), name: 'everybody' });
  const fresh = await openIndex({ name: 'fresh' });
  const totals: number[] = [];
  const boards = [boardIn(folder), boardInMemory()] as const;
  for (const [i, index] of [repaired, fresh].entries()) {
    const board = boards[i] ?? boardInMemory();
    await follow({ ...house, index, board });
    const query = {
      words: 'wells',
      lang: 'en',
      filters: {},
      sort: 'newest',
      offset: 0,
      limit: 0,
      count: [],
    } as const;
    totals.push(index.search(query).total);
  }
  assert.equal(totals[0], totals[1]);
  assert.equal(boards[0].position(), boards[1].position());
  const ids = [...(await someIdsIn(log))];
  assert.deepEqual(boards[0].records(ids), boards[1].records(ids));
  boards[0].close();
}

/** Some of the records in the log. */
async function someIdsIn(log: RecordLog): Promise<ReadonlySet<string>> {
  const entries = await log.since(0, 2_000);
  return new Set(entries.flatMap((entry) => (entry.kind === 'revision' ? [entry.revision.recordId] : [])));
}
