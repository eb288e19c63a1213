import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeliness } from './timeliness.ts';

const limit = '2005-06-16';
const planned = limit;
/** Due at an event that was held two years after the day planned. */
const lateEvent = { planned: '2003-06-16', limit };

test('the share on time is of all that were due, not of what was done', () => {
  const all = [
    { planned, limit, doneOn: '2005-06-16' },
    { planned, limit, doneOn: '2005-09-20' },
    { planned, limit },
    { planned, limit },
    { planned: '2030-01-01', limit: '2030-01-01' },
  ];
  const { due, onTime, late, open, onTimeShare } = timeliness(all, '2026-01-01');
  assert.deepEqual(
    { due, onTime, late, open, onTimeShare },
    { due: 4, onTime: 1, late: 1, open: 2, onTimeShare: 0.25 },
  );
});

test('the median delay counts open ones as later than all others', () => {
  const done = (doneOn: string) => ({ planned, limit, doneOn });
  const open = { planned, limit };
  const two = [done('2005-06-15'), done('2005-06-26')];
  assert.equal(timeliness(two, '2026-01-01').medianDelay, -1);
  assert.equal(timeliness([...two, open], '2026-01-01').medianDelay, 10);
  assert.equal(timeliness([...two, open, open, open], '2026-01-01').medianDelay, undefined);
});

test('on the last day nothing is late yet', () => {
  assert.equal(timeliness([{ planned, limit }], limit).due, 0);
});

test('who was done by the end of an event that was itself late was neither on time nor late; all add up', () => {
  const all = [
    { ...lateEvent, doneOn: '2003-06-16' },
    { ...lateEvent, doneOn: '2005-06-16' },
    { ...lateEvent, doneOn: '2005-06-17' },
    lateEvent,
  ];
  const { onTime, atLateEvent, late, open, due, lateEvents, onTimeShare } = timeliness(all, '2026-01-01');
  assert.deepEqual({ onTime, atLateEvent, late, open }, { onTime: 1, atLateEvent: 1, late: 1, open: 1 });
  assert.deepEqual([due, lateEvents, onTimeShare], [4, 4, 0.25]);
});

test('the median delay counts the lateness of the event too; from the end of the event it is told beside', () => {
  const done = ['2005-06-16', '2005-06-18', '2005-06-20'].map((doneOn) => ({ ...lateEvent, doneOn }));
  const { medianDelay, medianAfterEvent } = timeliness(done, '2026-01-01');
  assert.deepEqual([medianDelay, medianAfterEvent], [733, 2]);
});

test('what is due at a late event is due from the planned day, not from that on which the event was held', () => {
  assert.deepEqual(
    ['2003-06-16', '2003-06-17'].map((day) => timeliness([lateEvent], day).due),
    [0, 1],
  );
});
