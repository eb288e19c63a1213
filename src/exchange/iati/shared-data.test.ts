import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sharedData, skipWords } from '../../../tests/fixtures/shared-data.ts';
import { Fault } from '../../kernel/fault.ts';
import { getRegister } from '../../registers/all-registers.ts';
import type { Incoming } from '../incoming.ts';
import { defaultLimits } from '../limits.ts';
import { readIati } from './read-iati.ts';

const found = sharedData('iati');
const folder = found ?? '';

function skippedWithoutData(t: TestContext): boolean {
  if (found !== undefined) return false;
  t.skip(skipWords);
  return true;
}

function filesIn(name: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(join(folder, name))
    .filter((file) => /\.xml(\.gz)?$/.test(file))
    .map((file) => {
      const bytes = readFileSync(join(folder, name, file));
      return [file, file.endsWith('.gz') ? gunzipSync(bytes) : bytes];
    });
}

async function read(name: string, bytes: Buffer): Promise<Incoming[]> {
  const items: Incoming[] = [];
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  }
  for await (const item of readIati({ name, size: bytes.length, bytes: pieces }, defaultLimits)) {
    assert.ok(!('unreadable' in item));
    items.push(item);
  }
  return items;
}

/** What the reader lets through passes the fields' own check, but for what only that check can see. */
function problemsOf({ register, values, place }: Incoming): string[] {
  const { fields } = getRegister(register);
  return Object.entries(values).flatMap(([name, value]) => {
    const result = fields[name]?.schema.safeParse(value);
    if (result?.success === true || name === 'dates') return [];
    return [
      `${place.number} ${name}: ${JSON.stringify(value).slice(0, 200)} ${result?.error?.message ?? ''}`,
    ];
  });
}

test('every activity of every publisher gives one item of the right shape', async (t) => {
  if (skippedWithoutData(t)) return;
  let all = 0;
  for (const [file, bytes] of filesIn('publishers')) {
    const items = await read(file, bytes);
    assert.equal(items.length, bytes.toString().match(/<iati-activity[\s>]/g)?.length, file);
    assert.deepEqual(items.flatMap(problemsOf), [], file);
    assert.ok(
      items.every((item) => item.keys.length === 1 && item.publisher !== undefined),
      file,
    );
    assert.ok(
      items.every((item) => item.raw().startsWith('<iati-activity')),
      file,
    );
    all += items.length;
  }
  assert.ok(all > 1_700, String(all));
});

test('organisation files and the examples of the standard are read', async (t) => {
  if (skippedWithoutData(t)) return;
  for (const [file, bytes] of [...filesIn('organisations'), ...filesIn('standard/examples')]) {
    const items = await read(file, bytes);
    assert.ok(items.length > 0, file);
    assert.deepEqual(items.flatMap(problemsOf), [], file);
    assert.ok(
      items.every(({ values }) => values['title'] !== undefined),
      file,
    );
  }
});

test('files of version 1.x are refused by name', async (t) => {
  if (skippedWithoutData(t)) return;
  for (const [file, bytes] of filesIn('legacy-v1')) {
    await assert.rejects(read(file, bytes), { code: 'oldStandard' }, file);
  }
  for (const [file, bytes] of filesIn('edge/odd-1.x')) {
    const outcome = await read(file, bytes).catch((error: unknown) => error);
    assert.ok(Array.isArray(outcome) || outcome instanceof Fault, file);
  }
});

test('each odd file gets the verdict it must get', async (t) => {
  if (skippedWithoutData(t)) return;
  const expected: readonly { file: string; wellFormed: boolean }[] = JSON.parse(
    readFileSync(join(folder, 'edge/own/expected.json'), 'utf8'),
  );
  const refusals: Readonly<Record<string, string>> = {
    'empty.xml': 'emptyFile',
    'not-xml.xml': 'unknownFormat',
    'truncated.xml': 'truncated',
    'xml-not-iati.xml': 'unknownFormat',
    'latin1-declared-utf8.xml': 'badEncoding',
    'doctype-entity.xml': 'doctypeRefused',
    'zip-renamed.xml': 'unknownFormat',
  };
  for (const { file, wellFormed } of expected) {
    const bytes = readFileSync(join(folder, 'edge/own', file));
    const outcome: unknown = await read(file, bytes).catch((error: unknown) => error);
    const refusal = refusals[file];
    if (refusal !== undefined) {
      assert.ok(outcome instanceof Fault, file);
      assert.equal(outcome.code, refusal, file);
    } else {
      assert.ok(wellFormed && Array.isArray(outcome), `${file}: ${outcome}`);
      assert.deepEqual(outcome.flatMap(problemsOf), [], file);
    }
  }
});

test('one activity under three spellings of its identifier has one key', async (t) => {
  if (skippedWithoutData(t)) return;
  const file = 'identifiers-case-and-space.xml';
  const items = await read(file, readFileSync(join(folder, 'edge/own', file)));
  assert.deepEqual(new Set(items.map(({ keys }) => keys[0]?.value)), new Set(['XM-EXAMPLE-1']));
  assert.equal(items.length, 3);
});
