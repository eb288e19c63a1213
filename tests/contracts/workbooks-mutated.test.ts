import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { defaultLimits } from '../../src/exchange/limits.ts';
import { openBook, partBytes } from '../../src/exchange/workbook/open-book.ts';
import { zipFile } from '../../src/exchange/workbook/zip-file.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { check } from '../../src/operations/check.ts';
import { findRegister, getRegister } from '../../src/registers/all-registers.ts';
import { written } from './codecs-bench.ts';
import { recordOf, richRecord } from './codecs-specimens.ts';
import { bookIn, itemsOf } from './workbooks-bench.ts';

// Files that went wrong on the way, or that somebody made to do harm: each is read or refused with a reason, quickly,
// and nothing is left behind in memory.

const runs = 2_000;
const longestMs = 5_000;
const mostGrowth = 256 * 1024 * 1024;

const register = getRegister('event');
const records = [
  richRecord(register, 'wells', 'Wells بئر 井 =1+1'),
  recordOf(register, 'pumps', { title: { original: 'fr', texts: { fr: 'Pompes' } } }),
];

/** One change: bytes overwritten, taken out, doubled, or put in. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  how: fc.constantFrom('set', 'cut', 'double', 'put'),
  length: fc.integer({ min: 1, max: 40 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc
      .constantFrom(
        '<',
        '</row>',
        '&',
        ']]>',
        '"',
        '\n',
        ';',
        '1048577',
        'XFE1',
        '\0',
        '-1',
        '1e999',
        '<!DOCTYPE x>',
        '#REF!',
        '}',
        '[{',
        '","',
        '\\ud800',
        '{"__proto__":',
      )
      .map((text) => new TextEncoder().encode(text)),
  ),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;
const changes = fc.array(change, { minLength: 1, maxLength: 4 });

function changed(bytes: Buffer, all: readonly Change[]): Buffer {
  return all.reduce((now, { at, how, length, bytes: put }) => {
    const from = Math.floor(at * now.length);
    const [head, tail] = [now.subarray(0, from), now.subarray(from)];
    if (how === 'cut') return Buffer.concat([head, tail.subarray(length)]);
    if (how === 'double') return Buffer.concat([head, tail.subarray(0, length), tail]);
    return Buffer.concat([head, put, how === 'set' ? tail.subarray(put.length) : tail]);
  }, bytes);
}

/** Reads and checks everything; a Fault is an answer, anything else is not. */
async function answered(bytes: Buffer, name: string): Promise<void> {
  const begun = performance.now();
  try {
    for (const item of await itemsOf(bytes, name)) {
      if ('unreadable' in item) continue;
      item.raw();
      const declared = findRegister(item.register);
      if (declared !== undefined) check(declared, item.values);
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
  const took = performance.now() - begun;
  assert.ok(took < longestMs, `took ${Math.round(took)} ms`);
}

async function growthOf(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss();
  await work();
  return process.memoryUsage.rss() - before;
}

test(`${runs} damaged workbooks are read or refused`, async () => {
  const whole = await bookIn('en', records);
  const book = openBook(whole, 'whole.xlsx', defaultLimits);
  const names = [...book.parts.keys()];
  const growth = await growthOf(() =>
    fc.assert(
      fc.asyncProperty(changes, fc.nat({ max: names.length }), async (all, which) => {
        // The archive itself, or what stands in one of its parts.
        const name = names[which];
        await answered(name === undefined ? changed(whole, all) : repacked(name, all), 'damaged.xlsx');
      }),
      { numRuns: runs, verbose: 0 },
    ),
  );
  assert.ok(growth < mostGrowth, `grew by ${Math.round(growth / 1e6)} MB`);

  function repacked(wanted: string, all: readonly Change[]): Buffer {
    const parts = names.map((name) => {
      const old = partBytes(book.parts, name);
      const content = name === wanted ? changed(old, all) : old;
      const packed = deflateRawSync(content, { level: 1 });
      return { name, chunks: [packed], crc: crc32(content), size: content.length, packed: packed.length };
    });
    return Buffer.concat([...zipFile(parts)]);
  }
});

for (const [format, called] of [
  ['csv', 'CSV'],
  ['jsonl', 'JSON Lines'],
  ['json', 'JSON'],
] as const) {
  test(`${runs} damaged ${called} files are read or refused`, async () => {
    const whole = Buffer.from(await written(format, records));
    const growth = await growthOf(() =>
      fc.assert(
        fc.asyncProperty(changes, (all) => answered(changed(whole, all), `damaged.${format}`)),
        { numRuns: runs, verbose: 0 },
      ),
    );
    assert.ok(growth < mostGrowth, `grew by ${Math.round(growth / 1e6)} MB`);
  });
}
