import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { harvestAll } from '../../src/operations/harvest.ts';
import { writeMirror } from '../../src/web/mirror/mirror.ts';
import { canaryHouse, kept, secrets, unpublished } from '../fixtures/canary-house.ts';

// A copy is carried away and cannot be called back: nothing in it is for anybody but everybody.

test('no file of a copy holds what is not for everybody: drafts, remarks, contacts, persons', async (t) => {
  const office = await canaryHouse();
  const folder = await mkdtemp(join(tmpdir(), 'southbridge-canaries-'));
  t.after(() => rm(folder, { recursive: true }));
  const options = { folder, languages: ['en'] as const, history: true, version: 'test', publicAddress: '' };
  await writeMirror(office, options);
  const persons = Object.values(office.actors).flatMap(({ account, post }) => [
    account,
    `Person of ${post.id}`,
  ]);
  const forbidden = [
    ...secrets.map(kept),
    ...secrets.map((secret) => kept(secret).toLowerCase()),
    ...persons,
    unpublished,
  ];
  const files = globSync('**/*.*', { cwd: folder });
  assert.ok(
    files.some((file) => file.startsWith('search/words/')) && files.some((file) => file.startsWith('data/')),
  );
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8');
    for (const secret of forbidden) assert.ok(!text.includes(secret), `${secret} in ${file}`);
  }
  for await (const one of harvestAll(office)) {
    const text = JSON.stringify(one);
    for (const secret of forbidden) assert.ok(!text.includes(secret), `${secret} in the dump`);
  }
  await office.log.close();
});
