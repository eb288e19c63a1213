import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type BackupNode, backupNode } from '../../tests/fixtures/backup-node.ts';
import { signatureGate } from '../../tests/fixtures/signature-gate.ts';
import { Fault } from '../kernel/fault.ts';
import { openSqliteLog } from '../log/sqlite-log.ts';
import { restoreBackup } from './restore-backup.ts';
import { s3Place } from './s3-place.ts';
import { verifyBackup } from './verify-backup.ts';

// Against a store that speaks S3 (s3rver), behind a gate that checks signatures by a reckoning of its own.

interface Store {
  run(): Promise<{ readonly port: number }>;
  close(): Promise<void>;
}
// The package says nothing of its types.
const Store = createRequire(import.meta.url)('s3rver') as new (options: object) => Store;

const folder = mkdtempSync(join(tmpdir(), 'southbridge-store-'));
const store = new Store({
  port: 0,
  silent: true,
  directory: folder,
  configureBuckets: [{ name: 'copies' }],
});
let node: BackupNode;
let address = '';
let gate: Server;
const keys = { keyId: 'S3RVER', secret: 'S3RVER', region: 'us-east-1' };

before(async () => {
  node = await backupNode();
  await node.grow(200);
  gate = await signatureGate(await store.run(), keys.secret);
  const at = gate.address();
  assert.ok(typeof at === 'object' && at !== null);
  address = `http://127.0.0.1:${at.port}/copies/south bridge`;
});
after(async () => {
  gate.close();
  gate.closeAllConnections();
  await store.close();
  await node.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('a backup goes to a bucket and comes back whole', async () => {
  const place = s3Place({ address, ...keys });
  const { manifest, sent } = await node.backUp(place);
  assert.ok(sent > 2);
  assert.equal((await verifyBackup(place)).newest.root, manifest.root);
  node.clock.set('2026-05-02T10:00:00.000Z');
  assert.equal((await node.backUp(place)).sent, 1, 'the segment that is not full');
  const target = mkdtempSync(join(tmpdir(), 'southbridge-restored-'));
  const log = openSqliteLog({ file: join(target, 'southbridge.db') });
  await restoreBackup(place, { log, dataDir: target, onProgress: () => {} });
  assert.deepEqual(await log.since(0, 1_000), await node.log.since(0, 1_000));
  await log.close();
  rmSync(target, { recursive: true });
});

test('what is not there is not there, and what is removed is gone', async () => {
  const place = s3Place({ address, ...keys });
  assert.equal(await place.get('files/none'), undefined);
  await place.put('other/one', Buffer.from('1'));
  assert.deepEqual(
    (await place.list('other/')).map(({ name }) => name),
    ['other/one'],
  );
  await place.remove('other/one');
  await place.remove('other/one');
  assert.deepEqual(await place.list('other/'), []);
});

test('a wrong key or secret and a bucket that is not there are named', async () => {
  const wrong = [
    { address, ...keys, secret: 'guessed' },
    { address, ...keys, keyId: 'guessed' },
    { address: address.replace('copies', 'no-such'), ...keys },
  ];
  for (const options of wrong) {
    await assert.rejects(node.backUp(s3Place(options)), (error) => {
      assert.ok(error instanceof Fault && error.code === 'backupRefused', String(error));
      assert.match(String(error.params['got']), /SignatureDoesNotMatch|InvalidAccessKeyId|NoSuchBucket/);
      return true;
    });
  }
});
