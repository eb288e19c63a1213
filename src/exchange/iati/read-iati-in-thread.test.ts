import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openInputFile } from '../files/open-input-file.ts';
import type { Incoming } from '../incoming.ts';
import { defaultLimits } from '../limits.ts';
import { readIati } from './read-iati.ts';
import { readIatiInThread } from './read-iati-in-thread.ts';

const folder = await mkdtemp(join(tmpdir(), 'southbridge-thread-'));
after(() => rm(folder, { recursive: true }));

const activity = (n: number) =>
  `<iati-activity xml:lang="fr"><iati-identifier>XM-${n}</iati-identifier><title><narrative>Eau ${n} é 水</narrative></title><activity-date type="1" iso-date="soon"/></iati-activity>`;
const document = (count: number, end = '</iati-activities>') =>
  `<iati-activities version="2.03">${Array.from({ length: count }, (_, n) => activity(n)).join('\n')}${end}`;

async function onDisk(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function all(items: AsyncIterable<Incoming>, into: unknown[] = []): Promise<unknown[]> {
  for await (const { raw, ...item } of items) into.push({ ...item, raw: raw() });
  return into;
}

test('what a thread reads is what is read without one, packed or not, and progress is told', async () => {
  const content = document(3_000);
  const path = await onDisk('a.xml', content);
  const right = await all(readIati(await openInputFile(path), defaultLimits));
  assert.equal(right.length, 3_000);
  const told: number[] = [];
  const read = readIatiInThread({ path, packed: false, limits: defaultLimits }, (taken) => told.push(taken));
  assert.deepEqual(await all(read), right);
  assert.equal(told.at(-1), Buffer.byteLength(content));
  const packed = await onDisk('a.xml.gz', gzipSync(content));
  assert.deepEqual(await all(readIatiInThread({ path: packed, packed: true, limits: defaultLimits })), right);
});

test('a refusal comes across with its code and place, after every record before it', async () => {
  const path = await onDisk('cut.xml', document(250, '<iati-activity>'));
  const items: unknown[] = [];
  await assert.rejects(all(readIatiInThread({ path, packed: false, limits: defaultLimits }), items), {
    name: 'Fault',
    code: 'truncated',
    params: { file: 'cut.xml', line: 250 },
  });
  assert.equal(items.length, 250);
});

test('who wants no more ends the thread', async () => {
  const path = await onDisk('long.xml', document(20_000));
  for await (const item of readIatiInThread({ path, packed: false, limits: defaultLimits })) {
    assert.equal(item.keys[0]?.value, 'XM-0');
    break;
  }
});
