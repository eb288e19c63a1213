import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { checked } from '../../../../tests/fixtures/checked.ts';
import { goodActivity, iatiFile } from '../../../../tests/fixtures/iati-specimens.ts';
import { sharedData, skipWords } from '../../../../tests/fixtures/shared-data.ts';
import { Fault } from '../../../kernel/fault.ts';

const iati = sharedData('iati');
const attack = sharedData('attack');
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no XML may hold.
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

test('each odd file is judged as it must be, or refused by name', async (t) => {
  if (iati === undefined) return t.skip(skipWords);
  const folder = join(iati, 'edge/own');
  const expected: readonly { readonly file: string; readonly xsdValid: boolean | null }[] = JSON.parse(
    readFileSync(join(folder, 'expected.json'), 'utf8'),
  );
  const refusals: Readonly<Record<string, string>> = {
    'empty.xml': 'emptyFile',
    'not-xml.xml': 'unknownFormat',
    'xml-not-iati.xml': 'unknownFormat',
    'latin1-declared-utf8.xml': 'badEncoding',
    'doctype-entity.xml': 'doctypeRefused',
    'zip-renamed.xml': 'unknownFormat',
  };
  for (const { file, xsdValid } of expected) {
    const outcome = await checked(readFileSync(join(folder, file))).catch((error: unknown) => error);
    const refusal = refusals[file];
    if (refusal !== undefined) {
      assert.ok(outcome instanceof Fault, file);
      assert.equal(outcome.code, refusal, file);
    } else {
      assert.ok(
        typeof outcome === 'object' && outcome !== null && 'findings' in outcome,
        `${file}: ${outcome}`,
      );
      const { findings, stopped } = outcome as Awaited<ReturnType<typeof checked>>; // it has findings
      const structure = findings.filter(({ layer }) => layer === 'structure');
      assert.equal(stopped === undefined && structure.length === 0, xsdValid, file);
    }
  }
});

test('what each odd file is there for is found', async (t) => {
  if (iati === undefined) return t.skip(skipWords);
  const rules = async (file: string) => {
    const { findings } = await checked(readFileSync(join(iati, 'edge', file)));
    return new Set(findings.map(({ rule }) => rule));
  };
  assert.ok((await rules('own/percent-over-100.xml')).has('3.1.2'));
  assert.ok((await rules('own/duplicate-identifier.xml')).has('duplicate-identifier'));
  assert.ok((await rules('own/identifiers-case-and-space.xml')).has('duplicate-identifier'));
  assert.ok((await rules('own/blank-narratives.xml')).has('4.3.1'));
  assert.ok((await rules('own/wrong-order.xml')).has('elementsExpected'));
  assert.ok((await rules('own/unknown-codes.xml')).has('Sector'));
  assert.ok((await rules('sample-good-and-bad/activity-bad-codes.xml')).size > 0);
  assert.ok((await rules('sample-good-and-bad/activity-missing-mandatory.xml')).has('elementsExpected'));
});

test('files of version 1 are refused with the versions that are taken', async (t) => {
  if (iati === undefined) return t.skip(skipWords);
  for (const name of readdirSync(join(iati, 'legacy-v1'))) {
    const bytes = readFileSync(join(iati, 'legacy-v1', name));
    const file = name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    await assert.rejects(checked(file), { code: 'oldStandard' }, name);
  }
});

test('bombs and reaching out are refused before anything is done about them', async (t) => {
  if (attack === undefined) return t.skip(skipWords);
  for (const name of ['billion-laughs.xml', 'xxe-file.xml']) {
    await assert.rejects(checked(readFileSync(join(attack, name))), { code: 'doctypeRefused' }, name);
  }
  for (const name of readdirSync(attack).filter((file) => /payloads|\.dtd$/.test(file))) {
    for (const payload of readFileSync(join(attack, name), 'utf8').split('\n')) {
      const outcome = await checked(payload).catch((error: unknown) => error);
      assert.ok(outcome instanceof Fault, `${name}: ${payload}`);
    }
  }
});

test('naughty texts are values like others: findings repeat them, nothing more', async (t) => {
  if (attack === undefined) return t.skip(skipWords);
  const naughty: readonly string[] = JSON.parse(readFileSync(join(attack, 'naughty-strings.json'), 'utf8'));
  for (const text of naughty) {
    const clean = text.replace(forbidden, '').toWellFormed();
    const value = clean.replace(/[&<"\n\t\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const { findings } = await checked(iatiFile(goodActivity.replace('14030', value)));
    for (const { params } of findings) assert.ok(String(params['got'] ?? '').length <= 80);
  }
});

test('five thousand nested elements, a tag without end and a million mistakes are borne', async () => {
  const deep = `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`;
  const { stopped } = await checked(iatiFile(goodActivity.replace('</iati-activity>', deep)));
  assert.equal(stopped?.code, 'tooDeep');
  const long = await checked(iatiFile(goodActivity.replace('14030', 'x'.repeat(300_000))));
  assert.equal(long.stopped?.code, 'cellTooLarge');
  const wrong = '<sector/>'.repeat(100_000);
  const { findings } = await checked(
    iatiFile(goodActivity.replace('</iati-activity>', `${wrong}</iati-activity>`)),
  );
  assert.ok(findings.length >= 100_000);
});

/** What is done to a file: values and tags replaced so that it stays well-formed, bytes changed, cut out, doubled or put in. */
const mutation = fc.record({
  how: fc.constantFrom('value', 'value', 'tag', 'tag', 'change', 'cut', 'double', 'insert', 'swap'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 400 }),
  byte: fc.oneof(fc.constantFrom(...Buffer.from('<>&"\'/=! ?-[]x0;#')), fc.integer({ min: 0, max: 255 })),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(bytes: Buffer, { how, at, length, byte }: Mutation): Buffer {
  const from = Math.floor(at * bytes.length);
  const [before, part, behind] = [
    bytes.subarray(0, from),
    bytes.subarray(from, from + length),
    bytes.subarray(from + length),
  ];
  if (how === 'value') return between(bytes, from, '"', Buffer.alloc(length % 30, byte));
  if (how === 'tag')
    return between(bytes, from, '\n', Buffer.from(length % 2 === 0 ? '' : '<sector code="x"/>'));
  if (how === 'cut') return Buffer.concat([before, behind]);
  if (how === 'double') return Buffer.concat([before, part, part, behind]);
  if (how === 'swap') return Buffer.concat([behind, part, before]);
  if (how === 'insert') return Buffer.concat([before, Buffer.alloc(length, byte), part, behind]);
  const changed = Buffer.from(bytes);
  if (from < changed.length) changed[from] = byte;
  return changed;
}

/** Replaces what stands between the next two marks. */
function between(bytes: Buffer, from: number, mark: string, by: Buffer): Buffer {
  const begin = bytes.indexOf(mark, from) + 1;
  const end = bytes.indexOf(mark, begin);
  return begin === 0 || end < 0 ? bytes : Buffer.concat([bytes.subarray(0, begin), by, bytes.subarray(end)]);
}

test('of two thousand damaged files none brings the check down, takes it long or fills the memory', async (t) => {
  if (iati === undefined) return t.skip(skipWords);
  const folder = join(iati, 'standard/examples');
  const sources = [
    ...readdirSync(folder).map((name) => readFileSync(join(folder, name))),
    readFileSync(join(iati, 'edge/own/utf16-bom.xml')),
    Buffer.from(iatiFile(goodActivity, goodActivity)),
  ];
  const seed = Number(process.env['SOUTHBRIDGE_SEED'] ?? Date.now() % 1_000_000_007);
  t.diagnostic(`seed ${seed}`);
  const before = process.memoryUsage().rss;
  let slowest = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      async (which, mutations) => {
        const file = mutations.reduce(mutated, sources[which % sources.length] ?? Buffer.alloc(0));
        const begun = performance.now();
        const outcome = await checked(file).catch((error: unknown) => error);
        slowest = Math.max(slowest, performance.now() - begun);
        assert.ok(!(outcome instanceof Error) || outcome instanceof Fault, String(outcome));
      },
    ),
    { numRuns: 2_000, seed, endOnFailure: true },
  );
  assert.ok(slowest < 5_000, `${slowest} ms`);
  assert.ok(process.memoryUsage().rss - before < 256_000_000);
});
