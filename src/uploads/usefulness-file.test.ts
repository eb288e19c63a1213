import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { usefulnessFile } from './usefulness-file.ts';

const verdict = (useful: boolean, on = '2026-11-28') => ({ record: 'wells', useful, on, words: ['water'] });

async function inFolder(work: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'usefulness-'));
  try {
    await work(join(folder, 'usefulness.jsonl'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('what readers said of results', () => {
  it('is there after a restart, counted by record', () =>
    inFolder(async (path) => {
      const before = usefulnessFile(path);
      await before.keep(verdict(true));
      await before.keep(verdict(false));
      await before.keep(verdict(true));
      assert.deepEqual(await usefulnessFile(path).of('wells'), { useful: 2, notUseful: 1 });
      assert.deepEqual(await usefulnessFile(path).of('other'), { useful: 0, notUseful: 0 });
    }));

  it('is whole lines: one cut off by a kill is passed over, those before it count', () =>
    inFolder(async (path) => {
      await usefulnessFile(path).keep(verdict(true));
      await appendFile(path, '{"record":"wells","use');
      assert.deepEqual(await usefulnessFile(path).of('wells'), { useful: 1, notUseful: 0 });
    }));

  it('holds record, verdict, day and words, and nothing of who said it', () =>
    inFolder(async (path) => {
      await usefulnessFile(path).keep(verdict(true));
      const [line = ''] = (await readFile(path, 'utf8')).split('\n');
      assert.deepEqual(Object.keys(JSON.parse(line)).sort(), ['on', 'record', 'useful', 'words']);
    }));

  it('is no longer kept when a day has brought two thousand; the next day it is', () =>
    inFolder(async (path) => {
      const lines = Array.from({ length: 2_000 }, () => JSON.stringify(verdict(true))).join('\n');
      await appendFile(path, `${lines}\n`);
      const kept = usefulnessFile(path);
      assert.equal(await kept.keep(verdict(true)), false);
      assert.equal(await kept.keep(verdict(true, '2026-11-29')), true);
    }));
});
