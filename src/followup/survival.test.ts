import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { kaplanMeier, medianDays, type Observation, openAfter } from './survival.ts';

/** Weeks in remission under 6-mercaptopurine; the second list was still in remission (Freireich et al., Blood 21, 1963). */
const relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23];
const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
const remission: readonly Observation[] = [
  ...relapsed.map((days) => ({ days, completed: true })),
  ...censored.map((days) => ({ days, completed: false })),
];

test('the published curve of remission times comes out', () => {
  const steps = kaplanMeier(remission);
  const rounded = (days: number) => Math.round(openAfter(steps, days) * 1000) / 1000;
  assert.deepEqual([6, 10, 23].map(rounded), [0.857, 0.753, 0.448]);
  assert.deepEqual(
    steps.map(({ atRisk }) => atRisk),
    [21, 17, 15, 12, 11, 7, 6],
  );
  assert.equal(medianDays(steps), 23);
});

test('while more than half are open there is no median, and with nothing watched everything is open', () => {
  assert.equal(medianDays(kaplanMeier(remission.filter(({ days }) => days < 8 || days > 23))), undefined);
  assert.deepEqual(kaplanMeier([]), []);
  assert.equal(openAfter([], 100), 1);
});

test('without censoring it is the plain share, whatever the order', () => {
  const days = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 50 }), (all, at) => {
      const steps = kaplanMeier(all.map((one) => ({ days: one, completed: true })));
      const left = all.filter((one) => one > at).length / all.length;
      assert.ok(Math.abs(openAfter(steps, at) - left) < 1e-9);
    }),
  );
});
