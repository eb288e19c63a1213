import { randomFrom } from '../bench/corpus.ts';
import { seed } from '../training/seed.ts';

/** A mean with the interval in which 95 of 100 samples like this one would put it (percentile bootstrap). */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const samples = 2_000;

export function bootstrap(values: readonly number[]): Interval {
  const random = randomFrom(seed);
  const means = Array.from({ length: samples }, () => {
    let sum = 0;
    for (let at = 0; at < values.length; at += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / Math.max(1, values.length);
  }).sort((a, b) => a - b);
  return {
    value: values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length),
    low: means[Math.floor(samples * 0.025)] ?? 0,
    high: means[Math.floor(samples * 0.975)] ?? 0,
  };
}

/** One line of a table of quality; `least` is what was aimed at. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly n: number;
  readonly interval?: readonly [low: number, high: number];
  readonly least?: number;
}

export function rowOf(what: string, { value, low, high }: Interval, n: number, least?: number): Row {
  return { what, value, n, interval: [low, high], ...(least === undefined ? {} : { least }) };
}
