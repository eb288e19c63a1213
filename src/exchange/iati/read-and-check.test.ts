import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goodActivity, iatiFile } from '../../../tests/fixtures/iati-specimens.ts';
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
