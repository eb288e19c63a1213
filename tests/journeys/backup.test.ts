import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { SignedHead } from '../../src/operations/ports/log-proofs.ts';
import { southbridge, startHouse } from '../fixtures/running-house.ts';

const folder = await mkdtemp(join(tmpdir(), 'southbridge-backup-journey-'));
after(() => rm(folder, { recursive: true, force: true }));

test('a node that runs is backed up, verified, and restored elsewhere to the very state that it had', async () => {
  const house = await startHouse({ dataDir: join(folder, 'house') });
  const place = join(folder, 'place');
  const made = await southbridge(house.dataDir, 'backup', place, '--json');
  assert.equal(made.code, 0, made.err);
  const { size, root } = JSON.parse(made.out) as { size: number; root: string };
  const head = (await (await fetch(`${house.address}/log/head`)).json()) as SignedHead;
  assert.deepEqual([size, root], [head.size, head.root]);
  const second = await southbridge(house.dataDir, 'backup', place);
  assert.match(second.out, /Backup of/);
  await house.stop();

  assert.match((await southbridge(folder, 'verify', place)).out, /every byte is as it was written/);
  const dataDir = join(folder, 'restored');
  const restored = await southbridge(dataDir, 'restore', place);
  assert.equal(restored.code, 0, restored.err);
  assert.ok(restored.out.includes(root));
  const again = await southbridge(dataDir, 'restore', place);
  assert.equal(again.code, 1);
  assert.match(again.err, /not empty/);

  const other = await startHouse({ dataDir });
  const there = (await (await fetch(`${other.address}/log/head`)).json()) as SignedHead;
  assert.deepEqual([there.size, there.root, there.key], [head.size, head.root, head.key]);
  assert.equal((await fetch(`${other.address}/en/practice/human-milk-banks`)).status, 200);
  await other.stop();
});

test('a place without a finished backup is refused in words that say what to do', async () => {
  await mkdir(join(folder, 'empty'));
  for (const words of [
    ['verify', join(folder, 'empty')],
    ['restore', join(folder, 'nowhere')],
  ]) {
    const { code, err } = await southbridge(join(folder, 'target'), ...words);
    assert.equal(code, 1);
    assert.match(err, /no finished backup at .* Run “southbridge backup” again/);
  }
  assert.deepEqual(await readdir(join(folder, 'empty')), []);
});
