import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Fault } from '../../kernel/fault.ts';
import { decodeText } from './decode-text.ts';
import { sniff } from './sniff.ts';

async function decoded(bytes: Uint8Array, piece: number): Promise<string> {
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  };
  let text = '';
  for await (const part of decodeText(pieces())) text += part;
  return text;
}

test('text in UTF-8 and UTF-16 comes out the same however it is cut into pieces', async () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 80 }).filter((text) => !text.startsWith('\ufeff'));
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, piece) => {
      assert.equal(await decoded(Buffer.from(text), piece), text);
      assert.equal(await decoded(Buffer.from(`\ufeff${text}`, 'utf16le'), piece), text);
    }),
  );
});

test('the byte at which UTF-8 breaks is named whatever the pieces', async () => {
  const bytes = Buffer.concat([Buffer.from('é\nü\r\nx'), Buffer.from([0xff]), Buffer.from('y')]);
  for (const piece of [3, 5, 8, 100]) {
    await assert.rejects(decoded(bytes, piece), (error) => {
      assert.ok(error instanceof Fault);
      assert.equal(error.code, 'badEncoding');
      assert.equal(error.params['byte'], 9);
      return true;
    });
  }
  await assert.rejects(decoded(Buffer.from('ab\xc3', 'latin1'), 2), { code: 'badEncoding' });
});

test('content decides what a file is', () => {
  const kinds: readonly [string, string][] = [
    ['\x1f\x8b\x08', 'gzip'],
    ['PK\x03\x04', 'zip'],
    ['\n <?xml version="1.0"?>', 'xml'],
    ['[{"a": 1}]', 'jsonArray'],
    ['[]', 'jsonArray'],
    ['{"a": 1}\n{"a": 2}', 'jsonLines'],
    ['a;b\n1;2', 'table'],
    ['[note] a,b', 'table'],
    ['', 'empty'],
    ['{\n "a": 1}', 'refused'],
    ['RIFF0000WEBPVP8', 'refused'],
    ['0000ftypisom', 'refused'],
  ];
  for (const [start, kind] of kinds) assert.equal(sniff(Buffer.from(start, 'latin1')).kind, kind, start);
});

test('text that is not UTF-8 is read as its mapping says, wherever it is cut; a letter of UTF-8 decides for UTF-8', async () => {
  const bytes = Buffer.from('To,Text\rC\x99te,\x8ecole \xd2rare\xd3', 'latin1');
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const text = await textOf(pieces(bytes.subarray(0, cut), bytes.subarray(cut)));
    assert.equal(text, 'To,Text\rCôte,école “rare”', String(cut));
  }
  const mixed = Buffer.concat([Buffer.from('é, à\n'), Buffer.from([0x99, 0x41])]);
  await assert.rejects(textOf(pieces(mixed)), { code: 'badEncoding' });
});

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const part of decodeText(bytes, { encoding: 'macintosh' })) text += part;
  return text;
}

async function* pieces(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}
