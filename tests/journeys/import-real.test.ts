import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { southbridge } from '../fixtures/running-house.ts';
import { sharedData, skipWords } from '../fixtures/shared-data.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'southbridge-import-'));
after(() => rm(dataDir, { recursive: true, force: true }));

const tables = sharedData('ssc');
const publishers = sharedData('iati', 'publishers');
const skip = tables === undefined || publishers === undefined ? skipWords : false;

interface Told {
  readonly outcome: string;
  readonly file: string;
  readonly findings: readonly unknown[];
}

async function importAll(folder: string): Promise<{ code: number | null; verdicts: Told[]; err: string }> {
  const files = (await readdir(folder)).sort().map((name) => join(folder, name));
  const { code, out, err } = await southbridge(dataDir, 'import', '--json', ...files);
  return {
    code,
    err,
    verdicts: out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Told),
  };
}

function tally(verdicts: readonly Told[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of verdicts) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

test('the project tables of the South give a verdict for each row, and nothing new the second time', {
  skip,
}, async (t) => {
  const first = await importAll(tables ?? '');
  assert.equal(first.code, 0, first.err);
  t.diagnostic(JSON.stringify(tally(first.verdicts)));
  assert.equal(first.verdicts.length, 185 + 101 + 328 + 430 + 379 + 4_820 + 716 + 1_187 + 14_859 + 127);
  assert.ok((tally(first.verdicts)['refused'] ?? 0) < first.verdicts.length / 100);
  const second = await importAll(tables ?? '');
  const { created = 0, updated = 0 } = tally(second.verdicts);
  assert.deepEqual({ created, updated }, { created: 0, updated: 0 });
});

test('the files of real IATI publishers give a verdict for each activity, and nothing new the second time', {
  skip,
}, async (t) => {
  const first = await importAll(publishers ?? '');
  assert.equal(first.code, 0, first.err);
  t.diagnostic(JSON.stringify(tally(first.verdicts)));
  assert.ok(first.verdicts.length > 1_700);
  const second = await importAll(publishers ?? '');
  const { created = 0, updated = 0 } = tally(second.verdicts);
  assert.deepEqual({ created, updated }, { created: 0, updated: 0 });
});

test('a search in three scripts finds what came in', { skip }, async () => {
  for (const words of ['água', 'مبادرة', 'coopération', 'salud', 'жоспарлау']) {
    const { out } = await southbridge(dataDir, 'search', words, '--json');
    const { total } = JSON.parse(out) as { total: number };
    assert.ok(total > 0, words);
  }
});
