import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Due } from '../kernel/due.ts';
import { deadlineOf, latenessOf } from './lateness.ts';

const atEvent: Due = { precision: 'event', date: '2008-05-03' };

function late(ended: string | undefined, doneOn: string | undefined, asOf: string) {
  const deadline = deadlineOf(atEvent, ended);
  assert.ok(deadline !== undefined);
  return latenessOf(deadline, doneOn, asOf);
}

test('a measure due at an event has until the event is really over; the planned day is kept beside', () => {
  const days = (due: Due, ended?: string) => {
    const { planned, limit } = deadlineOf(due, ended) ?? {};
    return [planned, limit];
  };
  assert.deepEqual(days(atEvent), ['2008-05-03', '2008-05-03']);
  assert.deepEqual(days(atEvent, '2010-05'), ['2008-05-03', '2010-05-31']);
  assert.deepEqual(days({ precision: 'year', date: '2005' }, '2010-05'), ['2005-12-31', '2005-12-31']);
  assert.equal(deadlineOf({ precision: 'none', notBefore: '2005-04-22' }), undefined);
});

test('an event that came sooner than planned is the limit: what is due at it is due then', () => {
  const { planned, limit } = deadlineOf(atEvent, '2007-12-01') ?? {};
  assert.deepEqual([planned, limit], ['2007-12-01', '2007-12-01']);
  assert.deepEqual(late('2007-12-01', '2007-12-11', '2026-01-01'), { total: 10, event: 0, own: 10 });
});

test('an event whose day was never planned is late by nothing itself', () => {
  const deadline = deadlineOf({ precision: 'event' }, '2010-05-03');
  assert.ok(deadline !== undefined);
  assert.deepEqual(latenessOf(deadline, undefined, '2010-05-13'), { total: 10, event: 0, own: 10 });
});

test('the lateness of the event and that of the measure after it are told apart, and both count', () => {
  assert.deepEqual(late('2010-05-03', '2010-05-15', '2026-01-01'), { total: 742, event: 730, own: 12 });
  assert.deepEqual(late('2010-05-03', '2010-05-03', '2026-01-01'), { total: 730, event: 730, own: 0 });
  assert.deepEqual(late('2010-05-03', '2009-05-03', '2026-01-01'), { total: 365, event: 730, own: -365 });
});

test('as long as the event is not over its lateness grows from day to day, and nothing is said of days after it', () => {
  assert.deepEqual(late('2010-05-03', undefined, '2008-05-13'), { total: 10, event: 10 });
  assert.deepEqual(late(undefined, undefined, '2009-05-03'), { total: 365, event: 365 });
  assert.deepEqual(late(undefined, '2008-06-02', '2009-05-03'), { total: 30, event: 365 });
});

test('without an event all lateness is its own', () => {
  const deadline = deadlineOf({ precision: 'halfYear', date: '2004-06-30' });
  assert.ok(deadline !== undefined);
  assert.deepEqual(latenessOf(deadline, '2005-09-20', '2026-01-01'), { total: 447, event: 0, own: 447 });
});

test('whatever the days: once the event is over both add up to the total, and the event is never late by less than nothing', () => {
  const day = fc
    .integer({ min: 0, max: 6_000 })
    .map((n) => new Date(Date.UTC(2004, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, day, fc.boolean(), (date, ended, asOf, done) => {
      const deadline = deadlineOf({ precision: 'event', date }, ended);
      assert.ok(deadline !== undefined);
      const { total, event, own } = latenessOf(deadline, done ? asOf : undefined, asOf);
      assert.ok(event >= 0 && deadline.planned <= deadline.limit);
      if (own !== undefined) assert.equal(event + own, total);
      assert.equal(own === undefined, ended > asOf);
    }),
  );
});
