import { eigenvectors } from './eigenvectors.ts';
import { seededRandom } from './random.ts';
import { type SparseMatrix, times, transposedTimes } from './sparse-matrix.ts';

export interface SingularVectors {
  /** For each column of the matrix `k` numbers: right singular vectors times their singular value. */
  readonly columns: Float32Array;
  readonly singularValues: Float64Array;
}

/**
 * The `k` largest singular values of a sparse matrix with their right vectors, by subspace iteration from a random start
 * (Halko, Martinsson and Tropp 2011).
 */
export function singularVectors(
  matrix: SparseMatrix,
  k: number,
  { seed, rounds = 4 }: { readonly seed: number; readonly rounds?: number },
): SingularVectors {
  const wide = k + 12;
  const random = seededRandom(seed);
  const start = Float32Array.from({ length: matrix.width * wide }, () => random() - 0.5);
  let left = orthonormal(times(matrix, start, wide), wide);
  for (let round = 0; round < rounds; round++) {
    const right = orthonormal(transposedTimes(matrix, left, wide), wide);
    left = orthonormal(times(matrix, right, wide), wide);
  }
  const right = transposedTimes(matrix, left, wide);
  const { values, vectors } = eigenvectors(gram(right, wide), wide);
  const columns = new Float32Array(matrix.width * k);
  for (let column = 0; column < matrix.width; column++) {
    for (let to = 0; to < k; to++) {
      let sum = 0;
      for (let from = 0; from < wide; from++) {
        sum += (right[column * wide + from] ?? 0) * (vectors[from * wide + to] ?? 0);
      }
      columns[column * k + to] = sum;
    }
  }
  return { columns, singularValues: values.slice(0, k).map((value) => Math.sqrt(Math.max(0, value))) };
}

/** `blockᵀ · block` for a block of rows of `k` numbers. */
function gram(block: Float32Array, k: number): Float64Array {
  const result = new Float64Array(k * k);
  for (let row = 0; row < block.length; row += k) {
    for (let i = 0; i < k; i++) {
      const factor = block[row + i] ?? 0;
      if (factor === 0) continue;
      for (let j = i; j < k; j++)
        result[i * k + j] = (result[i * k + j] ?? 0) + factor * (block[row + j] ?? 0);
    }
  }
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) result[i * k + j] = result[j * k + i] ?? 0;
  return result;
}

/** Columns of the block made orthogonal and of length one, by the Cholesky factor of their products, twice for accuracy. */
function orthonormal(block: Float32Array, k: number): Float32Array {
  return onceOrthonormal(onceOrthonormal(block, k), k);
}

function onceOrthonormal(block: Float32Array, k: number): Float32Array {
  const lower = cholesky(gram(block, k), k);
  const result = new Float32Array(block.length);
  for (let row = 0; row < block.length; row += k) {
    for (let i = 0; i < k; i++) {
      let sum = block[row + i] ?? 0;
      for (let j = 0; j < i; j++) sum -= (lower[i * k + j] ?? 0) * (result[row + j] ?? 0);
      result[row + i] = sum / (lower[i * k + i] ?? 1);
    }
  }
  return result;
}

function cholesky(square: Float64Array, k: number): Float64Array {
  const lower = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = square[i * k + j] ?? 0;
      for (let d = 0; d < j; d++) sum -= (lower[i * k + d] ?? 0) * (lower[j * k + d] ?? 0);
      // A column that depends on the others keeps a tiny length instead of none.
      lower[i * k + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j * k + j] ?? 1);
    }
  }
  return lower;
}
