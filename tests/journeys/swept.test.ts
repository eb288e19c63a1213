import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { TypedForm, Upload } from '../../src/operations/ports/uploads.ts';
import { openUploads } from '../../src/uploads/open-uploads.ts';
import { passingFolder } from '../fixtures/at-exit.ts';
import { startHouse } from '../fixtures/running-house.ts';

// What is kept for some hours or days goes when its time is over, also on a node that nobody uses meanwhile.

const hour = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

function typed(id: string, until: string): TypedForm {
  return { id, account: 'ada', fields: 'title.en=Wells', at: at(-20), until };
}

function sent(id: string, until: string): Upload {
  return {
    ...{ id, post: 'focal-sn', account: 'ada', file: 'wells.xlsx', size: 3, language: 'en', as: 'party' },
    ...{ release: false, stage: 'waiting', at: at(-20), until, rows: '[]' },
  };
}

test('a node throws away typed forms and sent files whose time is over, though nobody types or sends any more', async (t) => {
  const dataDir = passingFolder('swept');
  const file = join(dataDir, 'uploads.db');
  const before = openUploads({ file });
  await before.keepForm(typed('over', at(-1)), 30);
  await before.keepForm(typed('kept', at(1)), 30);
  await before.put(sent('over', at(-1)), new Uint8Array(3));
  await before.put(sent('kept', at(1)), new Uint8Array(3));
  await before.close();
  const house = await startHouse({ dataDir, arguments: ['--empty'] });
  t.after(() => house.drop());
  const shelf = openUploads({ file });
  t.after(() => shelf.close());
  while ((await shelf.find('over')) !== undefined) await pause(50);
  const form = (id: string) => shelf.formOf('ada', id, at(-20));
  assert.equal(await form('over'), undefined);
  assert.equal((await form('kept'))?.fields, 'title.en=Wells');
  assert.equal((await shelf.find('kept'))?.file, 'wells.xlsx');
  await house.stop();
  assert.doesNotMatch(house.printed(), /error/i);
});
