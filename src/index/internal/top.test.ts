import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { highest } from './top.ts';

const keys = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(Number.NEGATIVE_INFINITY)), {
  maxLength: 60,
});

test('the highest keys are those a full sort puts first: by key, then by tie, then the later', () => {
  fc.assert(
    fc.property(keys, fc.nat(70), (values, limit) => {
      const tie = (place: number): number => place % 3;
      const places = values.map((value, place) => ({ value, place }));
      places.sort((a, b) =>
        a.value === b.value ? tie(b.place) - tie(a.place) || b.place - a.place : b.value > a.value ? 1 : -1,
      );
      assert.deepEqual(
        highest(Float64Array.from(values), limit, tie),
        places.slice(0, limit).map(({ place }) => place),
      );
    }),
  );
});
