/**
 * Runs every benchmark of this folder, one after the other, each in a process of its own; each prints ratios against its own
 * yardstick. One that fails stops none of the others. At the end all figures are printed as one table; run as a whole it
 * writes them to docs/reference/figures.md, misses and failures included; with names it only prints.
 *
 *     node bench/all.ts [name of a benchmark, …]
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchOutcome, type Figure, figuresFile, figuresPage } from './figures.ts';

/** Parts that benchmarks share. */
const parts: ReadonlySet<string> = new Set([
  'all.ts',
  'corpus.ts',
  'figures.ts',
  'iati-file.ts',
  'search-queries.ts',
  'search-fts.ts',
  'percentiles.ts',
  'postgres-records.ts',
  'processor-time.ts',
  'office.ts',
  'office-records.ts',
  'office-posts.ts',
  'load-client.ts',
  'load-drift.ts',
  'load-engine.ts',
  'load-reads.ts',
  'load-writes.ts',
  'load-yardsticks.ts',
]);

/** Run by search-scale with each number of records; by themselves where they are named. */
const withinOthers: ReadonlySet<string> = new Set(['search-index', 'search-postgres', 'search-xapian']);

const named = process.argv.slice(2).map((name) => name.replace(/\.ts$/, ''));
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !parts.has(file))
  .map((file) => file.replace(/\.ts$/, ''));
const unknown = named.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${known.sort().join(', ')}`);
  process.exit(2);
}
const benches = known
  .filter((name) => (named.length === 0 ? !withinOthers.has(name) : named.includes(name)))
  .sort();

const [loadBefore = 0] = loadavg();
const folder = mkdtempSync(join(tmpdir(), 'southbridge-figures-'));
const outcomes: BenchOutcome[] = [];
for (const [place, bench] of benches.entries()) {
  const begun = performance.now();
  console.log(`\n── ${place + 1} of ${benches.length}: ${bench}`);
  const outcome = await run(bench);
  outcomes.push(outcome);
  const took = `${((performance.now() - begun) / 1000).toFixed(0)} s`;
  console.log(outcome.failed === undefined ? `── ${took}` : `── FAILED after ${took}: ${outcome.failed}`);
}
rmSync(folder, { recursive: true });

const [loadAfter = 0] = loadavg();
const page = figuresPage(
  {
    day: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    node: process.version,
    load: [loadBefore, loadAfter],
  },
  outcomes,
);
console.log(`\n${page}`);
if (named.length === 0) writeFileSync(join(import.meta.dirname, '../docs/reference/figures.md'), page);
if (outcomes.some(({ failed }) => failed !== undefined)) process.exitCode = 1;

/** One benchmark in a process of its own, which prints where this one does. */
async function run(bench: string): Promise<BenchOutcome> {
  const file = join(folder, bench);
  const child = spawn(process.execPath, [join(import.meta.dirname, `${bench}.ts`)], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: { ...process.env, [figuresFile]: file },
  });
  let said = '';
  child.stderr.on('data', (some: Buffer) => {
    process.stderr.write(some);
    said = `${said}${some}`.slice(-20_000);
  });
  const [status, signal] = await new Promise<readonly [number | null, string | null]>((resolve) =>
    child.once('close', (...ended) => resolve(ended)),
  );
  const figures = existsSync(file) ? figuresIn(file) : [];
  if (status === 0) return { bench, figures };
  return { bench, figures, failed: `${reasonIn(said)} (ended with ${status ?? signal})` };
}

/** The line that says what went wrong, among all that a process said before it ended. */
function reasonIn(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  return (lines.findLast((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1) ?? 'said nothing').slice(0, 200);
}

/** Figures that a benchmark told, one a line. */
function figuresIn(file: string): readonly Figure[] {
  // Written by `tell`.
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Figure);
}
