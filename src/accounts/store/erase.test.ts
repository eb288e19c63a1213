import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSqliteTables } from '../../database/sqlite-tables.ts';
import { sha256 } from '../../kernel/canonical-json.ts';
import { accountsPart } from './migrations.ts';
import { storeOf } from './store.ts';

const people = 300;

/** A person with a name of a length that jumps, so that rows move between the pages of the file. */
function person(number: number, longest: number) {
  const id = sha256(`person ${number}`);
  const name = 'n'.repeat(1 + (Number.parseInt(id.slice(0, 6), 16) % longest));
  const common = { language: 'fr', nameShown: false, secondFactor: false, digest: true } as const;
  return { id, name, email: `p${number}.${id.slice(0, 12)}@gov.example`, ...common };
}

test('of those erased no trace is left where rows have moved; those who stay are all there', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-erase-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'accounts.sqlite');
  const store = storeOf(openSqliteTables(file, accountsPart));
  for (let number = 0; number < people; number += 1) {
    const account = person(number, 40);
    await store.accounts.add({ account, passwordHash: undefined }, account.email);
    if (number % 3 === 0) await store.accounts.change(person(number >> 1, 190));
  }
  const isErased = (number: number) => number % 5 === 2;
  const numbers = Array.from({ length: people }, (_, number) => number);
  for (const number of numbers.filter(isErased)) {
    const { id, email } = person(number, 40);
    await store.accounts.erase(id, [email], []);
  }
  const files = [file, `${file}-wal`].filter((one) => existsSync(one));
  const bytes = files.map((one) => readFileSync(one, 'latin1')).join('');
  for (const number of numbers) {
    const { id, email } = person(number, 40);
    assert.equal(bytes.includes(id), !isErased(number), id);
    assert.equal(bytes.includes(email), !isErased(number), email);
  }
  await store.close();
});
