/**
 * How soon the real program is useful: from the moment it is started until its first page has come. Once with its
 * projections kept, once with an empty disk, when it makes them anew from the log, in its file or in PostgreSQL.
 * Yardstick in the same run: the runtime, started to do nothing. Where others use the machine too, the seconds of a
 * processor say more than the time. Goals: 2 s with 100,000 records; 5 minutes from an empty disk with 1,000,000.
 *
 *     node bench/start.ts [--records 100000] [--log file|postgres] [--profile folder for CPU profiles of the program]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { passingFolder } from '../tests/fixtures/at-exit.ts';
import { startPostgres, withoutPostgres } from '../tests/fixtures/postgres-server.ts';
import { southbridge, startHouse } from '../tests/fixtures/running-house.ts';
import { tell } from './figures.ts';
import { processorSeconds } from './load-yardsticks.ts';
import { copyOfOffice } from './office.ts';
import { percentilesOf, printLoad } from './percentiles.ts';

const { values: said } = parseArgs({
  options: {
    records: { type: 'string', default: '100000' },
    log: { type: 'string', default: 'file' },
    profile: { type: 'string' },
  },
});
const records = Number(said.records);
const inPostgres = said.log === 'postgres';
const rounds = 5;
const profiling =
  said.profile === undefined ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${said.profile}` };

interface Start {
  readonly seconds: number;
  readonly processor: number;
  /** Memory in use once the first page has come, in bytes. */
  readonly resident: number;
}

async function start(dataDir: string, environment: Readonly<Record<string, string>>): Promise<Start> {
  const begun = performance.now();
  const house = await startHouse({ dataDir, environment: { ...environment, ...profiling } });
  const answer = await fetch(`${house.address}/en/`);
  await answer.text();
  if (answer.status !== 200) throw new Error(`the first page came with ${answer.status}`);
  const seconds = (performance.now() - begun) / 1_000;
  const processor = processorSeconds(house.pid);
  const resident = residentOf(house.pid);
  await house.stop();
  return { seconds, processor, resident };
}

/** Bytes of memory that a process holds (Linux); NaN elsewhere. */
function residentOf(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return Number.NaN;
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1]) * 1_024;
}

function tellStart(what: string, { seconds, processor }: Start, bare: number, goal: number): void {
  tell({
    what: `start, ${what} (${records} records)`,
    measured: `${seconds.toFixed(1)} s until the first page has come, ${processor.toFixed(1)} s of a processor`,
    yardstick: `the runtime by itself (${bare.toFixed(2)} s)`,
    ratio: (seconds / bare).toFixed(1),
    goal: `${goal} s`,
    met: seconds <= goal,
  });
}

/** Seconds that the runtime takes to start and end, the median of some. */
function bareStart(): number {
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return (performance.now() - begun) / 1_000;
  });
  return percentilesOf(times).p50;
}

async function measure(dataDir: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const bare = bareStart();
  rmSync(join(dataDir, 'index'), { recursive: true, force: true });
  const empty = await start(dataDir, environment);
  tellStart(
    `projections made anew from the log in ${inPostgres ? 'PostgreSQL' : 'its file'}`,
    empty,
    bare,
    300,
  );
  printLoad();
  const starts: Start[] = [];
  for (let round = 0; round < rounds; round += 1) starts.push(await start(dataDir, environment));
  starts.sort((a, b) => a.seconds - b.seconds);
  const median = starts[rounds >> 1] ?? empty;
  tellStart('projections kept', median, bare, records > 100_000 ? 20 : 2);
  tell({
    what: `start, memory once the first page has come (${records} records)`,
    measured: `${(median.resident / 1e6).toFixed(0)} MB`,
    yardstick: 'none',
    ratio: '',
    goal: '',
    met: true,
  });
  printLoad();
}

async function moved(folder: string): Promise<void> {
  const server = await startPostgres({ settings: ['shared_buffers = 512MB', 'max_wal_size = 8GB'] });
  const own = passingFolder('bench');
  try {
    const address = await server.newDatabase();
    const { code, err } = await southbridge(folder, 'move', '--to', address);
    if (code !== 0) throw new Error(err);
    await measure(own, { DATABASE_URL: address });
  } finally {
    rmSync(own, { recursive: true });
    await server.stop();
  }
}

const folder = await copyOfOffice({ records, reports: records * 0.3 });
try {
  if (!inPostgres) await measure(folder, {});
  else if (withoutPostgres) console.log(`${withoutPostgres}. Nothing measured.`);
  else await moved(folder);
} finally {
  rmSync(folder, { recursive: true });
}
