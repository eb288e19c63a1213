/**
 * Runs every benchmark of this folder, one after the other, each in a process of its own; each prints ratios against its own
 * yardstick. Run as a whole it writes docs/reference/figures.md, misses included; with names it only prints.
 *
 *     node bench/all.ts [name of a benchmark, …]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, figuresFile, figuresPage } from './figures.ts';

/** Parts that benchmarks share. */
const parts: ReadonlySet<string> = new Set([
  'all.ts',
  'corpus.ts',
  'figures.ts',
  'iati-file.ts',
  'search-queries.ts',
  'search-fts.ts',
  'percentiles.ts',
  'office.ts',
  'office-records.ts',
  'office-posts.ts',
  'load-client.ts',
  'load-reads.ts',
  'load-writes.ts',
]);

const named = process.argv.slice(2).map((name) => name.replace(/\.ts$/, ''));
const benches = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !parts.has(file))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => named.length === 0 || named.includes(name))
  .sort();

const [loadBefore = 0] = loadavg();
const folder = mkdtempSync(join(tmpdir(), 'southbridge-figures-'));
const broken: string[] = [];
const figures = benches.map((name): readonly [string, readonly Figure[]] => {
  console.log(`\n── ${name}`);
  const file = join(folder, name);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
    stdio: 'inherit',
    env: { ...process.env, [figuresFile]: file },
  });
  if (status !== 0) broken.push(name);
  return [name, existsSync(file) ? figuresIn(file) : []];
});
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
  figures,
);
if (named.length > 0) console.log(`\n${page}`);
else writeFileSync(join(import.meta.dirname, '../docs/reference/figures.md'), page);
if (broken.length > 0) {
  console.error(`Did not run to the end: ${broken.join(', ')}`);
  process.exitCode = 1;
}

/** Figures that a benchmark told, one a line. */
function figuresIn(file: string): readonly Figure[] {
  // Written by `tell`.
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Figure);
}
