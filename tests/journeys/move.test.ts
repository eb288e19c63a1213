import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { contentOf, filledNode } from '../fixtures/filled-node.ts';
import { type PostgresServer, startPostgres, withoutPostgres } from '../fixtures/postgres-server.ts';
import { type Ran, southbridgeWith } from '../fixtures/running-house.ts';

// A whole node goes from a folder to PostgreSQL and back to another folder, and is the same afterwards, byte for byte.

const skip = withoutPostgres;
const program = fileURLToPath(new URL('../../bin/southbridge.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'southbridge-move-'));
let server: PostgresServer;

before(async () => {
  if (!skip) server = await startPostgres();
});
after(async () => {
  await server?.stop();
  rmSync(root, { recursive: true });
});

async function filled(name: string, records: number): Promise<string> {
  const folder = join(root, name);
  await filledNode(folder, records);
  return folder;
}

function moved(from: string, to: string, environment: Record<string, string> = {}): Promise<Ran> {
  return southbridgeWith({ DATA_DIR: from, ...environment }, 'move', '--to', to);
}

test('a node moves to PostgreSQL and back, broken off on the way, and nothing in it has changed', {
  skip,
}, async () => {
  const from = await filled('from', 3000);
  const url = await server.newDatabase();
  for (let nth = 0; nth < 3; nth += 1) {
    const child = spawn(process.execPath, [program, 'move', '--to', url], {
      env: { ...process.env, DATA_DIR: from },
      stdio: 'ignore',
    });
    const gone = once(child, 'exit');
    await sleep(900 + 300 * nth);
    child.kill('SIGKILL');
    await gone;
  }
  const there = await moved(from, url);
  assert.equal(there.code, 0, there.err);
  assert.match(there.out, /^3,060 entries, 4 rows about people and mail, 1 reports moved and verified/);
  const back = join(root, 'back');
  const home = await moved(from, back, { DATABASE_URL: url });
  assert.equal(home.code, 0, home.err);
  assert.equal(home.out, there.out);
  assert.equal(contentOf(back), contentOf(from));
});

test('a node is not moved over another one, and an address that is none is refused without its password', {
  skip,
}, async () => {
  const one = await filled('one', 100);
  const other = await filled('other', 100);
  const url = await server.newDatabase();
  assert.equal((await moved(one, url)).code, 0);
  const refused = await moved(other, url);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /cannot hold this node/);
  const wrong = await moved(one, 'postgres://me:secret@');
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /--to/);
  assert.doesNotMatch(wrong.err, /secret/);
});
