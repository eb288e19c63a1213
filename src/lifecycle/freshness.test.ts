import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysAfter, dueOn, freshnessOn, monthsAfter, silentCountries } from './freshness.ts';

test('twelve months after the last word a record is due, three months later it is stale', () => {
  const due = dueOn({ confirmed: { at: '2024-05-06T07:08:09.000Z', post: 'focal-sn' } }, 12);
  assert.equal(due, '2025-05-06');
  assert.equal(freshnessOn(due, '2025-05-05'), 'fresh');
  assert.equal(freshnessOn(due, '2025-05-06'), 'due');
  assert.equal(freshnessOn(due, '2025-08-05'), 'due');
  assert.equal(freshnessOn(due, '2025-08-06'), 'stale');
});

test('what nobody ever confirmed is neither fresh nor stale', () => {
  assert.equal(freshnessOn(dueOn({}, 12), '2025-05-05'), 'unconfirmed');
});

test('months end where they end: a month after the last of January is the last of February', () => {
  assert.equal(monthsAfter('2024-01-31', 1), '2024-02-29');
  assert.equal(monthsAfter('2023-01-31T23:59:59.000Z', 1), '2023-02-28');
  assert.equal(monthsAfter('2023-12-15', 14), '2025-02-15');
  assert.equal(daysAfter('2024-02-28', 2), '2024-03-01');
});

test('more months later is never an earlier day', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.nat(60), fc.nat(60), (date, a, b) => {
      const from = date.toISOString();
      assert.ok(monthsAfter(from, a) <= monthsAfter(from, a + b));
      assert.equal(daysAfter(daysAfter(from, a), -a), from.slice(0, 10));
    }),
  );
});

test('a country is silent once ninety days have passed since it was asked, and not when it has answered', () => {
  const asked = { state: 'asked', revision: 1, at: '2024-01-01T00:00:00.000Z', post: 'focal-sn' } as const;
  const answers = { BR: asked, MZ: { ...asked, state: 'letPass' } as const };
  assert.deepEqual(silentCountries({ answers }, '2024-03-30'), []);
  assert.deepEqual(silentCountries({ answers }, '2024-03-31'), ['BR']);
});
