import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eigenvectors } from './eigenvectors.ts';
import { learnLexicon } from './lexicon.ts';
import { seededRandom, shuffled } from './random.ts';
import { singularVectors } from './singular-vectors.ts';
import { sparseMatrix } from './sparse-matrix.ts';

test('random numbers are the same for the same seed, and fill the range evenly', () => {
  const [a, b] = [seededRandom(3), seededRandom(3)];
  const numbers = Array.from({ length: 10_000 }, () => a());
  assert.deepEqual(
    numbers.slice(0, 100),
    Array.from({ length: 100 }, () => b()),
  );
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length;
    assert.ok(Math.abs(share - 0.1) < 0.015, `${tenth}: ${share}`);
  }
});

test('shuffling loses nothing and adds nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (numbers, seed) => {
      const order = (list: readonly number[]) => [...list].sort((a, b) => a - b);
      assert.deepEqual(order(shuffled(numbers, seededRandom(seed))), order(numbers));
    }),
  );
});

test('eigenvectors of a symmetric matrix: every one is only stretched, by its value', () => {
  const square = Float64Array.from([4, 1, 0, 1, 3, 1, 0, 1, 2]);
  const { values, vectors } = eigenvectors(square, 3);
  assert.ok(values.every((value, at) => at === 0 || value <= (values[at - 1] ?? 0)));
  for (let j = 0; j < 3; j++) {
    for (let i = 0; i < 3; i++) {
      const stretched = [0, 1, 2].reduce(
        (sum, k) => sum + (square[i * 3 + k] ?? 0) * (vectors[k * 3 + j] ?? 0),
        0,
      );
      assert.ok(Math.abs(stretched - (values[j] ?? 0) * (vectors[i * 3 + j] ?? 0)) < 1e-9);
    }
  }
});

test('singular values of a matrix whose values are known: 5, 4 and 3 on a diagonal, whatever the order', () => {
  const rows = [new Map([[1, 4]]), new Map([[0, 3]]), new Map([[2, 5]]), new Map<number, number>()];
  const { singularValues, columns } = singularVectors(sparseMatrix(rows, 3), 3, { seed: 1 });
  assert.deepEqual(
    [...singularValues].map((value) => Math.round(value * 1000) / 1000),
    [5, 4, 3],
  );
  assert.ok(Math.abs(Math.abs(columns[2 * 3] ?? 0) - 5) < 1e-3);
});

test('a lexicon learns from sentences which word stands for which', () => {
  // das Haus = the house, das Buch = the book, ein Buch = a book: the example of every lecture on the model.
  const [das, haus, buch, ein] = [0, 1, 2, 3];
  const [the, house, book, a] = [0, 1, 2, 3];
  const lexicon = learnLexicon(
    [
      { from: [das, haus], to: [the, house], weight: 1 },
      { from: [das, buch], to: [the, book], weight: 1 },
      { from: [ein, buch], to: [a, book], weight: 1 },
    ],
    30,
  );
  for (const [from, to] of [
    [das, the],
    [haus, house],
    [buch, book],
    [ein, a],
  ] as const) {
    const row = [...(lexicon.get(from) ?? [])].sort((x, y) => y[1] - x[1]);
    assert.equal(row[0]?.[0], to);
    const sum = row.reduce((total, [, probability]) => total + probability, 0);
    assert.ok(sum > 0.99 && sum <= 1.0001, `${sum}`);
  }
});
