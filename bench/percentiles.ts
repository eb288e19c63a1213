import { loadavg } from 'node:os';

/** Milliseconds below which so many in a hundred of the measured times lie. Every time is kept: nothing is rounded into buckets. */
export interface Percentiles {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

export function percentilesOf(times: Iterable<number>): Percentiles {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

/** One line of a table of times. */
export function printTimes(what: string, times: Iterable<number>, goal = ''): void {
  const { count, ...all } = percentilesOf(times);
  const cells = Object.entries(all).map(([name, time]) => `${name} ${shown(time).padStart(7)}`);
  console.log(`${what.padEnd(44)} ${String(count).padStart(6)} ×  ${cells.join('  ')} ms  ${goal}`.trimEnd());
}

export function shown(time: number): string {
  return time.toFixed(time < 10 ? 2 : time < 100 ? 1 : 0);
}

/** What else the machine was doing: figures of a busy machine are not those of a quiet one. */
export function printLoad(): void {
  console.log(
    `load average ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  );
}

/** What a piece of work gives, with its milliseconds kept. */
export async function kept<Answer>(times: number[], work: () => Promise<Answer> | Answer): Promise<Answer> {
  const start = performance.now();
  const answer = await work();
  times.push(performance.now() - start);
  return answer;
}
