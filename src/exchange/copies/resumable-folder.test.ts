import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
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

test('a file that had to be written again stands in the manifest once, with the checksum that is right', async (t) => {
  const path = await folderOf(t);
  const first = await ResumableFolder.open(path, of);
  for (const name of ['one', 'two', 'three']) await first.write(`${name}.html`, name);
  await first.close();
  await writeFile(join(path, 'two.html'), 'tw');
  const second = await ResumableFolder.open(path, of);
  await second.write('two.html', 'two, whole');
  await second.write('four.html', 'four');
  await second.finish();
  const manifest = await readFile(join(path, 'manifest-sha256.txt'), 'utf8');
  const names = ['one.html', 'three.html', 'two.html', 'four.html'];
  const right = await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
  assert.equal(manifest, names.map((name, at) => lineOf(name, right[at] ?? '')).join(''));
});

test('of an earlier copy with more files than are looked up at once only what the new one has not is removed', async (t) => {
  const path = await folderOf(t);
  const [sum] = lineOf('', '').split(' ');
  const lines = Array.from({ length: 100_500 }, (_, n) => `${sum}  page-${n}.html\n`);
  await writeFile(join(path, 'copy.json'), JSON.stringify({ of, complete: false }));
  await writeFile(join(path, 'manifest-sha256.txt'), lines.join(''));
  const gone = ['first.html', 'last.html'];
  for (const name of [...gone, 'page-7.html', 'page-100400.html']) await writeFile(join(path, name), '');
  const [early = '', late = ''] = gone.map((name) => lineOf(name, ''));
  const cutOff = lineOf('page-9.html', '').slice(0, 70);
  await writeFile(join(path, 'manifest-before.txt'), [early, ...lines, late, cutOff].join(''));
  const copy = await ResumableFolder.open(path, of);
  await copy.finish();
  assert.deepEqual((await readdir(path)).sort(), [
    'copy.json',
    'manifest-sha256.txt',
    'page-100400.html',
    'page-7.html',
  ]);
});

test('a folder with anything else in it is refused and stays as it is', async (t) => {
  const path = await folderOf(t);
  await writeFile(join(path, 'thesis.doc'), 'years of work');
  await assert.rejects(ResumableFolder.open(path, of), { code: 'folderNotEmpty' });
  assert.deepEqual(await readdir(path), ['thesis.doc']);
});

function lineOf(path: string, content: string): string {
  return `${createHash('sha256').update(content).digest('hex')}  ${path}\n`;
}

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
