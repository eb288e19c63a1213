import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { Fault } from '../../kernel/fault.ts';
import { openSections, packSections } from './sections.ts';

const sections = fc.record({
  small: fc.int8Array({ maxLength: 40 }),
  even: fc.uint16Array({ maxLength: 40 }),
  large: fc.float32Array({ maxLength: 40, noNaN: true }),
  words: fc.array(fc.stringMatching(/^[^\n]{1,12}$/u), { maxLength: 20 }),
});

test('sections come back as they were written, whatever their lengths, and the same sections give the same bytes', () => {
  fc.assert(
    fc.property(sections, (given) => {
      const file = packSections(given);
      const read = openSections(file);
      assert.deepEqual(read.numbers('small', 'Int8Array'), given.small);
      assert.deepEqual(read.numbers('even', 'Uint16Array'), given.even);
      assert.deepEqual(read.numbers('large', 'Float32Array'), given.large);
      assert.deepEqual(
        read.words('words'),
        given.words.map((word) => Buffer.from(word).toString('utf8')),
      );
      assert.deepEqual(packSections(given), file);
    }),
  );
});

test('a file may stand anywhere in a larger buffer', () => {
  const file = packSections({ numbers: Float32Array.of(1, 2, 3) });
  const shifted = new Uint8Array(file.length + 3);
  shifted.set(file, 3);
  assert.deepEqual([...openSections(shifted.subarray(3)).numbers('numbers', 'Float32Array')], [1, 2, 3]);
});

test('what is no file of weights, is cut off or lacks a section is refused, with what is missing', () => {
  const file = packSections({ numbers: Float32Array.of(1, 2, 3) });
  const isDamaged = (what: string) => (error: unknown) =>
    error instanceof Fault && error.code === 'damagedWeights' && error.params['what'] === what;
  assert.throws(() => openSections(new Uint8Array()), isDamaged('SBW1'));
  assert.throws(() => openSections(new TextEncoder().encode('PK not weights at all')), isDamaged('SBW1'));
  assert.throws(() => openSections(file.subarray(0, 20)), isDamaged('SBW1'));
  assert.throws(() => openSections(file.subarray(0, file.length - 8)), isDamaged('SBW1'));
  assert.throws(() => openSections(file).numbers('others', 'Float32Array'), isDamaged('others'));
  assert.throws(() => openSections(file).words('numbers'), isDamaged('numbers'));
});

test('all weights of the program together are at most 8 MB', () => {
  const folder = new URL('../../../content/weights/', import.meta.url);
  const sizes = readdirSync(folder)
    .filter((name) => name.endsWith('.bin'))
    .map((name) => statSync(new URL(name, folder)).size);
  assert.ok(sizes.length >= 3);
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 8_000_000);
});
