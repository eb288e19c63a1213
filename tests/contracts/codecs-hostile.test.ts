import assert from 'node:assert/strict';
import { readFile as readBytes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { openInputFile } from '../../src/exchange/files/open-input-file.ts';
import { defaultLimits } from '../../src/exchange/limits.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { getRegister } from '../../src/registers/all-registers.ts';
import { sharedData, skipWords } from '../fixtures/shared-data.ts';
import { memoryFile, readAll, readRecords, written } from './codecs-bench.ts';
import { recordOf } from './codecs-specimens.ts';

/** Reading must end in this refusal, naming these things. */
async function refused(
  content: Uint8Array | string,
  code: string,
  params: object = {},
  limits = defaultLimits,
) {
  await assert.rejects(readAll(memoryFile('given', content), limits), (error) => {
    assert.ok(error instanceof Fault, String(error));
    assert.equal(error.code, code);
    assert.deepEqual({ ...error.params, ...params }, error.params);
    return true;
  });
}

/** A zip archive with the parts given; sizes in the directory can be made to lie. */
function zip(parts: readonly { name: string; data: Buffer; declared?: number }[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declared } of parts) {
    const packed = deflateRawSync(data);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declared ?? data.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declared ?? data.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const content = { name: '[Content_Types].xml', data: Buffer.from('<Types/>') };

test('a zip bomb is refused before it is inflated, a lying one while it is', async () => {
  const zeros = Buffer.alloc(30_000_000);
  await refused(zip([content, { name: 'xl/a.xml', data: zeros }]), 'inflatesTooMuch', {
    limit: 100,
    unit: 'ratio',
  });
  await refused(zip([content, { name: 'xl/a.xml', data: zeros, declared: 1_000 }]), 'damagedArchive');
  const wide = Array.from({ length: 30 }, (_, index) => ({
    name: `xl/${index}.xml`,
    data: content.data,
    declared: 100_000,
  }));
  await refused(
    zip(wide),
    'inflatesTooMuch',
    { limit: 2_000_000, unit: 'bytes' },
    { ...defaultLimits, workbookBytes: 200_000 },
  );
  await refused(gzipSync(`register,title\n${'a'.repeat(30_000_000)}`), 'inflatesTooMuch', { limit: 100 });
  await refused(
    gzipSync('a,b\n'.repeat(1_000)),
    'inflatesTooMuch',
    {},
    { ...defaultLimits, unpackedBytes: 1_000 },
  );
});

test('archives in archives, paths upward, too many parts, other kinds of zip: each is refused by name', async () => {
  await refused(zip([content, { name: 'xl/inner.zip', data: Buffer.from('x') }]), 'damagedArchive', {
    got: 'xl/inner.zip',
  });
  await refused(zip([content, { name: '../../etc/passwd', data: Buffer.from('x') }]), 'damagedArchive');
  const many = Array.from({ length: 2_001 }, (_, index) => ({ name: `${index}`, data: Buffer.alloc(0) }));
  await refused(zip(many), 'tooManyEntries', { limit: 2_000, got: 2_001 });
  await refused(zip([{ name: 'word/document.xml', data: Buffer.from('x') }]), 'unknownFormat', {
    got: 'DOCX',
  });
  await refused(gzipSync(gzipSync('a')), 'unknownFormat', { got: 'gzip in gzip' });
  await refused(gzipSync(zip([content])), 'unknownFormat', { got: 'zip in gzip' });
});

test('a workbook cut short, an empty one and a damaged one are refused', async () => {
  const whole = Buffer.from(
    await written('xlsx', [
      recordOf(getRegister('event'), 'a', { title: { original: 'en', texts: { en: 'A' } } }),
    ]),
  );
  for (const length of [30, 200, whole.length >> 1, whole.length - 30]) {
    await refused(whole.subarray(0, length), 'truncated');
  }
  const damaged = Buffer.from(whole);
  damaged.fill(0x55, 60, 120);
  await refused(damaged, 'damagedArchive');
  await refused(whole, 'fileTooLarge', { limit: 100 }, { ...defaultLimits, workbookBytes: 100 });
});

test('pictures, documents, programs and folders are no tables, whatever they are called', async () => {
  await refused(Buffer.from('89504e470d0a1a0a', 'hex'), 'notText', { got: 'PNG' });
  await refused('%PDF-1.7\n', 'notText', { got: 'PDF' });
  await refused(Buffer.from('ffd8ffe000104a46', 'hex'), 'notText', { got: 'JPEG' });
  await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'unknownFormat', { got: 'XLS', right: 'XLSX, CSV' });
  await refused('a,b\0c\n', 'notText', { got: 'binary' });
  await refused('<!DOCTYPE html><p>', 'unknownFormat', { got: 'HTML' });
  await refused('{\n  "a": 1\n}', 'unknownFormat', { got: 'JSON object' });
  await refused('', 'emptyFile');
  await refused('\ufeff  \n', 'emptyFile');
  await refused(gzipSync(''), 'emptyFile');
  await refused('Dear colleague,\nplease find attached\n', 'noKnownColumns', {
    got: 'Dear colleague, column 2',
  });
  await refused('{"colour": "red"}\n', 'noKnownColumns', { got: 'colour' });
  await assert.rejects(openInputFile(tmpdir()), { code: 'notAFile' });
  await assert.rejects(openInputFile('/nowhere/at.all'), { code: 'noSuchFile' });
});

test('gzip cut short or damaged says so; a file over the limit is refused by its size', async () => {
  const packed = gzipSync(
    Array.from(
      { length: 9_000 },
      (_, index) => `${index === 0 ? 'register,title.en' : `practice,${index * 7919}`}\n`,
    ).join(''),
  );
  await refused(packed.subarray(0, packed.length - 20), 'truncated');
  const damaged = Buffer.from(packed);
  damaged.fill(0, 1_000, 1_100);
  await refused(damaged, 'damagedArchive');
  await refused(
    'register,title\n',
    'fileTooLarge',
    { limit: 5, got: 15 },
    { ...defaultLimits, fileBytes: 5 },
  );
});

test('a megabyte in one cell, a line without end, a quote never closed: each names its place and the limit', async () => {
  const cell = 'x'.repeat(1_000_000);
  await refused(`register,title.en\npractice,ok\npractice,${cell}\n`, 'cellTooLarge', {
    row: 3,
    column: 'title.en',
    limit: 200_000,
    got: 1_000_000,
  });
  const small = { ...defaultLimits, rowCharacters: 10_000 };
  await refused(
    `{"register":"practice","values":{"title":"${cell}"}}\n`,
    'rowTooLong',
    { line: 1, limit: 10_000 },
    small,
  );
  await refused(`[{"a":"${cell}"}]`, 'rowTooLong', { item: 1, limit: 10_000 }, small);
  await refused(`register,title.en\npractice,"${cell}`, 'rowTooLong', { row: 2, limit: 10_000 }, small);
  await refused('register,title.en\npractice,"never closed\n', 'truncated', { row: 2 });
  await refused('[{"id": 1}, {"id": 2', 'truncated', { item: 2 });
});

test('ten thousand columns nobody knows are counted, not listed', async () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `c${index}`);
  const [record] = await readRecords(
    memoryFile('wide.csv', `register,title.en,${names}\npractice,Title,${names}\n`),
  );
  assert.equal(record?.findings.length, 21);
  assert.deepEqual(record?.findings.at(-1)?.params, { limit: 20, got: 10_000 });
});

test('text that is not UTF-8 names the line, the byte and what would be right', async () => {
  const latin = Buffer.concat([
    Buffer.from('register,title.fr\npractice,D'),
    Buffer.from([0xe9]),
    Buffer.from('j'),
  ]);
  await refused(latin, 'badEncoding', { line: 2, byte: 29, right: 'CSV UTF-8, XLSX' });
});

test('UTF-16 with its mark, CR line ends, tabs and semicolons are read as they come', async () => {
  const rows = (end: string, sign: string) =>
    ['register,title.ar', 'practice,تعاون', 'practice,ثان'].join(end).replaceAll(',', sign);
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows('\r\n', '\t'), 'utf16le')]);
  const files = [wide, rows('\r', ','), rows('\n', ';'), rows('\r\n', '|'), `\ufeff${rows('\n', ',')}\n\n`];
  for (const file of files) {
    const records = await readRecords(memoryFile('x', file, 7));
    assert.deepEqual(
      records.map(({ values }) => values['title']),
      [
        { original: 'ar', texts: { ar: 'تعاون' } },
        { original: 'ar', texts: { ar: 'ثان' } },
      ],
    );
  }
});

test('a bad row is one bad item and the rest goes on', async () => {
  const lines = [
    '{"register":"practice","id":"a","values":{}}',
    '{broken',
    '[1]',
    '',
    '{"register":"nothing","values":{}}',
    '{"register":"practice","id":"A B","values":{}}',
    '{"register":"event","id":"b","values":{"__proto__":{"x":1},"colour":1}}',
  ];
  const items = await readAll(memoryFile('lines.jsonl', lines.join('\n')));
  assert.deepEqual(
    items.map((item) => ('unreadable' in item ? item.findings[0]?.code : item.recordId)),
    ['a', 'notUnderstood', 'notUnderstood', 'unknownRegister', 'invalid', 'b'],
  );
  assert.deepEqual(
    items.map(({ place }) => place.number),
    [1, 2, 3, 5, 6, 7],
  );
  assert.equal(items[1]?.raw(), '{broken');
  const ragged = await readAll(memoryFile('r.csv', 'register,title.en\npractice,A,surplus\npractice\n'));
  assert.deepEqual(
    ragged.flatMap(({ findings }) =>
      findings.map(({ severity, code, params }) => [severity, code, params['got']]),
    ),
    [
      ['warning', 'wrongCellCount', 3],
      ['note', 'wrongCellCount', 1],
    ],
  );
  const array = await readAll(
    memoryFile(
      'a.json',
      '[{"register":"practice","values":{"notes":"]},{"}}, 5, {"x":}, {"register":"event","values":{}}]',
    ),
  );
  assert.deepEqual(
    array.map((item) => 'unreadable' in item),
    [false, true, true, false],
  );
});

test('the list of naughty strings goes through every format and comes back', async (t) => {
  const path = sharedData('attack/naughty-strings.json');
  if (path === undefined) return t.skip(skipWords);
  const strings: unknown = JSON.parse(await readBytes(path, 'utf8'));
  assert.ok(Array.isArray(strings));
  const source = getRegister('source');
  const field = source.fields['title'];
  const records = strings
    .filter(
      (text): text is string =>
        typeof text === 'string' && text.trim() !== '' && !text.includes('\0') && text.trim().length <= 1_000,
    )
    .map((text, index) =>
      recordOf(source, `n-${index}`, { title: field?.schema.parse({ original: 'en', texts: { en: text } }) }),
    );
  assert.ok(records.length > 400);
  for (const format of ['csv', 'xlsx', 'json', 'jsonl'] as const) {
    const read = await readRecords(memoryFile('naughty', await written(format, records)));
    assert.deepEqual(
      read.map(({ values }) => field?.schema.parse(values['title'])),
      records.map(({ values }) => values['title']),
      format,
    );
  }
});
