import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSqliteLog } from '../../src/log/sqlite-log.ts';
import { checkLog } from '../../src/proofs/check-log.ts';
import { southbridge } from '../fixtures/running-house.ts';
import { written } from '../fixtures/small-house.ts';

// Backing up, restoring and making the index anew are killed at random moments again and again; then each is done once to
// its end, and has to come to the very state of the node.

const rounds = Number(process.env['SOUTHBRIDGE_OPERATION_KILLS'] ?? 5);
const entries = 12_000;
const program = fileURLToPath(new URL('../../bin/southbridge.js', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'southbridge-kill-operations-'));
const dataDir = join(folder, 'node');
const place = join(folder, 'place');
let root = '';

before(async () => {
  assert.equal(
    (await southbridge(dataDir, 'admin', 'create', '--email', 'ada@example.org', '--name', 'Ada')).code,
    0,
  );
  const log = openSqliteLog({ file: join(dataDir, 'southbridge.db') });
  for (let done = 0; done < entries; done += 2_000)
    await log.append(Array.from({ length: 2_000 }, (_, i) => written(`wells-${done + i}`, {})));
  root = (await checkLog(log, { size: await log.head(), root: '' })).root;
  await log.close();
});
after(() => rm(folder, { recursive: true, force: true }));

/** Starts a command and kills it at some moment of its life. */
async function killed(data: string, ...words: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, DATA_DIR: data },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await Promise.race([ended, sleep(300 + Math.random() * 2_000)]);
  child.kill('SIGKILL');
  await ended;
}

async function rootOf(data: string): Promise<string> {
  const log = openSqliteLog({ file: join(data, 'southbridge.db') });
  const { damage } = await log.verify(() => {});
  assert.deepEqual(damage, []);
  const found = await checkLog(log, { size: await log.head(), root: '' });
  await log.close();
  return found.root;
}

test(`a backup killed ${rounds} times goes on, and is whole at the end`, async () => {
  for (let round = 0; round < rounds; round += 1) await killed(dataDir, 'backup', place);
  const done = await southbridge(dataDir, 'backup', place, '--json');
  assert.equal((JSON.parse(done.out) as { root: string }).root, root);
  assert.equal((await southbridge(dataDir, 'verify', place)).code, 0);
  assert.equal(await rootOf(dataDir), root, 'and the node is as it was');
});

test(`a restoring killed ${rounds} times goes on to the very state of the node`, async () => {
  const target = join(folder, 'restored');
  for (let round = 0; round < rounds; round += 1) {
    await killed(target, 'restore', place);
    // One that came to its end is begun anew: a node that is there is never written over.
    if (existsSync(join(target, 'accounts.db')) && !existsSync(join(target, 'restoring.json')))
      await rm(target, { recursive: true });
  }
  const done = await southbridge(target, 'restore', place);
  assert.equal(done.code, 0, done.err);
  assert.equal(await rootOf(target), root);
});

test(`making the index anew is killed ${rounds} times, and the index finds everything at the end`, async () => {
  for (let round = 0; round < rounds; round += 1) await killed(dataDir, 'rebuild');
  const found = await southbridge(dataDir, 'search', 'wells', '--json');
  assert.equal((JSON.parse(found.out) as { total: number }).total, entries);
  assert.equal(await rootOf(dataDir), root);
});
