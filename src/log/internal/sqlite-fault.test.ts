import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { Fault } from '../../kernel/fault.ts';
import { isDamage, sqliteFault } from './sqlite-fault.ts';

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return assert.fail('no error came');
}

function codeOf(error: unknown): string | undefined {
  const fault = sqliteFault(error, { file: 'x' });
  return fault instanceof Fault ? fault.code : undefined;
}

test('a database that may not grow any more says that the disk is full', () => {
  const db = new DatabaseSync(':memory:');
  db.exec('PRAGMA max_page_count = 3; CREATE TABLE t (a)');
  const error = errorOf(() => db.exec('INSERT INTO t VALUES (zeroblob(100000))'));
  assert.equal(codeOf(error), 'diskFull');
  assert.equal(isDamage(error), false);
});

test('extended result codes are read by their primary code', () => {
  const coded = (errcode: number) => Object.assign(new Error('x'), { errcode });
  assert.equal(codeOf(coded(5 | (2 << 8))), 'logBusy');
  assert.equal(codeOf(coded(11 | (3 << 8))), 'logDamaged');
  assert.equal(isDamage(coded(11 | (3 << 8))), true);
});

test('a disk that fails while it writes or reads is not called a damaged log; a page cut short or wrong on the disk is', () => {
  const failing = (detail: number) => Object.assign(new Error('x'), { errcode: 10 | (detail << 8) });
  // WRITE, FSYNC, READ, TRUNCATE, LOCK; then SHORT_READ, DATA, CORRUPTFS (sqlite.org/rescode.html).
  for (const detail of [3, 4, 1, 6, 15]) assert.equal(codeOf(failing(detail)), 'diskFailed');
  for (const detail of [2, 32, 33]) assert.equal(codeOf(failing(detail)), 'logDamaged');
  assert.equal(isDamage(failing(1)), true, 'what cannot be read cannot be verified');
});

test('an error that is not about the file comes back as it is', () => {
  const wrongSql = errorOf(() => new DatabaseSync(':memory:').exec('SELECT nothing'));
  assert.equal(sqliteFault(wrongSql, {}), wrongSql);
  const own = new Fault('revisionMoved');
  assert.equal(sqliteFault(own, {}), own);
});
