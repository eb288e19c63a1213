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
  return bootstrapOf(values, (some) => some.reduce((sum, one) => sum + one, 0) / Math.max(1, some.length));
}

/** The same for any figure that is reckoned from a list. */
export function bootstrapOf<T>(all: readonly T[], figureOf: (some: readonly T[]) => number): Interval {
  const random = randomFrom(seed);
  const figures = Array.from({ length: samples }, () =>
    figureOf(all.map(() => all[Math.floor(random() * all.length)] as T)),
  ).sort((a, b) => a - b);
  return {
    value: figureOf(all),
    low: figures[Math.floor(samples * 0.025)] ?? 0,
    high: figures[Math.floor(samples * 0.975)] ?? 0,
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
