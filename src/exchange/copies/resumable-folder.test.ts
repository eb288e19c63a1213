import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ResumableFolder } from './resumable-folder.ts';

const of = { head: 7, languages: 'en,fr' };

async function folderOf(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'southbridge-copy-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

test('what a killed run left whole is known by its checksum; the rest is not', async (t) => {
  const path = await folderOf(t);
  const first = await ResumableFolder.open(path, of);
  await first.write('a/one.html', 'one');
  await first.write('a/two.html', 'two');
  await first.close();
  await writeFile(join(path, 'a/two.html'), 'tw');
  await writeFile(join(path, 'a/three.html'), 'half writ');
  await appendFile(join(path, 'manifest-sha256.txt'), '0123456789abcdef');
  const second = await ResumableFolder.open(path, of);
  assert.deepEqual(
    [await second.has('a/one.html'), await second.has('a/two.html'), await second.has('a/three.html')],
    [true, false, false],
  );
  await second.close();
});

test('a copy of another state is written anew, and loses what the new state no longer has, killed in between or not', async (t) => {
  const path = await folderOf(t);
  const first = await ResumableFolder.open(path, of);
  await first.write('old.html', 'old');
  await first.write('both.html', 'both');
  await first.finish();
  const killed = await ResumableFolder.open(path, { ...of, head: 8 });
  assert.equal(await killed.has('both.html'), false);
  await killed.close();
  const last = await ResumableFolder.open(path, { ...of, head: 8 });
  await last.write('both.html', 'both, later');
  await last.stream('new.csv', pieces('a;', 'b'));
  await last.finish();
  assert.deepEqual((await readdir(path)).sort(), [
    'both.html',
    'copy.json',
    'manifest-sha256.txt',
    'new.csv',
  ]);
  assert.equal(await readFile(join(path, 'new.csv'), 'utf8'), 'a;b');
  assert.match(await readFile(join(path, 'copy.json'), 'utf8'), /"complete": true/);
});

test('a folder with anything else in it is refused and stays as it is', async (t) => {
  const path = await folderOf(t);
  await writeFile(join(path, 'thesis.doc'), 'years of work');
  await assert.rejects(ResumableFolder.open(path, of), { code: 'folderNotEmpty' });
  assert.deepEqual(await readdir(path), ['thesis.doc']);
});

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
