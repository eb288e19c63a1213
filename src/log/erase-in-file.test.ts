import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { revision } from '../../tests/contracts/record-log.ts';
import { eraseContacts } from '../../tests/contracts/record-log-erasing.ts';
import { openSqliteLog } from './sqlite-log.ts';

const marker = 'Awa Marker "Sissoko" Ñ';
const asStored = JSON.stringify(marker).slice(1, -1);
const contacts = [{ person: marker }];

/** A log in a file that holds the marker once, and what else a test does to the file. */
async function erased(
  spoil: (file: string) => void,
  entryOf = revision('a', 1, [], { contacts }),
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-erase-'));
  const file = join(folder, 'log.db');
  try {
    const log = openSqliteLog({ file });
    await log.append([entryOf]);
    spoil(file);
    assert.ok(['', '-wal'].some((part) => readFileSync(file + part).includes(asStored)));
    await eraseContacts(log, 'a');
    assert.deepEqual((await log.verify(() => {})).damage, []);
    const bytes = ['', '-wal'].map((part) => readFileSync(file + part).toString()).join('');
    await log.close();
    return bytes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('an erased text is in neither file the moment that the erasure is answered', async () => {
  assert.ok(!(await erased(() => {})).includes(asStored));
});

test('copies that SQLite left on free pages are gone too', async () => {
  const bytes = await erased((file) => {
    const db = new DatabaseSync(file);
    db.exec('PRAGMA secure_delete = OFF; CREATE TABLE moved (text TEXT)');
    for (let i = 0; i < 200; i += 1)
      db.prepare('INSERT INTO moved VALUES (?)').run(`${asStored} ${'x'.repeat(900)}`);
    db.exec('DROP TABLE moved');
    db.close();
  });
  assert.ok(!bytes.includes(asStored));
});

test('a value of many pages is gone from all of them', async () => {
  const many = Array.from({ length: 2_000 }, (_, i) => ({ person: `${marker} ${i}` }));
  const bytes = await erased(() => {}, revision('a', 1, [], { contacts: many }));
  assert.ok(!bytes.includes('Awa Marker'));
});

test('an entry that was written before there were salts is erased too', async () => {
  const bytes = await erased(() => {}, { ...revision('a', 1, [], { contacts }), salt: '' });
  assert.ok(!bytes.includes(asStored));
});
