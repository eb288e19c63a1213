import assert from 'node:assert/strict';
import { it } from 'node:test';
import { agreementOf, weightedKappa } from './agreement.ts';
import type { Judgement } from './needs.ts';

const graded = (grades: Readonly<Record<string, Judgement['grade']>>): readonly Judgement[] =>
  Object.entries(grades).map(([record, grade]) => ({ need: 'en-1', record, grade }));

it('κ is 1 for judges who always agree, 0 for grades dealt by chance, below 0 for judges who turn the scale round', () => {
  const each = [0, 1, 2, 3];
  for (const power of [1, 2]) {
    const near = (grades: readonly (readonly [number, number])[], wanted: number): void =>
      assert.ok(Math.abs(weightedKappa(grades, power) - wanted) < 1e-12);
    near(
      each.map((grade) => [grade, grade]),
      1,
    );
    near(
      each.flatMap((a) => each.map((b) => [a, b] as const)),
      0,
    );
    assert.ok(
      weightedKappa(
        [
          [0, 3],
          [3, 0],
        ],
        power,
      ) < 0,
    );
  }
});

it('κ of a table that can be reckoned by hand: 0.4 for two grades', () => {
  // Cohen 1960's form: 20 + 15 agree of 50, 0.7 seen and 0.5 by chance.
  const many = (count: number, pair: readonly [number, number]) => Array.from({ length: count }, () => pair);
  const table = [...many(20, [1, 1]), ...many(5, [1, 0]), ...many(10, [0, 1]), ...many(15, [0, 0])];
  assert.ok(Math.abs(weightedKappa(table, 1) - 0.4) < 1e-12);
  assert.ok(Math.abs(weightedKappa(table, 2) - 0.4) < 1e-12);
});

it('a grade two away costs four times one away with quadratic weights, twice with linear ones', () => {
  const apart = (by: number, power: number): number =>
    1 -
    weightedKappa(
      [
        [0, 0],
        [3, 3],
        [3, 3 - by],
        [0, by],
      ],
      power,
    );
  assert.ok(apart(2, 2) / apart(1, 2) > apart(2, 1) / apart(1, 1));
});

it('only pairs that both graded are compared', () => {
  const found = agreementOf(graded({ a: 3, b: 2, c: 0, d: 0 }), graded({ a: 2, b: 2, c: 0, e: 3 }));
  assert.equal(found.pairs, 3);
  assert.equal(found.same.value, 2 / 3);
  assert.equal(found.within1.value, 1);
  assert.equal(found.stricter.value, 1 / 3);
});
