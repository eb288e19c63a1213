import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeRecords } from '../../src/exchange/write-records.ts';
import { allRegisters } from '../../src/registers/all-registers.ts';
import { memoryFile, readRecords } from './codecs-bench.ts';
import { richRecord } from './codecs-specimens.ts';

const context = { address: () => 'https://node.example.org/x', today: '2026-11-22' };

for (const register of allRegisters) {
  test(`${register.name}: a row of HXL hashtags stands under the header where asked for, and is no record on the way in`, async () => {
    const records = async function* () {
      yield richRecord(register, 'one', 'Wells');
    };
    const texts: Uint8Array[] = [];
    for await (const piece of writeRecords('csv', records(), { ...context, hashtags: true }))
      texts.push(piece);
    const text = Buffer.concat(texts).toString();
    assert.ok(text.startsWith('\ufeff'), 'Excel takes UTF-8 for what it is only behind its mark');
    const [head = '', tags = ''] = text.slice(1).split('\r\n');
    const cells = tags.split(',');
    assert.equal(cells.length, head.split(',').length, 'one for each column');
    for (const tag of cells) assert.match(tag, /^#[a-z]+(\+[a-z][a-z0-9_]*)*$/);
    assert.equal(new Set(cells).size, cells.length, 'none twice');
    const read = await readRecords(memoryFile('tagged.csv', text));
    assert.deepEqual(
      read.map(({ recordId, findings }) => [recordId, findings]),
      [['one', []]],
    );
  });
}
