import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, sha256 } from './canonical-json.ts';

/** The same value with the members of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).reverse();
  return Object.fromEntries(members.map(([key, member]) => [key, turned(member)]));
}

const json = fc.jsonValue({ noUnicodeString: false }).map((value) => JSON.parse(JSON.stringify(value)));

test('the order of members never matters', () => {
  fc.assert(fc.property(json, (value) => canonicalJson(turned(value)) === canonicalJson(value)));
});

test('it is JSON of the same value', () => {
  fc.assert(fc.property(json, (value) => assert.deepEqual(JSON.parse(canonicalJson(value)), value)));
});

test('different values have different texts', () => {
  const texts = [null, 0, '', '0', [], [[]], {}, { a: null }, { a: [] }, { b: [] }, [null]].map(
    canonicalJson,
  );
  assert.equal(new Set(texts).size, texts.length);
});

test('an absent member is as if it were not there; an absent thing in a list keeps its place', () => {
  assert.equal(canonicalJson({ b: undefined, a: 1 }), '{"a":1}');
  assert.equal(canonicalJson([undefined, 1]), '[null,1]');
  assert.equal(canonicalJson(undefined), 'null');
});

test('texts of any script stand as they are', () => {
  assert.equal(canonicalJson({ zh: '水', ar: 'ماء' }), '{"ar":"ماء","zh":"水"}');
});

test('the digest is SHA-256 of the UTF-8 bytes, in hex', () => {
  assert.equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
