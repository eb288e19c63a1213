import { seededRandom, shuffled } from './random.ts';

/** A thing to learn from: numbers at places, the share of each class in it, and how much it counts. */
export interface SoftmaxRow {
  readonly values: ReadonlyMap<number, number>;
  readonly shares: ReadonlyMap<number, number>;
  readonly weight: number;
}

export interface Softmax {
  /** `classes` numbers for each place. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface SoftmaxOptions {
  readonly width: number;
  readonly classes: number;
  readonly seed: number;
  readonly rounds: number;
  /** Pull toward zero at each step. */
  readonly decay: number;
  readonly pace: number;
}

/** Multinomial logistic regression by stochastic descent with a pace for each weight (Duchi and others 2011). */
export function learnSoftmax(rows: readonly SoftmaxRow[], options: SoftmaxOptions): Softmax {
  const { width, classes, seed, rounds, decay, pace } = options;
  const weights = new Float32Array(width * classes);
  const squares = new Float32Array(width * classes).fill(1e-6);
  const bias = new Float32Array(classes);
  const biasSquares = new Float32Array(classes).fill(1e-6);
  const random = seededRandom(seed);
  const scores = new Float64Array(classes);
  // Numbers in a row: walking through maps would take several times as long.
  const flat = rows.map(({ values, shares, weight }) => ({
    places: Uint32Array.from(values.keys()),
    values: Float32Array.from(values.values()),
    shares: Float32Array.from({ length: classes }, (_, c) => shares.get(c) ?? 0),
    weight,
  }));
  for (let round = 0; round < rounds; round++) {
    for (const { places, values, shares, weight } of shuffled(flat, random)) {
      scores.set(bias);
      for (let i = 0; i < places.length; i++) {
        const at = (places[i] ?? 0) * classes;
        const value = values[i] ?? 0;
        for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + value * (weights[at + c] ?? 0);
      }
      toShares(scores);
      for (let c = 0; c < classes; c++) {
        scores[c] = weight * ((scores[c] ?? 0) - (shares[c] ?? 0));
        descend(bias, biasSquares, c, scores[c] ?? 0, pace);
      }
      for (let i = 0; i < places.length; i++) {
        const at = (places[i] ?? 0) * classes;
        const value = values[i] ?? 0;
        for (let c = 0; c < classes; c++) {
          const slope = (scores[c] ?? 0) * value + decay * (weights[at + c] ?? 0);
          descend(weights, squares, at + c, slope, pace);
        }
      }
    }
  }
  return { weights, bias };
}

function descend(
  weights: Float32Array,
  squares: Float32Array,
  at: number,
  slope: number,
  pace: number,
): void {
  const square = (squares[at] ?? 0) + slope * slope;
  squares[at] = square;
  weights[at] = (weights[at] ?? 0) - (pace * slope) / Math.sqrt(square);
}

/** Scores become shares of one, in place. */
function toShares(scores: Float64Array): void {
  let most = -Infinity;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const share = Math.exp((scores[c] ?? 0) - most);
    scores[c] = share;
    sum += share;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum;
}
