import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { goodActivity, iatiFile } from '../../../tests/fixtures/iati-specimens.ts';
import { sharedData, skipWords } from '../../../tests/fixtures/shared-data.ts';
import { shippedTables } from '../../vocabulary/iati-tables.ts';
import type { Incoming } from '../incoming.ts';
import { defaultLimits } from '../limits.ts';
import { readIati } from './read-iati.ts';

const standard = { tables: shippedTables, now: '2026-06-01T12:00:00Z' };

async function read(text: string, options: Parameters<typeof readIati>[2]): Promise<Incoming[]> {
  const bytes = Buffer.from(text);
  const file = {
    name: 'file.xml',
    size: bytes.length,
    bytes: async function* () {
      yield bytes;
    },
  };
  const items: Incoming[] = [];
  for await (const item of readIati(file, defaultLimits, options)) items.push(item);
  return items;
}

const bad = goodActivity
  .replace('XM-DAC-1-A', 'XM-DAC-1-B')
  .replace('<sector code="14030"/>', '<sector code="14030" percentage="50"/><sectors/>');

test('what the standard says of a record stands among its findings, and keeps no value out', async () => {
  const text = iatiFile(goodActivity, bad);
  const plain = await read(text, {});
  const told = await read(text, { standard });
  assert.deepEqual(
    told.map(({ values }) => values),
    plain.map(({ values }) => values),
  );
  const more = told.map(({ findings }, at) => findings.slice(plain[at]?.findings.length));
  assert.deepEqual(
    more.map((findings) => findings.map(({ code, severity, place }) => [code, severity, place])),
    [
      [],
      [
        ['elementUnknown', 'warning', 'sectors:23'],
        ['rulePercentSingle', 'warning', 'sector:23'],
      ],
    ],
  );
});

test('the source is kept whole whether it is checked or not', async () => {
  const text = iatiFile(goodActivity, bad);
  const [plain, told] = [await read(text, { keep: true }), await read(text, { keep: true, standard })];
  assert.deepEqual(
    told.map(({ kept }) => kept),
    plain.map(({ kept }) => kept),
  );
  assert.deepEqual(
    told.map((item) => item.raw()),
    plain.map((item) => item.raw()),
  );
});

test('of a record with very many mistakes the first are told', async () => {
  const many = goodActivity.replace('</iati-activity>', `${'<sectors/>'.repeat(1_000)}</iati-activity>`);
  const [item] = await read(iatiFile(many), { standard });
  assert.ok((item?.findings.length ?? 0) <= 40);
  assert.equal(item?.findings.at(-1)?.code, 'limitReached');
});

test('a record of a hundred thousand mistakes is told of in a few, and fills no memory', async () => {
  const many = '<activity-date type="1" iso-date="x"/>'.repeat(50_000);
  const [item] = await read(iatiFile(goodActivity.replace('</iati-activity>', `${many}</iati-activity>`)), {
    standard,
  });
  const codes = item?.findings.map(({ code }) => code) ?? [];
  assert.ok(codes.length <= 300, `${codes.length}`);
  assert.equal(codes.filter((code) => code === 'limitReached').length, 2);
});

test('what is told of a record with very many mistakes stands on its first lines', async () => {
  const late = Array.from({ length: 3_000 }, (_, n) => `<sector code="${n}"/>\n`).join('');
  const [item] = await read(iatiFile(goodActivity.replace('</iati-activity>', `${late}</iati-activity>`)), {
    standard,
  });
  const lines = (item?.findings ?? [])
    .filter(({ code }) => code === 'codeUnknown' || code === 'elementMisplaced')
    .map(({ place }) => Number(place?.split(':').at(-1)));
  assert.ok(lines.length > 10);
  assert.deepEqual(
    lines,
    lines.toSorted((a, b) => a - b),
  );
  assert.ok((lines.at(-1) ?? 0) < 60);
});

test('publishers’ files give the same values whether they are checked or not', async (t) => {
  const folder = sharedData('iati/publishers');
  if (folder === undefined) return t.skip(skipWords);
  for (const name of readdirSync(folder)) {
    const bytes: Buffer = readFileSync(join(folder, name));
    const text: string = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
    const plain: readonly Incoming[] = await read(text, { keep: true });
    const told: readonly Incoming[] = await read(text, { keep: true, standard });
    const said = (items: readonly Incoming[]) =>
      items.map(({ values, keys, place, kept, publisher }) => [values, keys, place, kept?.sha256, publisher]);
    assert.deepEqual(said(told), said(plain), name);
  }
});
