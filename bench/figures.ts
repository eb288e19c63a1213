import { appendFileSync } from 'node:fs';

/** One thing that was measured, as people are told of it: all in words, with units. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** What it was measured against in the same run; `none` where there is nothing to hold it against. */
  readonly yardstick: string;
  /** Ours to the yardstick's; empty where there is none. */
  readonly ratio: string;
  /** Empty where none was set. */
  readonly goal: string;
  /** Whether the goal is kept; without one there is nothing to miss. */
  readonly met: boolean;
}

/** Names the file to which `tell` adds a line a figure; unset where a benchmark is run by itself. */
export const figuresFile = 'SOUTHBRIDGE_FIGURES';

/** Prints a figure, and hands it on to whoever runs all benchmarks. */
export function tell(figure: Figure): void {
  const { what, measured, yardstick, ratio, goal } = figure;
  const against = ratio === '' ? '' : `; ${ratio} × ${yardstick}`;
  const wanted = goal === '' ? '' : `; goal ${goal} ${verdict(figure)}`;
  console.log(`${what}: ${measured}${against}${wanted}`);
  const file = process.env[figuresFile];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

/** What is wanted of times, in milliseconds: so many of a hundred within so long. */
export interface TimesGoal {
  readonly share: 50 | 95 | 99;
  readonly ms: number;
}

/** Times, in milliseconds, as percentiles. */
type ToldTimes = Readonly<Record<'p50' | 'p95', number> & Partial<Record<'p99', number>>>;

/** Tells of times; `against` is the median of the yardstick, in milliseconds, and the ratio that of the medians. */
export function tellTimes(
  what: string,
  times: ToldTimes,
  { yardstick = 'none', against, goal }: { yardstick?: string; against?: number; goal?: TimesGoal },
): void {
  const ms = (time: number) => `${time.toFixed(time < 10 ? 2 : time < 100 ? 1 : 0)} ms`;
  const { p50, p95, p99 } = times;
  const reached = { 50: p50, 95: p95, 99: p99 ?? Number.NaN };
  tell({
    what,
    measured: `p50 ${ms(p50)}, p95 ${ms(p95)}${p99 === undefined ? '' : `, p99 ${ms(p99)}`}`,
    yardstick,
    ratio: against === undefined ? '' : (p50 / against).toFixed(p50 < against ? 3 : 1),
    goal: goal === undefined ? '' : `p${goal.share} ≤ ${goal.ms} ms`,
    met: goal === undefined || reached[goal.share] <= goal.ms,
  });
}

/** Where and when figures were measured. */
export interface Circumstances {
  readonly day: string;
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
  /** Mean number of processes that wanted to run, at the beginning and at the end. */
  readonly load: readonly [number, number];
}

/** What came of one benchmark. */
export interface BenchOutcome {
  readonly bench: string;
  readonly figures: readonly Figure[];
  /** Why it did not run to its end; figures that it told before are among the others. */
  readonly failed?: string;
}

/** The page that shows the figures of a whole run, those that miss their goals and benchmarks that failed among them. */
export function figuresPage(
  { day, cores, processor, node, load }: Circumstances,
  outcomes: readonly BenchOutcome[],
): string {
  const all = outcomes.flatMap(({ figures }) => figures);
  const missed = all.filter(({ met }) => !met).length;
  const failed = outcomes.filter((one) => one.failed !== undefined).length;
  const head =
    '| Benchmark | What | Measured | Yardstick | Ratio | Goal | |\n|---|---|---|---|---|---|---|\n';
  return `# Figures

Written by \`npm run bench\` on ${day}: ${cores} processors (${processor}), Node ${node}, load ${load.map((one) => one.toFixed(1)).join(' at the beginning, ')} at the end. Ratios are to a yardstick in the same run and say more than times, which depend on the machine and on what else it does. ${all.length} figures, ${missed} of them miss their goal; ${failed} of ${outcomes.length} benchmarks did not run to the end.

${head}${outcomes.flatMap(linesOf).join('')}`;
}

function linesOf({ bench, figures, failed }: BenchOutcome): readonly string[] {
  const lines = figures.map((figure) => {
    const { what, measured, yardstick, ratio, goal } = figure;
    return lineOf([
      bench,
      what,
      measured,
      yardstick,
      ratio,
      goal === '' ? 'none set' : goal,
      verdict(figure),
    ]);
  });
  if (failed !== undefined)
    return [...lines, lineOf([bench, 'did not run to the end', failed, '', '', '', '**failed**'])];
  return lines.length > 0 ? lines : [lineOf([bench, 'told no figures', '', '', '', '', '**skipped**'])];
}

function verdict({ goal, met }: Figure): string {
  if (goal === '') return '';
  return met ? 'kept' : '**missed**';
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |\n`;
}
