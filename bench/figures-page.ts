import type { Figure } from './figures.ts';

/** Where and when a benchmark ran. */
export interface Circumstances {
  readonly day: string;
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
  /** Mean number of processes that wanted to run, at the beginning and at the end. */
  readonly load: { readonly before: number; readonly after: number };
  readonly seconds: number;
}

/** What came of one benchmark. */
export interface BenchOutcome {
  readonly bench: string;
  readonly ran: Circumstances;
  readonly figures: readonly Figure[];
  /** Why it did not run to its end; figures that it told before are among the others. */
  readonly failed?: string;
}

/** What came of a promise that was tried at its full number (`npm run long`). */
export interface LongRun {
  readonly name: string;
  /** How many of what: rounds, sequences, records and seconds. */
  readonly asked: string;
  /** What the run told of itself. */
  readonly told: string;
  readonly passed: boolean;
  readonly day: string;
  readonly seconds: number;
}

/**
 * The page that shows the figures of all benchmarks, those that miss their goals and benchmarks that failed among them, and
 * what came of the long runs.
 */
export function figuresPage(outcomes: readonly BenchOutcome[], longRuns: readonly LongRun[]): string {
  const all = outcomes.flatMap(({ figures }) => figures);
  const missed = all.filter(({ met }) => !met).length;
  const failed = outcomes.filter((one) => one.failed !== undefined).length;
  const head =
    '| Benchmark | What | Measured | Yardstick | Ratio | Goal | |\n|---|---|---|---|---|---|---|\n';
  return `# Figures

<!-- Written by \`npm run bench\`: run that, do not change this page. -->

Ratios are to a yardstick in the same run and say more than times, which depend on the machine and on what else it does. ${all.length} figures, ${missed} of them miss their goal; ${failed} of ${outcomes.length} benchmarks did not run to the end. \`npm run bench\` measures all anew, \`npm run bench -- NAME\` one.

${head}${outcomes.flatMap(linesOf).join('')}
## When each was measured

| Benchmark | Day | Took | Load before and after | Machine |
|---|---|---|---|---|
${outcomes.map(ranLine).join('')}
## Promises tried at their full number

\`npm run long\` tries them, \`npm run long -- NAME\` one; \`npm test\` tries fewer of each.

| Run | How many | What it told | Day | Took | |
|---|---|---|---|---|---|
${longRuns.map(longLine).join('')}`;
}

function longLine({ name, asked, told, day, seconds, passed }: LongRun): string {
  return lineOf([name, asked, told, day, `${seconds} s`, passed ? 'kept' : '**failed**']);
}

function linesOf({ bench, figures, failed }: BenchOutcome): readonly string[] {
  const lines = figures.map((figure) => {
    const { what, measured, yardstick, ratio, goal } = figure;
    const wanted = goal === '' ? 'none set' : goal;
    return lineOf([bench, what, measured, yardstick, ratio, wanted, verdict(figure)]);
  });
  if (failed !== undefined)
    return [...lines, lineOf([bench, 'did not run to the end', failed, '', '', '', '**failed**'])];
  return lines.length > 0 ? lines : [lineOf([bench, 'told no figures', '', '', '', '', '**skipped**'])];
}

function ranLine({ bench, ran: { day, seconds, load, cores, processor, node } }: BenchOutcome): string {
  const loads = `${load.before.toFixed(1)}, ${load.after.toFixed(1)}`;
  return lineOf([bench, day, `${seconds} s`, loads, `${cores} processors (${processor}), Node ${node}`]);
}

/** Whether a figure keeps its goal, in a word; nothing where none was set. */
export function verdict({ goal, met }: Figure): string {
  if (goal === '') return '';
  return met ? 'kept' : '**missed**';
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |\n`;
}
