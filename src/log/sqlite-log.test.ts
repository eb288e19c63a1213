import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { intake, revision, withdrawn } from '../../tests/contracts/record-log.ts';
import { Fault, type FaultCode } from '../kernel/fault.ts';
import { openSqliteLog } from './sqlite-log.ts';

function newFile(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-log-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, 'log.sqlite');
}

function is(code: FaultCode): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof Fault, String(error));
    assert.equal(error.code, code);
    return true;
  };
}

function raw(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

test('a log in memory works like any other', async () => {
  const log = openSqliteLog({ file: ':memory:' });
  await log.append([revision('a', 1), withdrawn('a'), intake('x.csv')]);
  assert.equal(await log.head(), 3);
  assert.deepEqual((await log.verify(() => {})).damage, []);
  await log.close();
  await log.close();
});

test('a file that is no log is refused and stays as it is', (t) => {
  const file = newFile(t);
  for (const content of ['title,country\nx,ML\n', 'PK\u0003\u0004'.padEnd(5000, 'z')]) {
    writeFileSync(file, content);
    assert.throws(() => openSqliteLog({ file }), is('logDamaged'));
    assert.equal(readFileSync(file, 'utf8'), content);
  }
});

test('a database of another program is refused and stays as it is', (t) => {
  const file = newFile(t);
  raw(file, 'CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)');
  const before = readFileSync(file);
  assert.throws(() => openSqliteLog({ file }), is('logDamaged'));
  assert.deepEqual(readFileSync(file), before);
});

test('a log of a newer program is refused, naming both versions', async (t) => {
  const file = newFile(t);
  await openSqliteLog({ file }).close();
  raw(file, 'PRAGMA user_version = 99');
  assert.throws(
    () => openSqliteLog({ file }),
    (error) => is('schemaTooNew')(error) && error instanceof Fault && error.params['version'] === 99,
  );
});

test('a folder, or a file in no folder, cannot be opened', (t) => {
  const file = newFile(t);
  assert.throws(() => openSqliteLog({ file: join(file, '..') }), is('notAFile'));
  assert.throws(() => openSqliteLog({ file: join(file, 'deeper') }), is('notAFile'));
});

test('a log opened to read only sees what others write and writes nothing', async (t) => {
  const file = newFile(t);
  assert.throws(() => openSqliteLog({ file, readOnly: true }), is('notFound'));
  const writer = openSqliteLog({ file });
  const reader = openSqliteLog({ file, readOnly: true });
  await writer.append([revision('a', 1)]);
  assert.equal(await reader.head(), 1);
  await assert.rejects(reader.append([revision('a', 2)]), is('writeRefused'));
  assert.deepEqual((await reader.verify(() => {})).damage, []);
  await writer.close();
  await reader.close();
});

test('an empty file opened to read only is no log yet', (t) => {
  const file = newFile(t);
  writeFileSync(file, '');
  assert.throws(() => openSqliteLog({ file, readOnly: true }), is('logDamaged'));
});

test('the file keeps its log ahead of it, so that readers never wait for a writer', async (t) => {
  const file = newFile(t);
  const log = openSqliteLog({ file });
  await log.append([revision('a', 1)]);
  assert.ok(statSync(`${file}-wal`).size > 0);
  const holder = new DatabaseSync(file);
  holder.exec('BEGIN IMMEDIATE');
  assert.equal((await log.latest(['a'])).size, 1);
  holder.close();
  await log.close();
});

test('while another process writes too long, append says so and everything else goes on', async (t) => {
  const file = newFile(t);
  const log = openSqliteLog({ file, patienceMs: 150 });
  const holder = new DatabaseSync(file);
  holder.exec('BEGIN IMMEDIATE');
  let ticks = 0;
  const ticking = setInterval(() => {
    ticks += 1;
  }, 5);
  await assert.rejects(log.append([revision('a', 1)]), is('logBusy'));
  clearInterval(ticking);
  assert.ok(ticks > 0, 'the event loop stood still');
  holder.exec('ROLLBACK');
  assert.equal((await log.append([revision('a', 1)]))[0]?.seq, 1);
  holder.close();
  await log.close();
});

test('append waits for another writer to finish', async (t) => {
  const file = newFile(t);
  const log = openSqliteLog({ file });
  const holder = new DatabaseSync(file);
  holder.exec('BEGIN IMMEDIATE');
  const appended = log.append([revision('a', 1)]);
  await sleep(30);
  holder.exec('ROLLBACK');
  assert.equal((await appended)[0]?.seq, 1);
  holder.close();
  await log.close();
});

test('replacing, which asks no delete trigger, is refused as well', async (t) => {
  const file = newFile(t);
  const log = openSqliteLog({ file });
  await log.append([revision('a', 1, [{ scheme: 's', value: 'v' }]), revision('a', 2)]);
  const into =
    'INSERT OR REPLACE INTO entry (seq, kind, record_id, register, number, at, post, body, digest)';
  for (const sql of [
    `${into} VALUES (1, 'event', 'a', 'r', NULL, 't', 'p', '{}', 'd')`,
    `${into} VALUES (3, 'revision', 'a', 'r', 1, 't', 'p', '{}', 'd')`,
    `${into} VALUES (NULL, 'revision', 'a', 'r', 2, 't', 'p', '{}', 'd')`,
    "REPLACE INTO record_key (scheme, value, seq, record_id) VALUES ('s', 'v', 1, 'b')",
    'UPDATE OR REPLACE entry SET seq = 1 WHERE seq = 2',
  ]) {
    assert.throws(() => raw(file, sql), /append-only|without gaps/, sql);
  }
  assert.deepEqual((await log.verify(() => {})).damage, []);
  await log.close();
});

test('verify tells of flipped bytes anywhere in the file instead of failing', async (t) => {
  const file = newFile(t);
  const log = openSqliteLog({ file });
  await log.append(
    Array.from({ length: 300 }, (_, i) => revision(`r-${i}`, 1, [{ scheme: 's', value: `${i}` }])),
  );
  await log.close();
  const whole = readFileSync(file);
  let told = 0;
  const flips = 60;
  for (let i = 0; i < flips; i += 1) {
    const bytes = Buffer.from(whole);
    // Past the header and the schema on the first page, spread over the rest.
    const place = 4096 + Math.floor(((bytes.length - 4096) * (i + 0.5)) / flips);
    bytes.writeUInt8(bytes.readUInt8(place) ^ 0x41, place);
    writeFileSync(file, bytes);
    const damaged = openSqliteLog({ file });
    if ((await damaged.verify(() => {})).damage.length > 0) told += 1;
    await damaged.close();
  }
  // A flip in the unused part of a page changes nothing that is stored.
  assert.ok(told > flips * 0.7, `${told} of ${flips}`);
});

test('of a log opened for posts alone only these are read on; all else is there as ever', async (t) => {
  const file = newFile(t);
  const whole = openSqliteLog({ file });
  const closed = {
    postId: 'focal-sn',
    post: 'node',
    at: '2024-05-06T07:08:09.000Z',
    type: 'closed',
  } as const;
  await whole.append([revision('a', 1), { kind: 'post', event: closed }, revision('a', 2), intake('x.csv')]);
  const posts = openSqliteLog({ file, postsAlone: true });
  assert.deepEqual(
    (await posts.since(0, 10)).map(({ seq, kind }) => [seq, kind]),
    [[2, 'post']],
  );
  assert.deepEqual(await posts.since(2, 10), []);
  assert.equal(await posts.head(), 4);
  assert.equal((await posts.history('a')).length, 2);
  await Promise.all([whole.close(), posts.close()]);
});
