import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { intake, revision, withdrawn } from '../../tests/contracts/record-log.ts';
import { outside } from '../../tests/fixtures/outside-checker.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { stoppedClock } from '../kernel/clock.ts';
import { Fault } from '../kernel/fault.ts';
import { openSqliteLog } from '../log/sqlite-log.ts';
import type { RecordLog } from '../operations/ports.ts';
import { checkLog } from './check-log.ts';
import { openProofs } from './open-proofs.ts';

const clock = stoppedClock('2026-03-04T05:06:07.000Z');

function fault(code: string): (error: unknown) => boolean {
  return (error) => error instanceof Fault && error.code === code;
}

async function logOf(entries: number, file = ':memory:'): Promise<RecordLog> {
  const log = openSqliteLog({ file });
  const before = await log.head();
  await log.append(
    Array.from({ length: entries }, (_, i) => {
      const id = `r-${before + i}`;
      return i % 5 === 4
        ? intake(`${id}.csv`)
        : revision(id, 1, [], { title: id, contacts: [{ email: id }] });
    }),
  );
  return log;
}

function folders(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-proofs-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return {
    file: join(folder, 'log.db'),
    folders: { tree: join(folder, 'tree'), keys: join(folder, 'keys') },
  };
}

test('every entry is proved in every later log, and every log to begin with every earlier one, as an outsider checks it', async () => {
  const log = await logOf(70);
  const proofs = openProofs({ log, clock });
  const roots = await Promise.all(
    Array.from({ length: 70 }, async (_, i) => (await checkLog(log, { size: i + 1, root: '' })).root),
  );
  const root = (size: number) => roots[size - 1] ?? '';
  await proofs.head();
  for (let size = 1; size <= 70; size += 1) {
    for (let seq = 1; seq <= size; seq += 1) {
      outside.checkInclusion(await proofs.inclusion(seq, size), root(size));
      outside.checkConsistency(await proofs.consistency(seq, size), root(seq), root(size));
    }
  }
});

test('a proof in which anything was changed is refused', async () => {
  const log = await logOf(50);
  const proofs = openProofs({ log, clock });
  const { root, size } = await proofs.head();
  const old = (await checkLog(log, { size: 20, root: '' })).root;
  const inclusion = await proofs.inclusion(17, size);
  const consistency = await proofs.consistency(20, size);
  const flipped = (path: readonly string[], at: number) =>
    path.map((hash, i) => (i === at ? hash.replace(/^./, (first) => (first === '0' ? '1' : '0')) : hash));
  for (let at = 0; at < inclusion.path.length; at += 1)
    assert.throws(() => outside.checkInclusion({ ...inclusion, path: flipped(inclusion.path, at) }, root));
  for (let at = 0; at < consistency.path.length; at += 1)
    assert.throws(() =>
      outside.checkConsistency({ ...consistency, path: flipped(consistency.path, at) }, old, root),
    );
  assert.throws(() => outside.checkInclusion({ ...inclusion, seq: 18 }, root));
  assert.throws(() => outside.checkInclusion({ ...inclusion, path: inclusion.path.slice(1) }, root));
  assert.throws(() => outside.checkConsistency(consistency, root, root));
});

test('proofs are given for entries and logs that there are', async () => {
  const proofs = openProofs({ log: await logOf(5), clock });
  for (const [seq, size] of [
    [0, 5],
    [6, 5],
    [1, 6],
    [1, 0],
    [1.5, 5],
  ] as const) {
    await assert.rejects(proofs.inclusion(seq, size), fault('badQuery'));
    await assert.rejects(proofs.consistency(seq, size), fault('badQuery'));
  }
});

test('a head is signed by a key that vouches for itself, and moves on with the log', async () => {
  const log = await logOf(3);
  const proofs = openProofs({ log, clock });
  const first = await proofs.head();
  assert.deepEqual(await proofs.head(), first);
  await log.append([withdrawn('r-0')]);
  const second = await proofs.head();
  assert.equal(second.size, 4);
  const keys = outside.readKeys(await proofs.keys());
  for (const head of [first, second]) outside.checkHead(head, keys);
  assert.throws(() => outside.checkHead({ ...second, size: 5 }, keys));
  assert.throws(() => outside.checkHead({ ...second, at: '2020-01-01T00:00:00.000Z' }, keys));
});

test('shown values are proved without a word of the hidden ones', async () => {
  const log = openSqliteLog({ file: ':memory:' });
  await log.append([
    revision('a', 1, [{ scheme: 's', value: 'key' }], {
      title: 'Wells',
      contacts: [{ email: 'xv@example.org' }],
    }),
  ]);
  const proofs = openProofs({ log, clock });
  const proof = await proofs.revision('a', 1, ['title', 'notThere']);
  outside.checkRecord({ ...proof, values: { title: 'Wells' } });
  assert.deepEqual(Object.keys(proof.salts), ['title']);
  assert.throws(() => outside.checkRecord({ ...proof, values: { title: 'Pumps' } }));
  assert.ok(!JSON.stringify(proof).includes('xv@example.org'));
  const again = await proofs.revision('a', 1, ['contacts']);
  assert.notEqual(again.salts['contacts'], proof.salts['title'], 'each field has a salt of its own');
});

test('canonical JSON is written the same by the outside checker', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      assert.equal(outside.canonical(plain), canonicalJson(plain));
    }),
  );
});

test('the tree is read again after a stop and made again after damage, with the same roots', async (t) => {
  const { file, folders: places } = folders(t);
  const log = await logOf(40, file);
  const heads: string[] = [];
  const damages = [
    () => {},
    () => truncateSync(join(places.tree, '0.hashes'), 33),
    () => truncateSync(join(places.tree, '2.hashes'), 0),
    () => writeFileSync(join(places.tree, '1.hashes'), Buffer.alloc(640)),
    () => rmSync(places.tree, { recursive: true }),
  ];
  for (const damage of damages) {
    damage();
    const proofs = openProofs({ log, clock, folders: places });
    heads.push((await proofs.head()).root);
    outside.checkInclusion(await proofs.inclusion(7, 40), heads[0] ?? '');
    await proofs.close();
  }
  assert.equal(new Set(heads).size, 1);
  await log.close();
});

test('a node signs no head of a log that was rolled back or exchanged under it', async (t) => {
  const { file, folders: places } = folders(t);
  const log = await logOf(9, file);
  const before = openProofs({ log, clock, folders: places });
  await before.head();
  await before.close();
  for (const other of [await logOf(8), await logOf(9), await logOf(30)]) {
    const proofs = openProofs({ log: other, clock, folders: places });
    await assert.rejects(proofs.head(), fault('logRolledBack'));
    await assert.rejects(proofs.head(), fault('logRolledBack'), String(await other.head()));
    await other.close();
  }
  const after = openProofs({ log, clock, folders: places });
  assert.equal((await after.head()).size, 9);
  await after.close();
  await log.close();
});

test('secrets of keys can be read by the owner of the folder alone', async (t) => {
  const { file, folders: places } = folders(t);
  const log = await logOf(1, file);
  const proofs = openProofs({ log, clock, folders: places });
  const { key } = await proofs.head();
  await proofs.close();
  await log.close();
  const { statSync } = await import('node:fs');
  assert.equal(statSync(join(places.keys, `${key}.pem`)).mode & 0o777, 0o600);
  assert.ok(!readFileSync(join(places.keys, 'statements.json'), 'utf8').includes('PRIVATE'));
});
