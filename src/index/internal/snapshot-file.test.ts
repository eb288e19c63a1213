import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readSnapshot, type Snapshot, writeSnapshot } from './snapshot-file.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snapshot-'));
  path = join(folder, 'public.index');
});
afterEach(() => rm(folder, { recursive: true }));

const snapshot: Snapshot = {
  stamp: 'one',
  position: 41,
  pieces: new Map([
    ['words', Buffer.from('coopération')],
    ['none', new Uint8Array(0)],
  ]),
};

test('what is written is read back, and no second file stays', async () => {
  await writeSnapshot(path, snapshot);
  const read = await readSnapshot(path, 'one');
  assert.equal(read?.position, 41);
  assert.equal(Buffer.from(read?.pieces.get('words') ?? []).toString(), 'coopération');
  assert.equal(read?.pieces.get('none')?.length, 0);
  assert.deepEqual(await readdir(folder), ['public.index']);
});

test('a snapshot with any one byte changed is left aside', async () => {
  await writeSnapshot(path, snapshot);
  const whole = await readFile(path);
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = Buffer.from(whole);
    damaged[at] = (whole[at] ?? 0) ^ 0x10;
    await writeFile(path, damaged);
    assert.equal(await readSnapshot(path, 'one'), undefined, `byte ${at}`);
  }
});

test('a snapshot cut off anywhere, or with something behind it, is left aside', async () => {
  await writeSnapshot(path, snapshot);
  const whole = await readFile(path);
  for (let length = 0; length < whole.length; length += 1) {
    await writeFile(path, whole.subarray(0, length));
    assert.equal(await readSnapshot(path, 'one'), undefined, `${length} bytes`);
  }
  await writeFile(path, Buffer.concat([whole, Buffer.alloc(4)]));
  assert.equal(await readSnapshot(path, 'one'), undefined);
});

test('a snapshot made under other rules, an absent one and a folder of its name are left aside', async () => {
  assert.equal(await readSnapshot(path, 'one'), undefined);
  await writeSnapshot(path, snapshot);
  assert.equal(await readSnapshot(path, 'two'), undefined);
  await mkdir(join(folder, 'folder.index'));
  assert.equal(await readSnapshot(join(folder, 'folder.index'), 'one'), undefined);
});

test('a write that was broken off leaves the older snapshot, and the next write succeeds', async () => {
  await writeSnapshot(path, snapshot);
  await writeFile(`${path}.new`, 'half a snapsh');
  assert.equal((await readSnapshot(path, 'one'))?.position, 41);
  await writeSnapshot(path, { ...snapshot, position: 42 });
  assert.equal((await readSnapshot(path, 'one'))?.position, 42);
});
