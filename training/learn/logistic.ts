/** Yes-or-no things to learn from: `size` numbers each, the group whose own bias they share, and the answer. */
export interface LogisticRows {
  readonly size: number;
  readonly groups: number;
  readonly values: Float32Array;
  readonly group: Uint16Array;
  readonly yes: Uint8Array;
}

export interface Logistic {
  readonly weights: Float32Array;
  /** One for each group, the common part included. */
  readonly bias: Float32Array;
}

/**
 * Logistic regression with common weights and a bias for each group, by descent with momentum over all rows (Adam);
 * small squares of weights and of the groups' own biases are preferred.
 */
export function learnLogistic(rows: LogisticRows, { rounds = 300, decay = 1e-4 } = {}): Logistic {
  const { size, groups, values, group, yes } = rows;
  const n = yes.length;
  const scale = scalesOf(rows);
  const all = size + 1 + groups;
  const [w, m, v] = [new Float64Array(all), new Float64Array(all), new Float64Array(all)];
  for (let round = 1; round <= rounds; round++) {
    const slope = Float64Array.from(w, (weight, at) => (at === size ? 0 : decay * weight));
    for (let row = 0; row < n; row++) {
      const own = size + 1 + (group[row] ?? 0);
      let score = (w[size] ?? 0) + (w[own] ?? 0);
      for (let d = 0; d < size; d++) score += (w[d] ?? 0) * (values[row * size + d] ?? 0) * (scale[d] ?? 1);
      const error = (1 / (1 + Math.exp(-score)) - (yes[row] ?? 0)) / n;
      for (let d = 0; d < size; d++) {
        slope[d] = (slope[d] ?? 0) + error * (values[row * size + d] ?? 0) * (scale[d] ?? 1);
      }
      slope[size] = (slope[size] ?? 0) + error;
      slope[own] = (slope[own] ?? 0) + error;
    }
    for (let at = 0; at < all; at++) {
      const g = slope[at] ?? 0;
      m[at] = 0.9 * (m[at] ?? 0) + 0.1 * g;
      v[at] = 0.99 * (v[at] ?? 0) + 0.01 * g * g;
      const steady = (m[at] ?? 0) / (1 - 0.9 ** round);
      const spread = Math.sqrt((v[at] ?? 0) / (1 - 0.99 ** round)) + 1e-9;
      w[at] = (w[at] ?? 0) - (0.05 * steady) / spread;
    }
  }
  return {
    weights: Float32Array.from({ length: size }, (_, d) => (w[d] ?? 0) * (scale[d] ?? 1)),
    bias: Float32Array.from({ length: groups }, (_, at) => (w[size] ?? 0) + (w[size + 1 + at] ?? 0)),
  };
}

/** One over the usual size of each number, so that all descend alike. */
function scalesOf({ size, values }: LogisticRows): Float64Array {
  const squares = new Float64Array(size);
  values.forEach((value, at) => {
    squares[at % size] = (squares[at % size] ?? 0) + value * value;
  });
  const n = values.length / size;
  return squares.map((square) => 1 / (Math.sqrt(square / n) || 1));
}
