import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { revision } from '../../tests/contracts/record-log.ts';
import { openSqliteLog } from '../log/sqlite-log.ts';
import { keepOwnProjection, markOwnProjection } from './own-projection.ts';

const folder = mkdtempSync(join(tmpdir(), 'southbridge-projection-'));
after(() => rmSync(folder, { recursive: true }));

test('projections of another log are thrown away, the own ones are kept', async () => {
  const [ours, theirs] = [openSqliteLog({ file: ':memory:' }), openSqliteLog({ file: ':memory:' })];
  const index = join(folder, 'everybody.index');
  assert.equal(await keepOwnProjection(ours, folder), false, 'of an empty log');
  writeFileSync(index, '');
  for (const log of [ours, theirs]) await log.append([revision('a', 1)]);
  await markOwnProjection(ours, folder);
  assert.equal(await keepOwnProjection(ours, folder), false);
  assert.ok(existsSync(index));
  assert.equal(await keepOwnProjection(theirs, folder), true);
  assert.ok(!existsSync(index));
});

test('projections that were marked while the log was empty may be of any log: they are thrown away', async () => {
  const [ours, empty] = [openSqliteLog({ file: ':memory:' }), openSqliteLog({ file: ':memory:' })];
  const place = join(folder, 'copied');
  const index = join(place, 'everybody.index');
  assert.equal(await keepOwnProjection(empty, place), false);
  writeFileSync(index, '');
  await ours.append([revision('a', 1)]);
  assert.equal(await keepOwnProjection(ours, place), true);
  assert.ok(!existsSync(index));
});
