import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchOutcome, figuresPage, type LongRun } from './figures-page.ts';

// What was measured is kept beside the benchmarks, so that the page can show all of it whichever was run last.

const measuredFile = join(import.meta.dirname, 'measured.json');
const longRunsFile = join(import.meta.dirname, 'long-runs.json');
export const pageFile = join(import.meta.dirname, '../docs/reference/figures.md');

/** What was measured before of the same benchmark goes, and what was measured of one that is not among the `known`. */
export function keepOutcome(outcome: BenchOutcome, known: readonly string[]): void {
  const kept = [
    ...read<BenchOutcome>(measuredFile).filter(
      ({ bench }) => bench !== outcome.bench && known.includes(bench.split(' ')[0] ?? ''),
    ),
    outcome,
  ].sort((one, other) => (one.bench < other.bench ? -1 : 1));
  write(measuredFile, kept);
  writePage();
}

/** What the same run found before goes, and what runs found that are not among the `known`, in whose order they stand. */
export function keepLongRun(run: LongRun, known: readonly string[]): void {
  const kept = [...read<LongRun>(longRunsFile).filter(({ name }) => name !== run.name), run];
  write(
    longRunsFile,
    known.flatMap((name) => kept.filter((one) => one.name === name)),
  );
  writePage();
}

function writePage(): void {
  writeFileSync(pageFile, figuresPage(read(measuredFile), read(longRunsFile)));
}

/** Files that `write` wrote; none yet is an empty list. */
function read<T>(file: string): readonly T[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T[]) : [];
}

function write(file: string, kept: readonly unknown[]): void {
  writeFileSync(file, `${JSON.stringify(kept, undefined, 2)}\n`);
}
