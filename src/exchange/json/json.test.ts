import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultLimits } from '../limits.ts';
import type { SourceItem } from '../tables/source-row.ts';
import { readJsonArray } from './read-json-array.ts';
import { readJsonLines } from './read-json-lines.ts';

async function* inPieces(text: string, piece: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece);
}

async function cellsOf(items: AsyncIterable<SourceItem>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push('cells' in item ? item.cells : item);
  return all;
}

const objects = fc.array(
  fc.dictionary(
    fc.string().filter((key) => key !== '__proto__'),
    fc.jsonValue(),
  ),
  { maxLength: 6 },
);

test('an array gives what JSON.parse gives, item by item, wherever it is cut and however it is indented', async () => {
  await fc.assert(
    fc.asyncProperty(
      objects,
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(0, 2),
      async (items, piece, indent) => {
        const text = JSON.stringify(items, null, indent);
        assert.deepEqual(
          await cellsOf(readJsonArray(inPieces(text, piece), defaultLimits)),
          JSON.parse(text),
        );
      },
    ),
  );
});

test('lines give what JSON.parse gives, with line separators of Unicode inside texts', async () => {
  await fc.assert(
    fc.asyncProperty(objects, fc.integer({ min: 1, max: 40 }), async (items, piece) => {
      const lines = [...items, { a: '\u2028\u0085' }].map((item) => JSON.stringify(item));
      const read = await cellsOf(readJsonLines(inPieces(lines.join('\n'), piece), defaultLimits));
      assert.deepEqual(
        read,
        lines.map((line) => JSON.parse(line)),
      );
    }),
  );
});

test('a bad item of an array is one unreadable item with its line; text after the array is refused', async () => {
  const items = await cellsOf(readJsonArray(inPieces('[\n{"a":1},\n{"a":},\n7\n]\n', 3), defaultLimits));
  assert.equal(items.length, 3);
  assert.deepEqual(items[0], { a: 1 });
  for (const [index, line] of [
    [1, 2],
    [2, 3],
  ] as const) {
    const item = items[index];
    assert.ok(typeof item === 'object' && item !== null && 'place' in item);
    assert.deepEqual(item.place, { unit: 'item', number: index + 1, line });
  }
  await assert.rejects(cellsOf(readJsonArray(inPieces('[] {}', 9), defaultLimits)), {
    code: 'notWellFormed',
  });
  await assert.rejects(cellsOf(readJsonArray(inPieces('[{"a":"]', 9), defaultLimits)), { code: 'truncated' });
});
