import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBefore, isPartialDate, precisionOf, yearOf } from './partial-date.ts';

test('a year, a month and a day are dates as they stand, nothing is padded', () => {
  for (const [date, precision] of [
    ['2019', 'year'],
    ['2019-03', 'month'],
    ['2019-03-07', 'day'],
  ] as const) {
    assert.equal(isPartialDate(date), true, date);
    assert.equal(precisionOf(date), precision);
    assert.equal(yearOf(date), 2019);
  }
});

test('only real days count: leap days stand in leap years alone', () => {
  assert.equal(isPartialDate('2020-02-29'), true);
  assert.equal(isPartialDate('2000-02-29'), true);
  for (const date of ['2019-02-29', '1900-02-29', '2019-04-31', '2019-13', '2019-00', '2019-01-00'])
    assert.equal(isPartialDate(date), false, date);
});

test('what is not one of the three forms is no date', () => {
  for (const date of [
    '',
    '19',
    '0999',
    '3000',
    '2019-3',
    '2019/03/07',
    '07.03.2019',
    ' 2019',
    '2019\n',
    '٢٠١٩',
    '2019-03-07T00:00:00Z',
  ])
    assert.equal(isPartialDate(date), false, JSON.stringify(date));
});

test('every day of the calendar is a date, and the day after its last is not', () => {
  const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      assert.ok(isPartialDate(iso), iso);
      const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
      assert.equal(isPartialDate(`${iso.slice(0, 8)}${days + 1}`), false);
    }),
  );
});

test('a date is before another only when that is certain', () => {
  assert.equal(isBefore('2019', '2020'), true);
  assert.equal(isBefore('2019-03', '2019-04-01'), true);
  assert.equal(isBefore('2019', '2019-03'), false);
  assert.equal(isBefore('2019-03', '2019'), false);
  assert.equal(isBefore('2019-03-07', '2019-03-07'), false);
});
