import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeXml } from './decode-xml.ts';

async function decode(bytes: Uint8Array, size = bytes.length): Promise<string> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  let text = '';
  for await (const piece of decodeXml(pieces(), 'f.xml')) text += piece;
  return text;
}

const xml = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;

test('UTF-8 comes out as it was written, in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.integer({ min: 1, max: 40 }),
      async (text, size) => {
        const clean = `<a>${text.replace(/[\r\ud800-\udfff]/g, '')}</a>`;
        assert.equal(await decode(Buffer.from(clean), size), clean);
      },
    ),
    { numRuns: 150 },
  );
});

test('line ends of every kind become one', async () => {
  for (const size of [1, 2, 3, 1_000]) {
    assert.equal(await decode(Buffer.from('<a>1\r\n2\r3\n4\r\r\n5</a>\r'), size), '<a>1\n2\n3\n4\n\n5</a>\n');
  }
});

test('the encoding is taken from the mark, the null bytes or the declaration', async () => {
  const text = xml('UTF-16', 'Créé ☺');
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const size of [1, 7, 10_000]) {
    assert.equal(await decode(Buffer.concat([Buffer.from([0xff, 0xfe]), little]), size), text);
    assert.equal(await decode(Buffer.concat([Buffer.from([0xfe, 0xff]), big]), size), text);
    assert.equal(await decode(little, size), text);
    assert.equal(await decode(Buffer.from(`\ufeff${text}`), size), text);
    assert.equal(
      await decode(Buffer.from(xml('ISO-8859-1', 'Créé'), 'latin1'), size),
      xml('ISO-8859-1', 'Créé'),
    );
    assert.equal(
      await decode(Buffer.from(xml('UTF-16', 'said, but UTF-8: é')), size),
      xml('UTF-16', 'said, but UTF-8: é'),
    );
  }
});

test('bytes that are no UTF-8 are refused with their place', async () => {
  const bytes = Buffer.concat([Buffer.from('<a>é'), Buffer.from([0xe9]), Buffer.from('x</a>')]);
  for (const size of [1, 4, 1_000]) {
    await assert.rejects(decode(bytes, size), {
      code: 'badEncoding',
      params: { file: 'f.xml', byte: 6, right: 'UTF-8' },
    });
  }
  await assert.rejects(decode(Buffer.from(xml('klingon', ''))), { code: 'badEncoding' });
});

test('a file that ends within a character is truncated', async () => {
  await assert.rejects(decode(Buffer.from('<a>é').subarray(0, -1)), { code: 'truncated' });
});
