/** Rows of numbers of which most are zero: row `i` holds `values[starts[i] … starts[i+1]]` at `columns`. */
export interface SparseMatrix {
  readonly rows: number;
  readonly width: number;
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** @param rows of each row, its columns with their values. */
export function sparseMatrix(rows: readonly ReadonlyMap<number, number>[], width: number): SparseMatrix {
  const size = rows.reduce((sum, row) => sum + row.size, 0);
  const starts = new Uint32Array(rows.length + 1);
  const columns = new Uint32Array(size);
  const values = new Float32Array(size);
  let at = 0;
  rows.forEach((row, i) => {
    for (const [column, value] of row) {
      columns[at] = column;
      values[at] = value;
      at += 1;
    }
    starts[i + 1] = at;
  });
  return { rows: rows.length, width, starts, columns, values };
}

/** `matrix · dense`, where `dense` has `k` numbers for each column. */
export function times(matrix: SparseMatrix, dense: Float32Array, k: number): Float32Array {
  const result = new Float32Array(matrix.rows * k);
  eachCell(matrix, (row, column, value) => addScaled(result, row * k, dense, column * k, value, k));
  return result;
}

/** `matrixᵀ · dense`, where `dense` has `k` numbers for each row. */
export function transposedTimes(matrix: SparseMatrix, dense: Float32Array, k: number): Float32Array {
  const result = new Float32Array(matrix.width * k);
  eachCell(matrix, (row, column, value) => addScaled(result, column * k, dense, row * k, value, k));
  return result;
}

function eachCell(matrix: SparseMatrix, use: (row: number, column: number, value: number) => void): void {
  const { rows, starts, columns, values } = matrix;
  for (let row = 0; row < rows; row++) {
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at++) use(row, columns[at] ?? 0, values[at] ?? 0);
  }
}

/** Adds `scale` times `k` numbers of `from` at `source` to `to` at `target`. */
export function addScaled(
  to: Float32Array,
  target: number,
  from: ArrayLike<number>,
  source: number,
  scale: number,
  k: number,
): void {
  for (let d = 0; d < k; d++) to[target + d] = (to[target + d] ?? 0) + scale * (from[source + d] ?? 0);
}
