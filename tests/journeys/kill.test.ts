import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { defaultLimits } from '../../src/exchange/limits.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { openSqliteLog } from '../../src/log/sqlite-log.ts';
import { follow } from '../../src/operations/follow.ts';
import type { House } from '../../src/operations/house.ts';

const rounds = Number(process.env['SOUTHBRIDGE_KILL_ROUNDS'] ?? 200);
/** Rows that an import writes in one transaction: after a kill a part of a file holds none or all of such a group. */
const rowsTogether = 250;
const writer = fileURLToPath(new URL('../fixtures/kill-writer.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'southbridge-kill-'));

after(() => rm(folder, { recursive: true, force: true }));

test(`what was acknowledged survives ${rounds} sudden deaths, whole, and the index repairs itself`, async (t) => {
  /** The ledger: highest acknowledged revision of each record, kept outside the program. */
  const acknowledged = new Map<string, number>();
  let told = 0;
  for (let round = 0; round < rounds; round += 1) told += await oneDeath(round, acknowledged);
  assert.ok(told > rounds, `the writer must have got something done: ${told} acknowledgements`);

  const log = openSqliteLog({ file: join(folder, 'southbridge.db') });
  const found = await log.latest([...acknowledged.keys()]);
  const lost = [...acknowledged].filter(([id, number]) => (found.get(id)?.number ?? 0) < number);
  assert.deepEqual(lost, [], 'acknowledged revisions that are gone');

  const { damage, entries } = await log.verify(() => undefined);
  assert.deepEqual(damage, []);

  const groups = new Map<string, number>();
  for (let seq = 0; ; ) {
    const page = await log.since(seq, 2_000);
    const last = page.at(-1);
    if (last === undefined) break;
    seq = last.seq;
    for (const entry of page) {
      if (entry.kind !== 'revision' || entry.revision.number !== 1) continue;
      const { file = '', place = '' } = entry.revision.origin;
      const group = `${file} ${Math.floor((Number(place.split(' ').at(-1)) - 1) / rowsTogether)}`;
      groups.set(group, (groups.get(group) ?? 0) + 1);
    }
  }
  const torn = [...groups].filter(([, rows]) => rows !== rowsTogether);
  assert.deepEqual(torn, [], 'groups of rows that were written in part');

  const index = await openIndex({ folder: join(folder, 'index'), name: 'everybody' });
  const house: House = {
    log,
    index,
    clock: systemClock,
    limits: defaultLimits,
    mappings: [],
    onChange: new Set(),
  };
  await follow(house);
  const { total } = index.search({
    words: 'wells',
    lang: 'en',
    filters: {},
    sort: 'newest',
    offset: 0,
    limit: 0,
    count: [],
  });
  const fresh = await openIndex({ name: 'fresh' });
  await follow({ ...house, index: fresh });
  const again = fresh.search({
    words: 'wells',
    lang: 'en',
    filters: {},
    sort: 'newest',
    offset: 0,
    limit: 0,
    count: [],
  });
  assert.equal(total, again.total, 'the repaired index finds what an index made afresh finds');
  t.diagnostic(`${rounds} kills, ${told} acknowledgements, ${entries} entries, 0 lost, 0 torn`);
  await log.close();
});

/** Starts the writer, lets it work for a random moment, kills it, and returns how many acknowledgements it gave. */
async function oneDeath(round: number, acknowledged: Map<string, number>): Promise<number> {
  const child = spawn(process.execPath, [writer, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('exit', (_, signal) => resolve(signal)),
  );
  let told = 0;
  const lines = createInterface({ input: child.stdout });
  const read = new Promise<void>((resolve) => lines.on('close', resolve));
  lines.on('line', (line) => {
    if (line === 'open') {
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 300);
      return;
    }
    const [outcome, id = '', number] = line.split(' ');
    assert.notEqual(outcome, 'refused', line);
    acknowledged.set(id, Number(number));
    told += 1;
  });
  assert.equal(await ended, 'SIGKILL', 'the writer must die by our hand, not by an error of its own');
  await read;
  return told;
}
