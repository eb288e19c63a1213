import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSqliteLog } from '../../src/log/sqlite-log.ts';
import { backToFirstSchema } from '../fixtures/first-schema.ts';
import { southbridge, startHouse } from '../fixtures/running-house.ts';
import { releases, unpackStore } from '../fixtures/store-of-release.ts';

// What a released version has written opens in this one, and a death in the middle of bringing it up to date loses nothing.

const kills = Number(process.env['SOUTHBRIDGE_MIGRATION_KILLS'] ?? 10);
const reader = fileURLToPath(new URL('../fixtures/ack-reader.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'southbridge-upgrade-'));
after(() => rm(folder, { recursive: true, force: true }));

for (const release of releases) {
  test(`the store of ${release} opens, is whole, is served and signed, and is backed up and restored`, async () => {
    const dataDir = join(folder, release);
    unpackStore(release, dataDir);
    const house = await startHouse({ dataDir });
    const page = await fetch(`${house.address}/en/practice/human-milk-banks`);
    assert.equal(page.status, 200);
    const head = (await (await fetch(`${house.address}/log/head`)).json()) as { size: number };
    assert.ok(head.size >= 47);
    await house.stop();
    assert.match((await southbridge(dataDir, 'verify')).out, /No damage found/);
    const accounts = new DatabaseSync(join(dataDir, 'accounts.db'), { readOnly: true });
    accounts.close();
    const place = join(folder, `${release}-place`);
    assert.equal((await southbridge(dataDir, 'backup', place)).code, 0);
    const restored = await southbridge(join(folder, `${release}-restored`), 'restore', place);
    assert.equal(restored.code, 0, restored.err);
  });
}

test(`killed ${kills} times while a store of the first schema is brought up to date, nothing is lost`, async () => {
  const [release = ''] = releases;
  const dataDir = join(folder, 'killed');
  unpackStore(release, dataDir);
  const file = join(dataDir, 'southbridge.db');
  for (let kill = 0; kill < kills; kill += 1) {
    backToFirstSchema(file);
    const child = spawn(process.execPath, [reader, dataDir], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await sleep(100 + Math.random() * 500);
    child.kill('SIGKILL');
    await ended;
  }
  const log = openSqliteLog({ file });
  const { damage, entries } = await log.verify(() => {});
  assert.deepEqual(damage, []);
  assert.equal(entries, 47);
  await log.close();
});
