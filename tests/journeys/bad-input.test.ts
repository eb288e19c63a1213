import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { southbridge } from '../fixtures/running-house.ts';

const folder = await mkdtemp(join(tmpdir(), 'southbridge-bad-'));
const dataDir = join(folder, 'data');
after(() => rm(folder, { recursive: true, force: true }));

const xml = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">${inner}</iati-activities>`;
const activity = (id: string) =>
  `<iati-activity><iati-identifier>${id}</iati-identifier><title><narrative xml:lang="en">Wells ${id}</narrative></title></iati-activity>`;

/** Each file, what it is, and what the refusal must name. */
const bad: readonly (readonly [file: string, content: Buffer | string, names: RegExp])[] = [
  ['empty.xml', '', /empty\.xml/],
  ['picture.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /picture\.csv/],
  ['doctype.xml', `<!DOCTYPE a [<!ENTITY b "c">]>${xml('')}`, /DOCTYPE/],
  ['cut.xml', xml(activity('A-1')).slice(0, -60), /line \d|cut/i],
  ['deep.xml', xml('<a>'.repeat(2_000)), /\d/],
  ['page.xml', '<!doctype html><html><body>Please sign in</body></html>', /page\.xml/],
  ['old.xml', '<iati-activities version="1.03"></iati-activities>', /2\.03/],
  ['latin.csv', Buffer.from('title.en,register\ncaf\xe9,activity\n', 'latin1'), /UTF-8/],
  ['cell.csv', `register,title.en\nactivity,${'x'.repeat(1_100_000)}\n`, /200,?000/],
  ['bomb.csv.gz', gzipSync(Buffer.alloc(60_000_000, 'a')), /bomb/],
  ['half.csv.gz', gzipSync('register,title.en\nactivity,x\n').subarray(0, 30), /half/],
  [
    'bomb.xlsx',
    zipOf('xl/worksheets/sheet1.xml', deflateRawSync(Buffer.alloc(300_000_000, ' ')), 300_000_000),
    /bomb\.xlsx/,
  ],
  ['renamed.xlsx', 'this is no workbook', /renamed\.xlsx/],
  ['nothing-known.csv', 'colour,size\nred,3\n', /nothing-known\.csv/],
];

for (const [file, content, names] of bad) {
  test(`${file} is refused by name, with what is wrong, and nothing of it is written`, async () => {
    const path = join(folder, file);
    await writeFile(path, content);
    const { code, err } = await southbridge(dataDir, 'import', path);
    assert.equal(code, 1, err);
    assert.match(err, names);
    assert.doesNotMatch(err, /\n\s+at /, 'a refusal is words, not a stack');
    const { out } = await southbridge(dataDir, 'verify', '--json');
    const { revisions } = JSON.parse(out) as { revisions: number };
    assert.equal(revisions, 0);
  });
}

test('a folder, a missing file and a file of nobody are refused, and the files beside them are taken', async () => {
  await mkdir(join(folder, 'a-folder'));
  const good = join(folder, 'good.xml');
  await writeFile(good, xml(activity('G-1')));
  const { code, out, err } = await southbridge(
    dataDir,
    'import',
    join(folder, 'a-folder'),
    join(folder, 'missing.csv'),
    good,
  );
  assert.equal(code, 1);
  assert.match(err, /a-folder/);
  assert.match(err, /missing\.csv/);
  assert.match(out, /good\.xml: 1 rows: 1 created/);
});

test('a file cut off half-way leaves the rows before the cut, says where it broke, and goes on when whole', async () => {
  const whole = xml(Array.from({ length: 600 }, (_, i) => activity(`CUT-${i}`)).join('\n'));
  const path = join(folder, 'long.xml');
  await writeFile(path, whole.slice(0, Math.floor(whole.length * 0.7)));
  const cut = await southbridge(dataDir, 'import', path);
  assert.equal(cut.code, 1);
  assert.match(cut.err, /long\.xml.*\d/);
  await writeFile(path, whole);
  const again = await southbridge(dataDir, 'import', path);
  assert.equal(again.code, 0, again.err);
  const [, created = '', unchanged = ''] = /(\d+) created.* (\d+) unchanged/.exec(again.out) ?? [];
  assert.equal(Number(created) + Number(unchanged), 600);
  assert.ok(Number(created) > 0 && Number(unchanged) > 0, again.out);
});

/** A zip archive of one entry, written by hand so that its sizes can lie. */
function zipOf(name: string, packed: Buffer, size: number): Buffer {
  const head = (signature: number, length: number) => {
    const buffer = Buffer.alloc(length);
    buffer.writeUInt32LE(signature, 0);
    return buffer;
  };
  const local = head(0x04034b50, 30);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = head(0x02014b50, 46);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  const end = head(0x06054b50, 22);
  const offset = local.length + name.length + packed.length;
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}
