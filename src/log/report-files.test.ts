import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { reportFiles } from './report-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'southbridge-archive-'));
after(() => rmSync(folder, { recursive: true }));

const bytes = new TextEncoder().encode('Report No. 1');
const sha256 = hash('sha256', bytes);

test('what was put is found, also by whoever opens the folder later, and may be put again', async () => {
  await reportFiles(folder).put(sha256, bytes);
  await reportFiles(folder).put(sha256, bytes);
  assert.deepEqual(await reportFiles(folder).find(sha256), bytes);
});

test('what no longer fits its digest is not given out', async () => {
  chmodSync(join(folder, sha256), 0o644);
  writeFileSync(join(folder, sha256), 'Report No. 2');
  assert.equal(await reportFiles(folder).find(sha256), undefined);
});

test('an address that is no digest leads nowhere', async () => {
  assert.equal(await reportFiles(folder).find('../southbridge.db'), undefined);
});
