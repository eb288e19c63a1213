import assert from 'node:assert/strict';
import { hash, randomBytes, randomInt } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { type BackupNode, backupNode } from '../../tests/fixtures/backup-node.ts';
import { Fault } from '../kernel/fault.ts';
import { openSqliteLog } from '../log/sqlite-log.ts';
import { checkLog } from '../proofs/check-log.ts';
import { folderPlace } from './folder-place.ts';
import { pieceBytes } from './internal/data-files.ts';
import type { BackupPlace } from './place.ts';
import { restoreBackup } from './restore-backup.ts';
import { verifyBackup } from './verify-backup.ts';

let node: BackupNode;
let made = 0;
before(async () => {
  node = await backupNode();
  await node.grow(300);
});
after(() => node.drop());

const flips = Number(process.env['SOUTHBRIDGE_FLIPS'] ?? 1_000);

function newFolder(): string {
  made += 1;
  return join(node.folder, `place-${made}`);
}

function fault(code: string): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof Fault, String(error));
    assert.equal(error.code, code);
    return true;
  };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
}

async function restored(place: BackupPlace, dataDir = newFolder()) {
  mkdirSync(dataDir, { recursive: true });
  const log = openSqliteLog({ file: join(dataDir, 'southbridge.db') });
  try {
    const manifest = await restoreBackup(place, { log, dataDir, onProgress: () => {} });
    return { manifest, dataDir, entries: await log.since(0, 100_000), report: await log.verify(() => {}) };
  } finally {
    await log.close();
  }
}

test('a restored node holds the same entries, the same root, the same accounts and keys', async () => {
  const place = folderPlace(newFolder());
  const { manifest } = await node.backUp(place);
  const { entries, dataDir, report } = await restored(place);
  assert.deepEqual(entries, await node.log.since(0, 100_000));
  assert.deepEqual(report.damage, [], 'what sources said came along');
  const digests = [node.dataDir, dataDir].map((folder) => {
    const db = new DatabaseSync(join(folder, 'southbridge.db'), { readOnly: true });
    const all = db.prepare('SELECT digest FROM entry ORDER BY seq').all();
    db.close();
    return all;
  });
  assert.deepEqual(digests[0], digests[1], 'the chain is the same');
  assert.equal((await checkLog(node.log, { size: manifest.size, root: '' })).root, manifest.root);
  assert.ok(readFileSync(join(dataDir, 'accounts.db')).includes('ada@example.org'));
  assert.equal(readFileSync(join(dataDir, 'write.key'), 'utf8'), 'secret\n');
  assert.equal(statSync(join(dataDir, 'write.key')).mode & 0o777, 0o600);
});

test('a second backup sends what is new, and both it and the first one are whole', async () => {
  const other = await backupNode();
  await other.grow(9_000);
  const place = folderPlace(newFolder());
  await other.backUp(place);
  other.clock.set('2026-05-02T10:00:00.000Z');
  await other.grow(10);
  const { sent, manifest } = await other.backUp(place);
  assert.equal(sent, 1, 'the last segment');
  assert.equal(manifest.segments.length, 3);
  const { backups, newest } = await verifyBackup(place);
  assert.equal(backups, 2);
  assert.equal(newest.size, 9_010);
  assert.equal(newest.root, (await checkLog(other.log, { size: 9_010, root: '' })).root);
  await other.drop();
});

test(`a byte that was changed is found, ${flips} of ${flips}, and restored by nobody`, async () => {
  const folder = newFolder();
  const place = folderPlace(folder);
  await node.backUp(place);
  const files = filesIn(folder);
  const missed: string[] = [];
  for (let n = 0; n < flips; n += 1) {
    const file = files[n % files.length] ?? '';
    const bytes = readFileSync(file);
    const at = randomInt(bytes.length);
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (n % 8));
    writeFileSync(file, changed);
    await verifyBackup(place).then(
      () => missed.push(`${file} at ${at}`),
      (error: unknown) => fault('backupDamaged')(error),
    );
    if (n < files.length) await assert.rejects(restored(place), fault('backupDamaged'));
    writeFileSync(file, bytes);
  }
  assert.deepEqual(missed, []);
});

test('a backup that was cut short is none; run again it goes on, and what was sent is not sent again', async () => {
  const other = await backupNode();
  await other.grow(13_000);
  const folder = newFolder();
  const whole = folderPlace(folder);
  let puts = 0;
  const breaking: BackupPlace = {
    ...whole,
    put: (name, bytes) => {
      puts += 1;
      return puts > 2 ? Promise.reject(new Error('The line is dead')) : whole.put(name, bytes);
    },
  };
  await assert.rejects(other.backUp(breaking), /dead/);
  await assert.rejects(verifyBackup(whole), fault('backupUnfinished'));
  await assert.rejects(restored(whole), fault('backupUnfinished'));
  const { sent, manifest } = await other.backUp(whole);
  assert.equal(sent, manifest.segments.length + manifest.files.length - 2);
  await verifyBackup(whole);
  await other.drop();
});

test('a part that is missing or cut is named', async () => {
  const folder = newFolder();
  const place = folderPlace(folder);
  await node.backUp(place);
  for (const file of filesIn(folder)) {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length - 1));
    await assert.rejects(verifyBackup(place), fault('backupDamaged'));
    rmSync(file);
    await assert.rejects(
      verifyBackup(place),
      fault(file.includes('manifests') ? 'backupUnfinished' : 'backupDamaged'),
    );
    writeFileSync(file, bytes);
  }
  await verifyBackup(place);
});

test('nothing is restored over a node that is there, and a stopped restoring goes on', async () => {
  const other = await backupNode();
  await other.grow(9_000);
  const place = folderPlace(newFolder());
  await other.backUp(place);
  await assert.rejects(restored(place, node.dataDir), fault('folderNotEmpty'));
  let reads = 0;
  const breaking: BackupPlace = {
    ...place,
    get: (name) => {
      if (name.startsWith('log/')) reads += 1;
      return reads > 2 ? Promise.reject(new Error('The disk was pulled')) : place.get(name);
    },
  };
  const target = newFolder();
  await assert.rejects(restored(breaking, target), /pulled/);
  assert.ok(existsSync(join(target, 'restoring.json')));
  const { entries } = await restored(place, target);
  assert.deepEqual(entries, await other.log.since(0, 100_000));
  await other.drop();
});

test('a file of many megabytes goes in pieces; a later backup sends the pieces that have changed, and each comes back whole', async () => {
  const other = await backupNode();
  const bytes = randomBytes(2 * pieceBytes + 5);
  const outbox = join(other.dataDir, 'outbox');
  mkdirSync(outbox);
  writeFileSync(join(outbox, 'long.eml'), bytes);
  writeFileSync(join(outbox, 'empty.eml'), '');
  const place = folderPlace(newFolder());
  const first = await other.backUp(place);
  const pieces = first.manifest.files.map(({ path, pieces: one }) => [path, one.length] as const);
  assert.deepEqual(new Map(pieces).get('outbox/long.eml'), 3);
  assert.equal(new Map(pieces).get('outbox/empty.eml'), 0);
  bytes[pieceBytes + 7] = (bytes[pieceBytes + 7] ?? 0) ^ 1;
  writeFileSync(join(outbox, 'long.eml'), bytes);
  other.clock.set('2026-05-02T10:00:00.000Z');
  assert.equal((await other.backUp(place)).sent, 1, 'the piece in the middle');
  assert.equal((await verifyBackup(place)).backups, 2);
  const { dataDir } = await restored(place);
  assert.ok(readFileSync(join(dataDir, 'outbox', 'long.eml')).equals(bytes));
  assert.equal(statSync(join(dataDir, 'outbox', 'empty.eml')).size, 0);
  await other.drop();
});

test('a backup made when files went whole is verified and restored as ever', async () => {
  const place = folderPlace(newFolder());
  const { manifest, name } = await node.backUp(place);
  const files = manifest.files.map(({ pieces: [digest], ...file }) => ({ ...file, digest }));
  const old = Buffer.from(JSON.stringify({ ...manifest, form: 1, files }));
  await place.remove(name);
  await place.put(`manifests/${manifest.at.replaceAll(/[:.]/g, '-')}.${hash('sha256', old)}`, old);
  assert.deepEqual((await verifyBackup(place)).newest.files, manifest.files);
  const { dataDir } = await restored(place);
  assert.ok(readFileSync(join(dataDir, 'accounts.db')).includes('ada@example.org'));
});

test('a place that holds the backup of another log takes no other', async () => {
  const [one, two] = [await backupNode(), await backupNode()];
  const place = folderPlace(newFolder());
  for (const each of [one, two]) await each.grow(4_200);
  await one.backUp(place);
  await assert.rejects(two.backUp(place), fault('otherLog'));
  await verifyBackup(place);
  for (const each of [one, two]) await each.drop();
});

test('accounts leave the place with the last backup that holds them', async () => {
  const other = await backupNode();
  await other.grow(10);
  const folder = newFolder();
  const place = folderPlace(folder);
  await other.backUp(place);
  const long = new Date('2026-01-01');
  for (const file of filesIn(folder)) utimesSync(file, long, long);
  const withAda = filesIn(join(folder, 'files'));
  rmSync(join(other.dataDir, 'accounts.db'));
  other.clock.set('2026-07-01T10:00:00.000Z');
  assert.equal((await other.backUp(place)).removed, 0, 'after 61 days');
  assert.deepEqual(filesIn(join(folder, 'files')).length, withAda.length);
  other.clock.set('2026-08-01T10:00:00.000Z');
  assert.equal((await other.backUp(place)).removed, 1, 'after 92 days');
  assert.equal(filesIn(join(folder, 'files')).length, withAda.length - 1);
  await verifyBackup(place);
  await other.drop();
});
