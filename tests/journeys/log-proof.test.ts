import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { RevisionProof, SignedHead } from '../../src/operations/ports/log-proofs.ts';
import { outside } from '../fixtures/outside-checker.ts';
import { type RunningHouse, southbridge, startHouse } from '../fixtures/running-house.ts';

// What an outsider needs to see that nobody rewrites the log, asked of a program that runs.

const checker = fileURLToPath(new URL('../../docs/check-log-proof.mjs', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'southbridge-log-proof-'));
const kept = join(folder, 'kept-head.json');
let house: RunningHouse;

before(async () => {
  house = await startHouse({ dataDir: join(folder, 'house') });
});
after(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

async function ask<T>(path: string): Promise<T> {
  // What the address gives is checked against its schema by the tests of the description.
  return (await (await fetch(house.address + path)).json()) as T;
}

function check(
  ...words: readonly string[]
): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [checker, house.address, ...words]);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
    child.on('close', (code) => resolve({ code, said }));
  });
}

async function filesHolding(text: string): Promise<readonly string[]> {
  const files = await readdir(house.dataDir, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const file of files.filter((one) => one.isFile())) {
    if ((await readFile(join(file.parentPath, file.name))).includes(text)) found.push(file.name);
  }
  return found.sort();
}

test('an outsider keeps a head, and later sees with a short program of his or her own that the log only went on', async () => {
  const first = await check();
  assert.equal(first.code, 0, first.said);
  await writeFile(kept, first.said);
  const made = await southbridge(
    house.dataDir,
    'admin',
    'create',
    '--email',
    'qzada@example.org',
    '--name',
    'Xvada',
  );
  assert.equal(made.code, 0, made.err);
  const later = await check(kept);
  assert.match(later.said, /begins with/);
  assert.equal(later.code, 0);
  const head = JSON.parse(first.said) as SignedHead;
  await writeFile(join(folder, 'forged.json'), JSON.stringify({ ...head, root: '0'.repeat(64) }));
  assert.equal((await check(join(folder, 'forged.json'))).code, 1);
});

test('every record that comes with the program is proved in at most 10 KB besides its values', async () => {
  const shown = await check('practice/human-milk-banks');
  assert.match(shown.said, /stand in the log as shown/);
  const all = (await southbridge(house.dataDir, 'export')).out.trim().split('\n');
  let longest = 0;
  for (const line of all.filter((_, place) => place % 20 === 0)) {
    const { register, id } = JSON.parse(line) as { register: string; id: string };
    const { values, ...proof } = await ask<RevisionProof & { values: Record<string, unknown> }>(
      `/api/records/${register}/${id}/proof`,
    );
    outside.checkRecord({ ...proof, values });
    longest = Math.max(longest, JSON.stringify(proof).length);
  }
  assert.ok(longest > 1_000 && longest <= 10_000, `${longest} bytes`);
});

test('verify holds the log against a file, an address and a bare root, and says so where it does not fit', async () => {
  const head = await ask<SignedHead>('/log/head');
  for (const against of [kept, house.address, `${head.size}:${head.root}`, JSON.stringify(head)]) {
    const { code, out, err } = await southbridge(house.dataDir, 'verify', '--against', against);
    assert.equal(code, 0, err);
    assert.match(out, /begins with exactly these entries/);
  }
  for (const [against, said] of [
    [`${head.size + 5}:${head.root}`, /cut or rolled back/],
    [`${head.size - 1}:${head.root}`, /edited, taken out/],
  ] as const) {
    const { code, out } = await southbridge(house.dataDir, 'verify', '--against', against);
    assert.equal(code, 1);
    assert.match(out, said);
  }
  const forged = JSON.stringify({ ...head, size: head.size - 1 });
  const refused = await southbridge(house.dataDir, 'verify', '--against', forged);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /do not trust it/);
  assert.equal((await southbridge(house.dataDir, 'verify', '--against', join(folder, 'none.json'))).code, 1);
});

test('a head signed with a key that was revoked is refused, in words that say what to do', async () => {
  const { key } = JSON.parse(await readFile(kept, 'utf8')) as SignedHead;
  const rotated = await southbridge(house.dataDir, 'log-key', 'rotate');
  assert.equal(rotated.code, 0, rotated.err);
  assert.notEqual((await ask<SignedHead>('/log/head')).key, key, 'a running server takes the new key');
  assert.equal((await southbridge(house.dataDir, 'verify', '--against', kept)).code, 0);
  const revoked = await southbridge(house.dataDir, 'log-key', 'revoke', key, '--reason', 'Laptop lost');
  assert.equal(revoked.code, 0, revoked.err);
  const refused = await southbridge(house.dataDir, 'verify', '--against', kept);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /was revoked: .* Ask the node for a head/);
  assert.match((await check(kept)).said, /was revoked/);
  assert.match((await southbridge(house.dataDir, 'log-key')).out, /revoked \w+ {2}Laptop lost/);
});

test('the log holds nothing of a person, so that erasing one leaves every kept head good', async () => {
  const before = await ask<SignedHead>('/log/head');
  for (const canary of ['qzada', 'Xvada']) {
    const holding = (await filesHolding(canary)).filter((name) => !name.startsWith('accounts.db'));
    assert.deepEqual(holding, [], canary);
  }
  const erased = await southbridge(house.dataDir, 'erase', 'qzada@example.org', '--yes');
  assert.equal(erased.code, 0, erased.err);
  await house.stop();
  for (const canary of ['qzada', 'Xvada']) assert.deepEqual(await filesHolding(canary), [], canary);
  const fits = await southbridge(house.dataDir, 'verify', '--against', JSON.stringify(before));
  assert.equal(fits.code, 0, fits.out);
});
