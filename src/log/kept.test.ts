import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { revision, withdrawn } from '../../tests/contracts/record-log.ts';
import type { Kept } from '../lifecycle/revision.ts';
import type { NewEntry } from '../operations/ports.ts';
import { migration0001 } from './migrations/0001.ts';
import { openSqliteLog } from './sqlite-log.ts';

function newFile(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-kept-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, 'log.sqlite');
}

function raw(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}

function keptOf(text: string): Kept {
  const bytes = Buffer.from(text);
  return { form: 'iati', sha256: hash('sha256', bytes), bytes };
}

function withKept(entry: NewEntry, text: string): NewEntry {
  assert.ok(entry.kind === 'revision');
  return { ...entry, kept: keptOf(text) };
}

async function filled(file: string): Promise<void> {
  const log = openSqliteLog({ file });
  await log.append([revision('a', 1), withKept(revision('a', 2), 'second'), withdrawn('a')]);
  await log.append([revision('a', 3), withKept(revision('b', 1), 'other')]);
  await log.close();
}

async function damage(file: string): Promise<readonly { readonly seq: number; readonly problem: string }[]> {
  const log = openSqliteLog({ file });
  const report = await log.verify(() => {});
  await log.close();
  return report.damage;
}

test('what is kept beside a revision is found from it and from the ones after it', async (t) => {
  const file = newFile(t);
  await filled(file);
  const log = openSqliteLog({ file });
  const at = async (number: number) => (await log.kept([{ id: 'a', number }])).get('a');
  assert.equal(await at(1), undefined);
  for (const number of [2, 3, 9]) {
    const found = await at(number);
    assert.equal(found?.number, 2);
    assert.equal(Buffer.from(found?.bytes ?? []).toString(), 'second');
    assert.equal(found?.form, 'iati');
  }
  assert.deepEqual(
    [
      ...(
        await log.kept([
          { id: 'b', number: 1 },
          { id: 'c', number: 1 },
        ])
      ).keys(),
    ],
    ['b'],
  );
  await log.close();
});

test('entries name what is kept by its digest and do not carry it', async (t) => {
  const file = newFile(t);
  await filled(file);
  const log = openSqliteLog({ file });
  const [, second] = await log.since(0, 10);
  await log.close();
  assert.ok(second?.kind === 'revision');
  assert.deepEqual(second.kept, { form: 'iati', sha256: keptOf('second').sha256 });
  assert.deepEqual(await damage(file), []);
});

test('a store from before anything was kept opens, verifies and keeps from then on', async (t) => {
  const file = newFile(t);
  raw(file, `${migration0001}; PRAGMA application_id = ${0x53424c47}; PRAGMA user_version = 1`);
  const donor = newFile(t);
  const early = openSqliteLog({ file: donor });
  await early.append([revision('a', 1, [{ scheme: 's', value: 'a' }])]);
  await early.close();
  raw(
    file,
    `ATTACH '${donor}' AS donor; INSERT INTO entry SELECT * FROM donor.entry; INSERT INTO record_key SELECT * FROM donor.record_key`,
  );
  assert.deepEqual(await damage(file), []);
  const log = openSqliteLog({ file });
  await log.append([withKept(revision('a', 2), 'now')]);
  assert.equal((await log.kept([{ id: 'a', number: 2 }])).get('a')?.number, 2);
  await log.close();
  assert.deepEqual(await damage(file), []);
});

for (const [what, sql] of [
  ['changed', "UPDATE kept SET bytes = x'00'"],
  ['taken out', 'DELETE FROM kept'],
  ['put beside an older entry', "INSERT INTO kept VALUES (1, x'00')"],
  ['replaced', "INSERT OR REPLACE INTO kept VALUES (5, x'00')"],
] as const) {
  test(`what is kept cannot be ${what}`, async (t) => {
    const file = newFile(t);
    await filled(file);
    assert.throws(() => raw(file, sql), /append-only/);
    assert.deepEqual(await damage(file), []);
  });
}

for (const [what, sql, problem] of [
  ['was changed', "UPDATE kept SET bytes = x'00' WHERE seq = 2", { seq: 2, problem: 'kept' }],
  ['is gone', 'DELETE FROM kept WHERE seq = 5', { seq: 5, problem: 'kept' }],
  ['belongs to nothing', "INSERT INTO kept VALUES (3, x'00')", { seq: 3, problem: 'strayKept' }],
] as const) {
  test(`verify finds that what was kept ${what}`, async (t) => {
    const file = newFile(t);
    await filled(file);
    const guards = ['kept_keep_update', 'kept_keep_delete', 'kept_keep_order'];
    raw(file, `${guards.map((guard) => `DROP TRIGGER ${guard}`).join(';')};${sql}`);
    assert.deepEqual(
      (await damage(file)).filter(({ problem: found }) => found !== 'guard'),
      [problem],
    );
  });
}
