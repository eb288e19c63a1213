import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type DumpCursor, type DumpLine, type DumpOptions, writeDump } from './dump-file.ts';

const of = { head: 7, version: '1' };
const count = 5_000;
const whole = Array.from({ length: count }, (_, n) => `{"n":${n}}\n`).join('');

async function folderOf(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'southbridge-dump-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

/** Lines from a cursor on; `until` breaks off as a killed run would. */
function linesOf(asked: (DumpCursor | undefined)[], until = count): DumpOptions['lines'] {
  return async function* (after): AsyncGenerator<DumpLine> {
    asked.push(after);
    for (let n = (after?.seq ?? -1) + 1; n < count; n += 1) {
      if (n === until) throw new Error('killed');
      yield { text: `{"n":${n}}`, cursor: { seq: n, at: '' } };
    }
  };
}

test('a dump is one gzip file of all lines, and its checksums are right', async (t) => {
  const file = join(await folderOf(t), 'all.jsonl.gz');
  const manifest = await writeDump(file, { of, lines: linesOf([]) });
  const bytes = await readFile(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  assert.equal(gunzipSync(bytes).toString(), whole);
  assert.deepEqual(JSON.parse(await readFile(`${file}.manifest.json`, 'utf8')), manifest);
  assert.deepEqual([manifest.records, manifest.bytes, manifest.sha256], [count, bytes.length, sha256]);
  assert.equal(await readFile(`${file}.sha256`, 'utf8'), `${sha256}  all.jsonl.gz\n`);
  let start = 0;
  for (const part of manifest.members) {
    const member = bytes.subarray(start, start + part.bytes);
    assert.equal(createHash('sha256').update(member).digest('hex'), part.sha256);
    start += part.bytes;
  }
  await assert.rejects(stat(`${file}.part`));
});

test('a run that was killed goes on after its last whole part, and gives the same file', async (t) => {
  const folder = await folderOf(t);
  await writeDump(join(folder, 'straight.gz'), { of, lines: linesOf([]) });
  const file = join(folder, 'again.gz');
  await assert.rejects(writeDump(file, { of, lines: linesOf([], 4_500) }), /killed/);
  await assert.rejects(stat(file));
  await appendFile(`${file}.part`, 'half a member');
  await appendFile(`${file}.part.jsonl`, '{"records":20');
  const asked: (DumpCursor | undefined)[] = [];
  await writeDump(file, { of, lines: linesOf(asked) });
  assert.deepEqual(asked, [{ seq: 3_999, at: '' }]);
  assert.deepEqual(await readFile(file), await readFile(join(folder, 'straight.gz')));
});

test('what was begun of another state, or was damaged since, is not gone on with', async (t) => {
  const file = join(await folderOf(t), 'all.gz');
  const asked: (DumpCursor | undefined)[] = [];
  await assert.rejects(writeDump(file, { of, lines: linesOf([], 4_500) }), /killed/);
  await assert.rejects(writeDump(file, { of: { ...of, head: 8 }, lines: linesOf(asked, 4_500) }), /killed/);
  await rm(`${file}.part`);
  await writeDump(file, { of: { ...of, head: 8 }, lines: linesOf(asked) });
  assert.deepEqual(asked, [undefined, undefined]);
  assert.equal(gunzipSync(await readFile(file)).toString(), whole);
});
