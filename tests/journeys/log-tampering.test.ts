import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Fault } from '../../src/kernel/fault.ts';
import { openSqliteLog } from '../../src/log/sqlite-log.ts';
import { checkLog } from '../../src/proofs/check-log.ts';
import { intake, revision, withdrawn } from '../contracts/record-log.ts';
import { mutations, tamper } from '../fixtures/tampered-log.ts';

// Whoever kept a head finds every change of what the log said then, however carefully it was made.

const times = Number(process.env['SOUTHBRIDGE_MUTATIONS'] ?? 800);
// Thousands of files are written here: in memory where there is such a place.
const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const folder = mkdtempSync(join(base, 'southbridge-tampering-'));
after(() => rmSync(folder, { recursive: true }));
const original = join(folder, 'original.db');
const copy = join(folder, 'copy.db');

const log = openSqliteLog({ file: original });
for (let round = 1; round <= 8; round += 1) {
  const bytes = Buffer.from(`source ${round}`);
  const first = revision('a', round, [{ scheme: 's', value: `a${round}` }]);
  assert.ok(first.kind === 'revision');
  await log.append([
    { ...first, kept: { form: 'iati', sha256: hash('sha256', bytes), bytes } },
    revision(`b-${round}`, 1),
    withdrawn('a'),
    intake(`${round}.csv`),
  ]);
}
const size = await log.head();
const { root } = await checkLog(log, { size, root: '' });
const head = { size, root };
await log.close();

/** Whether `verify --against` would find something in the copy. */
async function isFound(): Promise<boolean> {
  const opened = openSqliteLog({ file: copy });
  try {
    const { damage } = await opened.verify(() => {});
    return damage.length > 0 || (await checkLog(opened, head)).standing !== 'fits';
  } catch (error) {
    if (error instanceof Fault) return true;
    throw error;
  } finally {
    await opened.close();
  }
}

test(`of ${times} changes, clumsy and careful ones, all are found with a head that was kept`, async (t) => {
  const missed: string[] = [];
  const found = new Map<string, number>();
  for (let n = 0; n < times; n += 1) {
    const mutation = mutations[n % mutations.length];
    assert.ok(mutation !== undefined);
    copyFileSync(original, copy);
    const consistent = n % 3 !== 0;
    tamper(copy, mutation, n * 7919, consistent);
    if (await isFound()) found.set(mutation.name, (found.get(mutation.name) ?? 0) + 1);
    else missed.push(`${mutation.name}, number ${n}`);
    for (const ending of ['-wal', '-shm']) rmSync(`${copy}${ending}`, { force: true });
  }
  t.diagnostic(JSON.stringify(Object.fromEntries(found)));
  assert.deepEqual(missed, []);
});

test('a log that only went on still fits the head', async () => {
  copyFileSync(original, copy);
  const opened = openSqliteLog({ file: copy });
  await opened.append([revision('later', 1)]);
  await opened.close();
  assert.equal(await isFound(), false);
});
