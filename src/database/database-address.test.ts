import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseAddress } from './database-address.ts';

test('each host becomes an address of its own, with who asks, the database and the rest', () => {
  const url =
    'postgres://me:s%40ecret@db1:5432,db2:5433/south?sslmode=verify-full&target_session_attrs=read-write';
  assert.deepEqual(databaseAddress(url), {
    name: 'db1:5432,db2:5433/south',
    hosts: ['db1:5432', 'db2:5433'].map(
      (host) => `postgres://me:s%40ecret@${host}/south?sslmode=verify-full`,
    ),
  });
  assert.deepEqual(databaseAddress('postgresql://localhost/south').hosts, ['postgres://localhost/south']);
});

test('an address without host or database, of another kind, or of a server that takes no writes is refused', () => {
  for (const url of [
    '',
    'postgres://',
    'postgres://db1',
    'mysql://db1/south',
    'postgres://db1:x,db2/south',
    'postgres:///south',
  ])
    assert.throws(() => databaseAddress(url), RangeError, url);
  assert.throws(() => databaseAddress('postgres://db1/south?target_session_attrs=any'), /read-write/);
});
