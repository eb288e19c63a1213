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
  assert.equal(codeOf(coded(10 | (4 << 8))), 'logDamaged');
  assert.equal(codeOf(coded(11 | (3 << 8))), 'logDamaged');
  assert.equal(isDamage(coded(11 | (3 << 8))), true);
});

test('an error that is not about the file comes back as it is', () => {
  const wrongSql = errorOf(() => new DatabaseSync(':memory:').exec('SELECT nothing'));
  assert.equal(sqliteFault(wrongSql, {}), wrongSql);
  const own = new Fault('revisionMoved');
  assert.equal(sqliteFault(own, {}), own);
});
