export interface Eigenvectors {
  /** Largest first. */
  readonly values: Float64Array;
  /** Column `j` (entries `i * n + j`) belongs to value `j`. */
  readonly vectors: Float64Array;
}

/** All eigenvalues and vectors of a symmetric matrix of `n` rows, by the method of Jacobi. */
export function eigenvectors(symmetric: Float64Array, n: number): Eigenvectors {
  const square = symmetric.slice();
  const turned = new Float64Array(n * n);
  for (let i = 0; i < n; i++) turned[i * n + i] = 1;
  for (let sweep = 0; sweep < 30 && offDiagonal(square, n) > 1e-18 * traceOf(square, n) ** 2; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(square, turned, n, p, q);
  }
  const order = Array.from({ length: n }, (_, at) => at).sort(
    (a, b) => (square[b * n + b] ?? 0) - (square[a * n + a] ?? 0),
  );
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) vectors[i * n + to] = turned[i * n + from] ?? 0;
  });
  return { values: Float64Array.from(order, (at) => square[at * n + at] ?? 0), vectors };
}

function rotate(square: Float64Array, turned: Float64Array, n: number, p: number, q: number): void {
  const between = square[p * n + q] ?? 0;
  if (Math.abs(between) < 1e-300) return;
  const theta = ((square[q * n + q] ?? 0) - (square[p * n + p] ?? 0)) / (2 * between);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let i = 0; i < n; i++) turnPair(square, i * n + p, i * n + q, c, s);
  for (let i = 0; i < n; i++) turnPair(square, p * n + i, q * n + i, c, s);
  for (let i = 0; i < n; i++) turnPair(turned, i * n + p, i * n + q, c, s);
}

function turnPair(numbers: Float64Array, first: number, second: number, c: number, s: number): void {
  const [a, b] = [numbers[first] ?? 0, numbers[second] ?? 0];
  numbers[first] = c * a - s * b;
  numbers[second] = s * a + c * b;
}

function offDiagonal(square: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sum += (square[i * n + j] ?? 0) ** 2;
  return sum;
}

function traceOf(square: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += square[i * n + i] ?? 0;
  return sum;
}
