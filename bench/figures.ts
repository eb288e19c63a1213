import { appendFileSync } from 'node:fs';
import { verdict } from './figures-page.ts';

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
