import { existsSync, readFileSync } from 'node:fs';
import { tell } from './figures.ts';
import { type Percentiles, shown } from './percentiles.ts';

/** What a node was like in a part of a long run. */
export interface Slice {
  readonly times: Percentiles;
  /** Of the program, in milliseconds. */
  readonly processorMs: number;
  /** Memory of the program that is in use, in bytes. */
  readonly memory: number;
}

/** Bytes of memory that a process has in use (Linux); NaN elsewhere. */
export function memoryOf(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return Number.NaN;
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1]) * 1_024;
}

/** The most that it has had in use so far. */
export function highestMemoryOf(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return Number.NaN;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1]) * 1_024;
}

/**
 * Tells how memory, processor time and latency of the last quarter of a run are held against those of the second: in the
 * first, caches fill and code is compiled. Latency drifts with whatever else the machine does; processor time less so.
 */
export function tellDrift(what: string, slices: readonly Slice[]): void {
  for (const [nth, { times, processorMs, memory }] of slices.entries())
    console.log(
      `  part ${nth + 1}: ${times.count} requests, p50 ${shown(times.p50)} ms, p99 ${shown(times.p99)} ms, ${processorMs.toFixed(2)} ms of a processor each, ${(memory / 1e6).toFixed(0)} MB`,
    );
  const quarter = Math.max(1, Math.floor(slices.length / 4));
  const early = slices.slice(quarter, quarter * 2);
  const late = slices.slice(-quarter);
  const drifts: readonly (readonly [name: string, of: (slice: Slice) => number, goal: boolean])[] = [
    ['memory', ({ memory }) => memory, true],
    ['processor time a request', ({ processorMs }) => processorMs, false],
    ['latency, p50', ({ times }) => times.p50, true],
    ['latency, p99', ({ times }) => times.p99, false],
  ];
  for (const [name, of, isGoal] of drifts) {
    const mean = (some: readonly Slice[]) => some.reduce((sum, one) => sum + of(one), 0) / some.length;
    const drift = mean(late) / mean(early) - 1;
    tell({
      what: `${what}, drift of ${name}`,
      measured: `${(drift * 100).toFixed(1)} %`,
      yardstick: 'the second quarter of the run',
      ratio: (drift + 1).toFixed(2),
      goal: isGoal ? '≤ 5 %' : '',
      met: !isGoal || drift <= 0.05,
    });
  }
}
