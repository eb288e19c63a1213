import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Fault } from '../../kernel/fault.ts';
import { readIati } from '../iati/read-iati.ts';
import type { ReadItem } from '../incoming.ts';
import { defaultLimits } from '../limits.ts';
import { openInputFile } from './open-input-file.ts';
import { readInThread } from './read-in-thread.ts';

const folder = await mkdtemp(join(tmpdir(), 'southbridge-thread-'));
after(() => rm(folder, { recursive: true, force: true }));

const activity = (n: number, title = `Wells ${n}`) =>
  `<iati-activity><iati-identifier>XX-${n}</iati-identifier><title><narrative xml:lang="en">${title}</narrative></title></iati-activity>`;

async function fileOf(name: string, inner: string, end = '</iati-activities>'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `<iati-activities version="2.03">${inner}${end}`);
  return path;
}

async function all(items: AsyncIterable<ReadItem>): Promise<Omit<ReadItem, 'raw'>[]> {
  const taken: Omit<ReadItem, 'raw'>[] = [];
  for await (const { raw: _, ...item } of items) taken.push(item);
  return taken;
}

test('a file read in a thread gives what it gives otherwise, in the same order, and tells how far it is', async () => {
  const path = await fileOf('many.xml', Array.from({ length: 1_500 }, (_, n) => activity(n)).join('\n'));
  let told = 0;
  const beside = await all(
    readInThread(path, defaultLimits, (bytes) => {
      told = bytes;
    }),
  );
  const here = await all(readIati(await openInputFile(path), defaultLimits));
  assert.equal(beside.length, 1_500);
  assert.deepEqual(beside, JSON.parse(JSON.stringify(here)));
  assert.ok(told > 100_000);
});

test('what is wrong with the file arrives as the same fault, after the rows before it', async () => {
  const path = await fileOf(
    'cut.xml',
    Array.from({ length: 450 }, (_, n) => activity(n)).join('\n'),
    '<iati-act',
  );
  const items: ReadItem[] = [];
  await assert.rejects(
    async () => {
      for await (const item of readInThread(path, defaultLimits)) items.push(item);
    },
    (error) => error instanceof Fault && error.code === 'truncated' && error.params['file'] === 'cut.xml',
  );
  assert.equal(items.length, 450);
});

test('a row that may be refused brings its source text along', async () => {
  const path = await fileOf(
    'odd.xml',
    `${activity(1)}<iati-activity><iati-identifier>XX-2</iati-identifier></iati-activity>`,
  );
  const items: ReadItem[] = [];
  for await (const item of readInThread(path, defaultLimits)) items.push(item);
  assert.match(items[1]?.raw() ?? '', /XX-2/);
});

test('whoever stops reading half-way leaves no thread behind', async () => {
  const path = await fileOf('long.xml', Array.from({ length: 5_000 }, (_, n) => activity(n)).join('\n'));
  for await (const item of readInThread(path, defaultLimits)) {
    assert.ok(item);
    break;
  }
  assert.deepEqual(
    process.getActiveResourcesInfo().filter((name) => name === 'MessagePort'),
    [],
  );
});
