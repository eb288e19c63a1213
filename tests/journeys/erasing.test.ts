import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { zstdDecompressSync } from 'node:zlib';
import { goodActivity, iatiFile } from '../fixtures/iati-specimens.ts';
import { type RunningHouse, southbridge, startHouse } from '../fixtures/running-house.ts';

// A person asks to be taken out of a record: afterwards the name stands nowhere, and what was signed before still holds.

const marker = 'Zainabou Kone-Marker';
const telephone = '+22320998877';
const contact = `<contact-info type="1"><person-name><narrative>${marker}</narrative></person-name><telephone>${telephone}</telephone></contact-info>`;
const activity = (title: string, id = 'XM-DAC-1-A') =>
  goodActivity
    .replace('<narrative>Wells<', `<narrative>${title}<`)
    .replaceAll('XM-DAC-1-A', id)
    .replace('<sector', `${contact}\n<sector`);

let folder: string;
let house: RunningHouse;
let id: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'southbridge-erasing-'));
  house = await startHouse({ dataDir: join(folder, 'house') });
  for (const [at, title] of ['Wells', 'Deep wells'].entries()) {
    const file = join(folder, `${at}.xml`);
    await writeFile(file, iatiFile(activity(title)));
    const { code, err } = await southbridge(house.dataDir, 'import', file);
    assert.equal(code, 0, err);
    await rm(file);
  }
  const found = await southbridge(house.dataDir, 'search', 'deep wells', '--json');
  id = /"id": ?"([^"]+)"/.exec(found.out)?.[1] ?? '';
});
after(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Files below a folder in which one of the texts stands, packed or not. */
async function holding(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await readdir(root, { recursive: true })) {
    const file = join(root, name);
    if (!(await stat(file)).isFile()) continue;
    const bytes = await readFile(file);
    const packed = bytes.length > 4 && bytes.readUInt32LE(0) === 0xfd2fb528;
    const text = (packed ? zstdDecompressSync(bytes) : bytes).toString('latin1');
    if (text.includes(marker) || text.includes(telephone)) found.push(name);
  }
  return found;
}

test('the name is in the log, in what the source said and in the backup, before', async () => {
  assert.equal((await southbridge(house.dataDir, 'backup', join(folder, 'place'))).code, 0);
  assert.notDeepEqual(await holding(house.dataDir), []);
  assert.notDeepEqual(await holding(join(folder, 'place')), []);
});

test('it is erased from all revisions beside the running node, and is nowhere in its folder', async () => {
  const head = await (await fetch(`${house.address}/log/head`)).text();
  await writeFile(join(folder, 'head.json'), head);
  await (await fetch(`${house.address}/en/activity/${id}`)).text();
  const erased = await southbridge(house.dataDir, 'erase', '--record', `activity/${id}`, '--yes', '--json');
  assert.equal(erased.code, 0, erased.err);
  const { of } = JSON.parse(erased.out) as { of: readonly { number: number }[] };
  assert.deepEqual(
    of.map(({ number }) => number),
    [1, 2],
  );
  assert.deepEqual(await holding(house.dataDir), []);
});

test('pages, files and what harvesters read do not say it; the history says that it was erased', async () => {
  const record = `/en/activity/${id}`;
  for (const address of [
    record,
    `${record}/history`,
    `${record}/compare?from=1&to=2`,
    `${record}.json`,
    `${record}.xml`,
  ]) {
    const text = await (await fetch(`${house.address}${address}`)).text();
    assert.ok(!text.includes(marker) && !text.includes(telephone), address);
  }
  const history = await (await fetch(`${house.address}${record}/history`)).text();
  assert.match(history, /What stood in “Contacts” was erased/);
  for (const format of ['iati', 'json', 'csv']) {
    const { out, code, err } = await southbridge(house.dataDir, 'export', '--format', format);
    assert.equal(code, 0, err);
    assert.ok(out.includes('Deep wells') && !out.includes(marker), format);
  }
});

test('the log is whole, and a head that was signed before still fits', async () => {
  assert.match((await southbridge(house.dataDir, 'verify')).out, /No damage found/);
  const against = await southbridge(house.dataDir, 'verify', '--against', join(folder, 'head.json'));
  assert.equal(against.code, 0, against.err);
});

test('the next backup holds it no more, older ones that did are gone, and what is restored is whole', async () => {
  const place = join(folder, 'place');
  const made = await southbridge(house.dataDir, 'backup', place);
  assert.equal(made.code, 0, made.err);
  assert.deepEqual(await holding(place), []);
  assert.equal((await readdir(join(place, 'manifests'))).length, 1);
  assert.match((await southbridge(folder, 'verify', place)).out, /every byte is as it was written/);
  const restored = join(folder, 'restored');
  assert.equal((await southbridge(restored, 'restore', place)).code, 0);
  assert.match((await southbridge(restored, 'verify')).out, /No damage found/);
  const against = await southbridge(restored, 'verify', '--against', join(folder, 'head.json'));
  assert.equal(against.code, 0, against.err);
  assert.deepEqual(await holding(restored), []);
});

test('what is erased twice, of no such field, for no such reason or of no such record is refused', async () => {
  const record = ['--record', `activity/${id}`, '--yes'];
  for (const [words, says] of [
    [record, /Nothing is said there that could be erased/],
    [[...record, '--field', 'title'], /title/],
    [[...record, '--because', 'whim'], /asked, left, mistaken, law/],
    [['--record', 'activity/none', '--yes'], /none/],
    [['ada@example.org', ...record], /either/],
    [['--record', `activity/${id}`], /Nothing was erased/],
  ] as const) {
    const { code, err } = await southbridge(house.dataDir, 'erase', ...words);
    assert.notEqual(code, 0, words.join(' '));
    assert.match(err, says);
  }
});
