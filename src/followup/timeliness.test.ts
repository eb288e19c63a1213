import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeliness } from './timeliness.ts';

const limit = '2005-06-16';

test('the share on time is of all that were due, not of what was done', () => {
  const all = [
    { limit, doneOn: '2005-06-16' },
    { limit, doneOn: '2005-09-20' },
    { limit },
    { limit },
    { limit: '2030-01-01' },
  ];
  const { due, onTime, late, open, onTimeShare } = timeliness(all, '2026-01-01');
  assert.deepEqual(
    { due, onTime, late, open, onTimeShare },
    { due: 4, onTime: 1, late: 1, open: 2, onTimeShare: 0.25 },
  );
});

test('the median delay counts open ones as later than all others', () => {
  const done = (doneOn: string) => ({ limit, doneOn });
  const two = [done('2005-06-15'), done('2005-06-26')];
  assert.equal(timeliness(two, '2026-01-01').medianDelay, -1);
  assert.equal(timeliness([...two, { limit }], '2026-01-01').medianDelay, 10);
  assert.equal(timeliness([...two, { limit }, { limit }, { limit }], '2026-01-01').medianDelay, undefined);
});

test('on the last day nothing is late yet', () => {
  assert.equal(timeliness([{ limit }], limit).due, 0);
});
