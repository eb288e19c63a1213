import assert from 'node:assert/strict';
import { test } from 'node:test';
import { revision } from '../../tests/contracts/record-log.ts';
import { stoppedClock } from '../kernel/clock.ts';
import { Fault } from '../kernel/fault.ts';
import { openSqliteLog } from '../log/sqlite-log.ts';
import { checkClock } from './check-clock.ts';

test('a clock that went back behind the last entry is refused, one that differs by minutes is not', async () => {
  const log = openSqliteLog({ file: ':memory:' });
  await checkClock(log, stoppedClock('2001-01-01T00:00:00.000Z'));
  await log.append([revision('a', 1)]);
  for (const fine of ['2024-05-06T07:00:00.000Z', '2034-01-01T00:00:00.000Z'])
    await checkClock(log, stoppedClock(fine));
  await assert.rejects(checkClock(log, stoppedClock('2024-05-05T00:00:00.000Z')), (error) => {
    assert.ok(error instanceof Fault && error.code === 'clockBack');
    assert.deepEqual(error.params, { got: '2024-05-05T00:00:00.000Z', right: '2024-05-06T07:08:09.000Z' });
    return true;
  });
});
