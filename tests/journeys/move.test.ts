import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openAccounts } from '../../src/accounts/open-accounts.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { reportFiles } from '../../src/log/report-files.ts';
import { openSqliteLog } from '../../src/log/sqlite-log.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import { openUploads } from '../../src/uploads/open-uploads.ts';
import { revision, withdrawn } from '../contracts/record-log.ts';
import { type PostgresServer, startPostgres, withoutPostgres } from '../fixtures/postgres-server.ts';
import { type Ran, southbridge } from '../fixtures/running-house.ts';
import { Mailbox } from '../fixtures/small-office.ts';

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

const report = Buffer.from('Report No. 1');

/** A node with something of everything in it. */
async function filled(name: string, records: number): Promise<string> {
  const folder = join(root, name);
  const made = spawn('mkdir', [folder]);
  await once(made, 'exit');
  const log = openSqliteLog({ file: join(folder, 'southbridge.db') });
  const bytes = Buffer.from('<activity/>\u0000\u00ff');
  const kept = { form: 'iati', sha256: hash('sha256', bytes), bytes } as const;
  for (let nth = 0; nth < records; nth += 100) {
    const some = Array.from({ length: 100 }, (_, place) =>
      revision(`r-${nth + place}`, 1, [{ scheme: 'n\u0000', value: `${nth + place}` }], {
        title: `نص ${nth} \ud800`,
        1: 2,
        a: { 9: 0 },
      }),
    );
    await log.append([
      ...some,
      withdrawn(`r-${nth}`),
      { ...revision(`r-${nth}`, 2), kept } as Parameters<typeof log.append>[0][number],
    ]);
  }
  await log.close();
  const accounts = await openAccounts({
    file: join(folder, 'accounts.db'),
    clock: systemClock,
    publicAddress: 'http://localhost',
  });
  const { id } = await accounts.create({
    email: 'awa@gov.example',
    name: 'Awa',
    language: 'fr',
    password: 'seven wells and a pump',
  });
  await accounts.letter({ purpose: 'signIn', accountId: id }, 10);
  await accounts.close();
  const outbox = openOutbox({
    file: join(folder, 'outbox.db'),
    transport: new Mailbox(),
    from: 'node@example.org',
  });
  await outbox.enqueue(
    ['a', 'b'].map((key) => ({
      key,
      to: 'x@example.org',
      language: 'en',
      subject: key,
      text: key,
      html: key,
    })),
    '2026-03-02T08:00:00.000Z',
  );
  await outbox.close();
  await openUploads({ file: join(folder, 'uploads.db') }).close();
  await reportFiles(join(folder, 'reports')).put(hash('sha256', report), report);
  writeFileSync(join(folder, 'write.key'), 'the key of this node\n');
  return folder;
}

/** Everything in a folder that a move has to keep. */
function contentOf(folder: string): string {
  const tables = {
    'southbridge.db': ['entry ORDER BY seq', 'record_key ORDER BY seq, scheme, value', 'kept ORDER BY seq'],
    'accounts.db': ['account', 'letter', 'session'],
    'outbox.db': ['outgoing ORDER BY seq'],
  };
  const lines = Object.entries(tables).flatMap(([file, names]) => {
    const db = new DatabaseSync(join(folder, file), { readOnly: true });
    const rows = names.map((name) => JSON.stringify(db.prepare(`SELECT * FROM ${name}`).all()));
    db.close();
    return rows;
  });
  lines.push(
    readFileSync(join(folder, 'write.key'), 'utf8'),
    readFileSync(join(folder, 'reports', hash('sha256', report)), 'utf8'),
  );
  return lines.join('\n');
}

async function moved(from: string, to: string, environment: Record<string, string> = {}): Promise<Ran> {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    return await southbridge(from, 'move', '--to', to);
  } finally {
    process.env = before;
  }
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
