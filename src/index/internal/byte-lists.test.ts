import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ByteLists } from './byte-lists.ts';
import { afterVarint, readVarint, writeVarint } from './varint.ts';

const lists = 5;
const appends = fc.array(
  fc.record({ list: fc.nat(lists - 1), added: fc.uint8Array({ minLength: 1, maxLength: 40 }) }),
  { maxLength: 80 },
);

function contentOf(held: ByteLists): readonly number[][] {
  return Array.from({ length: held.length }, (_, list) =>
    Array.from(held.bytes(list).subarray(held.start(list), held.start(list) + held.size(list))),
  );
}

test('lists that grow in turn, also while and after they are packed, hold what plain arrays hold', () => {
  fc.assert(
    fc.property(appends, appends, appends, (before, during, after) => {
      let held = new ByteLists();
      const plain: number[][] = Array.from({ length: lists }, () => []);
      for (let list = 0; list < lists; list += 1) held.addList(list * 7);
      const add = ({ list, added }: { list: number; added: Uint8Array }): void => {
        held.append(list, added, 0, added.length);
        plain[list]?.push(...added);
      };
      before.forEach(add);
      assert.deepEqual(contentOf(held), plain);
      const packed = held;
      const { packed: stream, sizes, marks } = packed.pack(16);
      packed.setMark(lists - 1, 3);
      const slices: Uint8Array[] = [];
      for (const slice of stream.slices()) {
        slices.push(Uint8Array.from(slice));
        for (const { list, added } of during) packed.append(list, added, 0, added.length);
      }
      held = ByteLists.unpack(Buffer.concat(slices), sizes, marks);
      assert.equal(stream.length, held.used);
      assert.equal(held.used, plain.flat().length);
      assert.equal(held.mark(lists - 1), (lists - 1) * 7);
      after.forEach(add);
      assert.deepEqual(contentOf(held), plain);
    }),
  );
});

test('room left behind by a list that moved is used again', () => {
  const held = new ByteLists();
  held.addList(0);
  held.addList(0);
  held.append(0, new Uint8Array(16), 0, 16);
  held.append(0, new Uint8Array(17), 0, 17);
  const { used } = held;
  held.append(1, new Uint8Array(16), 0, 16);
  assert.equal(held.used, used);
});

test('numbers written in groups of seven bits are read back, one after the other', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 31 - 1)), (numbers) => {
      const bytes = new Uint8Array(numbers.length * 5);
      let end = 0;
      for (const number of numbers) end = writeVarint(bytes, end, number);
      let at = 0;
      for (const number of numbers) {
        assert.equal(readVarint(bytes, at), number);
        at = afterVarint(bytes, at);
      }
      assert.equal(at, end);
    }),
  );
});
