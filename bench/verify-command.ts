/**
 * `southbridge verify`, alone and against a kept head, as the operator of a big node runs it: the real program over a
 * made-up log of so many entries and over one of a tenth of them. Told are processor time and the most memory that the
 * program had; yardstick of each is the log of a tenth, in the same run. Goals: memory that does not grow with the log
 * (≤ 1.25 times), and progress that says how long it still takes.
 *
 *     node bench/verify-command.ts [entries = 1000000]
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqliteLog } from '../src/log/sqlite-log.ts';
import { checkLog } from '../src/proofs/check-log.ts';
import { passingFolder, tied } from '../tests/fixtures/at-exit.ts';
import { english, written } from '../tests/fixtures/small-house.ts';
import { tell } from './figures.ts';
import { highestMemoryOf } from './load-drift.ts';
import { processorSeconds } from './load-yardsticks.ts';
import { printLoad } from './percentiles.ts';

const entries = Number(process.argv[2] ?? 1_000_000);
const program = fileURLToPath(new URL('../bin/southbridge.js', import.meta.url));
const root = passingFolder('verify-command');

/** A node of so many entries, each a revision of another record with a key of its own. Gives its head as SIZE:ROOT. */
async function fill(dataDir: string, count: number): Promise<string> {
  mkdirSync(dataDir);
  const log = openSqliteLog({ file: join(dataDir, 'southbridge.db') });
  const summary = english(
    'Wells and pumps for the villages of the coast, with training for those who keep them. '.repeat(4),
  );
  for (let done = 0; done < count; done += 2_000)
    await log.append(
      Array.from({ length: Math.min(2_000, count - done) }, (_, nth) => {
        const id = `wells-${done + nth}`;
        const entry = written(id, { title: english(id), summary, start: '2020-01', status: '2' });
        return entry.kind === 'revision' ? { ...entry, keys: [{ scheme: 'table', value: id }] } : entry;
      }),
    );
  const head = await checkLog(log, { size: count, root: '' });
  await log.close();
  return `${count}:${head.root}`;
}

interface Verified {
  readonly seconds: number;
  readonly processor: number;
  /** Bytes. */
  readonly memory: number;
  /** Lines of progress, and how many of them say what time is left. */
  readonly lines: number;
  readonly withTimeLeft: number;
}

async function verify(dataDir: string, ...words: readonly string[]): Promise<Verified> {
  const begun = performance.now();
  const child = tied(
    spawn(process.execPath, [program, 'verify', ...words], {
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  const { pid = 0 } = child;
  let [processor, memory, told, out] = [0, 0, '', ''];
  child.stderr.on('data', (text) => (told += text));
  child.stdout.on('data', (text) => (out += text));
  const look = setInterval(() => {
    // Once the program has ended, its figures are gone or zero.
    processor = Math.max(processor, processorSeconds(pid) || 0);
    memory = Math.max(memory, highestMemoryOf(pid) || 0);
  }, 20);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(look);
  if (code !== 0 || !out.includes('No damage found'))
    throw new Error(`verify ended with ${code}: ${told}${out}`);
  const lines = told.split('\n').filter((line) => line.startsWith('verify: '));
  const withTimeLeft = lines.filter((line) => / (s|min|h) left$/.test(line)).length;
  return {
    seconds: (performance.now() - begun) / 1_000,
    processor,
    memory,
    lines: lines.length,
    withTimeLeft,
  };
}

function tellAll(what: string, big: Verified, small: Verified): void {
  const name = `${what} (${entries} entries)`;
  const yardstick = `a log of ${entries / 10} (`;
  tell({
    what: `${name}, processor time`,
    measured: `${big.processor.toFixed(1)} s, ${big.seconds.toFixed(1)} s by the clock`,
    yardstick: `${yardstick}${small.processor.toFixed(1)} s)`,
    ratio: (big.processor / small.processor).toFixed(1),
    goal: '',
    met: true,
  });
  tell({
    what: `${name}, memory`,
    measured: `${(big.memory / 1e6).toFixed(0)} MB at most`,
    yardstick: `${yardstick}${(small.memory / 1e6).toFixed(0)} MB)`,
    ratio: (big.memory / small.memory).toFixed(2),
    goal: '≤ 1.25 times',
    met: big.memory <= 1.25 * small.memory,
  });
  tell({
    what: `${name}, progress`,
    measured: `${big.withTimeLeft} of ${big.lines} lines say what time is left`,
    yardstick: 'none',
    ratio: '',
    goal: 'all',
    met: big.withTimeLeft === big.lines,
  });
}

const [small, big] = [join(root, 'small'), join(root, 'big')];
const heads = { small: await fill(small, entries / 10), big: await fill(big, entries) };
printLoad();
tellAll('verify', await verify(big), await verify(small));
tellAll(
  'verify --against',
  await verify(big, '--against', heads.big),
  await verify(small, '--against', heads.small),
);
printLoad();
