/**
 * Runs every benchmark of this folder, one after the other, each in a process of its own; each prints ratios against its own
 * yardstick. One that fails stops none of the others. All figures are kept in bench/measured.json, each with the day and
 * the load of the machine, and shown as one table in docs/reference/figures.md, misses and failures included; after each
 * benchmark both are up to date. With names only these are measured anew, and the others stay as they were; with options
 * their figures stand beside those without.
 *
 *     node bench/all.ts [name of a benchmark, …] [its options]
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { passingFolder, tied } from '../tests/fixtures/at-exit.ts';
import { type Figure, figuresFile } from './figures.ts';
import type { BenchOutcome, Circumstances } from './figures-page.ts';
import { keepOutcome, pageFile } from './kept.ts';

/** Parts that benchmarks share. */
const parts: ReadonlySet<string> = new Set([
  'all.ts',
  'corpus.ts',
  'figures.ts',
  'figures-page.ts',
  'kept.ts',
  'long-run.ts',
  'iati-file.ts',
  'search-queries.ts',
  'search-fts.ts',
  'kept-index.ts',
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

/** Run where they are named only: by search-scale with each number of records, or for an hour. */
const onlyByName: ReadonlySet<string> = new Set(['search-index', 'search-postgres', 'search-xapian', 'soak']);

const given = process.argv.slice(2);
const optionsAt = given.findIndex((word) => word.startsWith('--'));
const options = optionsAt < 0 ? [] : given.slice(optionsAt);
const named = given.slice(0, given.length - options.length).map((name) => name.replace(/\.ts$/, ''));
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !parts.has(file))
  .map((file) => file.replace(/\.ts$/, ''));
const unknown = named.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${known.sort().join(', ')}`);
  process.exit(2);
}
const benches = known
  .filter((name) => (named.length === 0 ? !onlyByName.has(name) : named.includes(name)))
  .sort();

const folder = passingFolder('figures');
for (const [place, bench] of benches.entries()) {
  console.log(`\n── ${place + 1} of ${benches.length}: ${bench}`);
  const outcome = await run(bench);
  keepOutcome(outcome, known);
  const { ran, failed } = outcome;
  console.log(failed === undefined ? `── ${ran.seconds} s` : `── FAILED after ${ran.seconds} s: ${failed}`);
  if (failed !== undefined) process.exitCode = 1;
}
rmSync(folder, { recursive: true });
console.log(`\nAll figures: ${pageFile}`);

/** One benchmark in a process of its own, which prints where this one does. */
async function run(bench: string): Promise<BenchOutcome> {
  const file = join(folder, bench);
  const [loadBefore = 0] = loadavg();
  const begun = performance.now();
  // Told to end, it takes with it what it has started.
  const child = tied(
    spawn(process.execPath, [join(import.meta.dirname, `${bench}.ts`), ...options], {
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { ...process.env, [figuresFile]: file },
    }),
    (pid) => process.kill(pid, 'SIGTERM'),
  );
  let said = '';
  child.stderr.on('data', (some: Buffer) => {
    process.stderr.write(some);
    said = `${said}${some}`.slice(-20_000);
  });
  const [status, signal] = await new Promise<readonly [number | null, string | null]>((resolve) =>
    child.once('close', (...ended) => resolve(ended)),
  );
  const figures = existsSync(file) ? figuresIn(file) : [];
  const [loadAfter = 0] = loadavg();
  const ran: Circumstances = {
    day: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    node: process.version,
    load: { before: loadBefore, after: loadAfter },
    seconds: Math.round((performance.now() - begun) / 1000),
  };
  // Measured with options it stands beside what it tells without.
  const named = [bench, ...options].join(' ');
  if (status === 0) return { bench: named, ran, figures };
  return { bench: named, ran, figures, failed: `${reasonIn(said)} (ended with ${status ?? signal})` };
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
