import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { folderPlace } from '../../src/backup/folder-place.ts';
import { restoreBackup } from '../../src/backup/restore-backup.ts';
import { verifyBackup } from '../../src/backup/verify-backup.ts';
import { writeBackup } from '../../src/backup/write-backup.ts';
import { databaseAddress } from '../../src/database/database-address.ts';
import { migratePostgres } from '../../src/database/migrate-postgres.ts';
import { Postgres } from '../../src/database/postgres.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { copyLog, storedInFile, storedInPostgres } from '../../src/log/copy-log.ts';
import { logPart } from '../../src/log/migrations/postgres/migrations.ts';
import { openPostgresLog } from '../../src/log/postgres-log.ts';
import { openSqliteLog } from '../../src/log/sqlite-log.ts';
import type { RecordLog } from '../../src/operations/ports.ts';
import { rootOfEntries } from '../../src/proofs/check-log.ts';
import { type PostgresServer, startPostgres } from '../fixtures/postgres-server.ts';
import { revision } from './record-log.ts';
import { eraseContacts } from './record-log-erasing.ts';

// Whatever is written, erased, copied to the other engine, backed up and restored, in any order: what was erased is
// nowhere, nothing is damaged, and every root that was ever seen is that of as many entries today.

const sequences = Number(process.env['SOUTHBRIDGE_SEQUENCES'] ?? 25);
let server: PostgresServer;
let folder: string;

before(async () => {
  server = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), 'southbridge-erasing-'));
});
after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ is: fc.constant('say' as const), of: fc.constantFrom('a', 'b', 'c') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ is: fc.constant('erase' as const), of: fc.constantFrom('a', 'b', 'c') }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('copy' as const) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('back up' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A node in one engine and its copy in the other. */
class Pair {
  readonly #folder: string;
  readonly #postgres: Postgres;
  readonly #logs: { readonly file: RecordLog; readonly database: RecordLog };
  readonly #first: 'file' | 'database';
  readonly #roots = new Map<number, string>();
  /** Names that are said, by record; and those that were erased. */
  readonly #said = new Map<string, string[]>();
  readonly #gone: string[] = [];
  #names = 0;

  constructor(at: string, postgres: Postgres, database: RecordLog, first: 'file' | 'database') {
    this.#folder = at;
    this.#postgres = postgres;
    this.#logs = { file: openSqliteLog({ file: join(at, 'log.db') }), database };
    this.#first = first;
  }

  get #log(): RecordLog {
    return this.#logs[this.#first];
  }

  async take(step: Step): Promise<void> {
    if (step.is === 'say') await this.#say(step.of);
    else if (step.is === 'erase') await this.#erase(step.of);
    else if (step.is === 'copy') await this.#copy();
    else await this.#backUp();
    this.#roots.set(await this.#log.head(), rootOfEntries(await this.#log.since(0, 1_000)));
  }

  async #say(recordId: string): Promise<void> {
    const names = this.#said.get(recordId) ?? [];
    const number = (await this.#log.latest([recordId])).get(recordId)?.number ?? 0;
    this.#names += 1;
    const person = `Marker-${this.#names}-`;
    this.#said.set(recordId, [...names, person]);
    await this.#log.append([revision(recordId, number + 1, [], { title: 'Wells', contacts: [{ person }] })]);
  }

  async #erase(recordId: string): Promise<void> {
    await eraseContacts(this.#log, recordId);
    this.#gone.push(...(this.#said.get(recordId) ?? []));
    this.#said.set(recordId, []);
  }

  async #copy(): Promise<void> {
    const file = storedInFile(join(this.#folder, 'log.db'));
    const database = storedInPostgres(this.#postgres);
    const [from, to] = this.#first === 'file' ? [file, database] : [database, file];
    await copyLog(from, to, 'copy', () => {});
    await file.close();
    const other = this.#logs[this.#first === 'file' ? 'database' : 'file'];
    assert.deepEqual(await other.since(0, 1_000), await this.#log.since(0, 1_000));
    await this.#holdsNothing(other);
  }

  async #backUp(): Promise<void> {
    const place = folderPlace(join(this.#folder, 'place'));
    const dataDir = join(this.#folder, 'data');
    mkdirSync(dataDir, { recursive: true });
    await writeBackup(place, {
      log: this.#log,
      dataDir,
      clock: systemClock,
      keepDays: 90,
      onProgress: () => {},
    });
    await verifyBackup(place);
    const restored = openSqliteLog({ file: ':memory:' });
    const into = mkdtempSync(join(this.#folder, 'into-'));
    await restoreBackup(place, { log: restored, dataDir: into, onProgress: () => {} });
    assert.deepEqual(await restored.since(0, 1_000), await this.#log.since(0, 1_000));
    await this.#holdsNothing(restored);
    await restored.close();
  }

  async #holdsNothing(log: RecordLog): Promise<void> {
    const text = JSON.stringify(await log.since(0, 1_000));
    for (const name of this.#gone) assert.ok(!text.includes(name), name);
    for (const name of [...this.#said.values()].flat()) assert.ok(text.includes(name), `${name} is said`);
    assert.deepEqual((await log.verify(() => {})).damage, []);
  }

  async end(): Promise<void> {
    await this.#holdsNothing(this.#log);
    const entries = await this.#log.since(0, 1_000);
    for (const [size, root] of this.#roots) assert.equal(rootOfEntries(entries.slice(0, size)), root);
    await this.#copy();
    await this.close();
    for (const name of readdirSync(this.#folder).filter((one) => one.startsWith('log.db'))) {
      const bytes = readFileSync(join(this.#folder, name), 'latin1');
      for (const one of this.#gone) assert.ok(!bytes.includes(one), `${one} in ${name}`);
    }
  }

  async close(): Promise<void> {
    await this.#logs.file.close();
    await this.#logs.database.close();
    await this.#postgres.close();
  }
}

test(`${sequences} random sequences of saying, erasing, copying and backing up leave nothing of what was erased`, {
  timeout: 1_800_000,
}, async (t: TestContext) => {
  let steps = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 14 }),
      fc.constantFrom('file' as const, 'database' as const),
      async (drawn, first) => {
        const postgres = new Postgres({ address: databaseAddress(await server.newDatabase()) });
        const database = await openPostgresLog({ postgres });
        const pair = new Pair(mkdtempSync(join(folder, 'pair-')), postgres, database, first);
        try {
          for (const one of drawn) await pair.take(one);
          await pair.end();
          steps += drawn.length;
        } finally {
          await pair.close();
        }
      },
    ),
    { numRuns: sequences, endOnFailure: true },
  );
  t.diagnostic(`${steps} steps`);
});

test('from a database of the schema before, which is brought up to date, can be erased as well', async () => {
  const postgres = new Postgres({ address: databaseAddress(await server.newDatabase()) });
  await migratePostgres(postgres, { ...logPart, migrations: logPart.migrations.slice(0, 1) });
  const source = join(folder, 'before.db');
  const file = openSqliteLog({ file: source });
  await file.append([revision('a', 1, [], { contacts: [{ person: 'Marker-before' }] })]);
  await file.close();
  const stored = storedInFile(source);
  await copyLog(stored, storedInPostgres(postgres), 'before', () => {});
  await stored.close();
  const log = await openPostgresLog({ postgres });
  const root = rootOfEntries(await log.since(0, 10));
  assert.equal((await eraseContacts(log, 'a')).length, 1);
  const entries = await log.since(0, 10);
  assert.doesNotMatch(JSON.stringify(entries), /Marker-before/);
  assert.equal(rootOfEntries(entries.slice(0, 1)), root);
  assert.deepEqual((await log.verify(() => {})).damage, []);
  await log.close();
  await postgres.close();
});
