import assert from 'node:assert/strict';
import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { databaseAddress } from '../../src/database/database-address.ts';
import { Postgres } from '../../src/database/postgres.ts';
import { openPostgresTables } from '../../src/database/postgres-tables.ts';
import { openSqliteTables } from '../../src/database/sqlite-tables.ts';
import type { Tables } from '../../src/database/tables.ts';
import { openUploads, uploadsPart } from '../../src/uploads/open-uploads.ts';
import { type PostgresServer, startPostgres, withoutPostgres } from '../fixtures/postgres-server.ts';
import { southbridgeWith } from '../fixtures/running-house.ts';

// However much people have sent to nodes that share a PostgreSQL, a backup and its restoring need little memory.

const skip = withoutPostgres;
const root = mkdtempSync(join(tmpdir(), 'southbridge-backup-memory-'));
const uploads = 25;
const uploadBytes = 10_000_000;
/**
 * One upload is in memory as text and as bytes, several times until the memory is cleared: 160 to 220 MB, however many
 * there are. All of them would take four times their bytes, 1,000 MB.
 */
const allowance = 320_000_000;
let server: PostgresServer;

before(async () => {
  if (!skip) server = await startPostgres();
});
after(async () => {
  await server?.stop();
  rmSync(root, { recursive: true });
});

/** The most memory that a command of the program needs, in bytes. */
async function memoryOf(
  environment: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<number> {
  const tell = "process.on('exit',()=>process.stderr.write('most '+process.resourceUsage().maxRSS+' KiB'))";
  const told = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}` };
  const ran = await southbridgeWith({ ...environment, ...told }, ...words);
  assert.equal(ran.code, 0, `${words.join(' ')}: ${ran.err}${ran.out}`);
  return Number(/most (\d+) KiB/.exec(ran.err)?.[1]) * 1_024;
}

/** Sends files to a node, and gives their digests by name. */
async function sendFiles(tables: Tables): Promise<ReadonlyMap<string, string>> {
  const shelf = openUploads({ file: '', tables });
  const digests = new Map<string, string>();
  for (let nth = 0; nth < uploads; nth += 1) {
    const bytes = randomBytes(uploadBytes);
    digests.set(`u${nth}`, hash('sha256', bytes));
    const upload = { id: `u${nth}`, post: 'focal-sn', account: 'x', file: 'w.xlsx', size: bytes.length };
    const times = { at: '2026-03-02T08:00:00.000Z', until: '2036-03-03T08:00:00.000Z' };
    const asked = { language: 'fr', as: 'party', release: false, stage: 'waiting', rows: '[]' } as const;
    await shelf.put({ ...upload, ...asked, ...times }, bytes);
  }
  return digests;
}

async function digestsIn(tables: Tables): Promise<ReadonlyMap<string, string>> {
  const shelf = openUploads({ file: '', tables });
  const digests = new Map<string, string>();
  for (let nth = 0; nth < uploads; nth += 1)
    digests.set(`u${nth}`, hash('sha256', (await shelf.bytes(`u${nth}`)) ?? new Uint8Array()));
  return digests;
}

test('a backup of nodes on PostgreSQL, its verifying and its restoring do not hold in memory the 250 MB of files that people have sent', {
  skip,
}, async () => {
  const [url, other] = [await server.newDatabase(), await server.newDatabase()];
  const [from, to] = [databaseAddress(url), databaseAddress(other)].map(
    (address) => new Postgres({ address }),
  );
  assert.ok(from !== undefined && to !== undefined);
  const [shared, folder] = [{ DATA_DIR: join(root, 'node'), DATABASE_URL: url }, join(root, 'folder')];
  const there = { DATA_DIR: join(root, 'there'), DATABASE_URL: other };
  try {
    const little = await memoryOf(shared, 'backup', join(root, 'before'));
    const sent = await sendFiles(await openPostgresTables(from, uploadsPart));
    const place = join(root, 'place');
    for (const [environment, ...words] of [
      [shared, 'backup', place],
      [shared, 'verify', place],
      [{ DATA_DIR: folder }, 'restore', place],
      [there, 'restore', place],
    ] as const) {
      const much = (await memoryOf(environment, ...words)) - little;
      assert.ok(much < allowance, `${words[0]}: ${Math.round(much / 1e6)} MB more`);
    }
    const file = openSqliteTables(join(folder, 'uploads.db'), uploadsPart);
    assert.deepEqual(await digestsIn(file), sent);
    await file.close();
    assert.deepEqual(await digestsIn(await openPostgresTables(to, uploadsPart)), sent);
  } finally {
    await from.close();
    await to.close();
  }
});
