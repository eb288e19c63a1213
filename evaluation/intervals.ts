import { seededRandom } from '../training/learn/random.ts';

const samples = 400;

/**
 * The 95 % interval of a figure by drawing its cases again, with repetition (bootstrap, Efron 1979).
 * @param figure reckons the figure from the numbers of cases
 */
export function intervalOf(
  n: number,
  seed: number,
  figure: (cases: readonly number[]) => number,
): readonly [number, number] {
  const random = seededRandom(seed);
  const drawn = Array.from({ length: samples }, () =>
    figure(Array.from({ length: n }, () => Math.floor(random() * n))),
  ).sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.round(share * (samples - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

/** The mean of something known of each case, with its interval. */
export function meanFigure(
  what: string,
  values: readonly number[],
  seed: number,
  aims: { readonly least?: number; readonly most?: number } = {},
) {
  const interval = intervalOf(values.length, seed, (cases) => meanOf(cases.map((at) => values[at] ?? 0)));
  return { what, value: meanOf(values), n: values.length, interval, ...aims };
}
