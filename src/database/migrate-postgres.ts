import { Fault } from '../kernel/fault.ts';
import type { Postgres } from './postgres.ts';

/** The tables of one room and how they came to be. */
export interface Part {
  readonly name: string;
  /** Every change of the schema, in order; only ever added to. */
  readonly migrations: readonly string[];
  /** Tables that the newest version has: whether a database was copied or restored in part shows in them. */
  readonly tables: readonly string[];
}

/** So long a start waits for another node that is just migrating. */
const patience = '60s';

/** One number for all nodes: the letters SBMG. */
const lockKey = 0x53424d47;

const own = `
  CREATE SCHEMA IF NOT EXISTS southbridge;
  CREATE TABLE IF NOT EXISTS southbridge.migration (
    part    TEXT COLLATE "C" NOT NULL,
    version INTEGER NOT NULL,
    at      TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (part, version)
  );
`;

/**
 * Brings a part to its newest schema: one transaction, under a lock, so that of nodes that start together one migrates
 * and the others wait; a node that dies meanwhile leaves the database as it was.
 * @throws Fault `schemaTooNew` {file, version, known}, `databaseIncomplete` {place, got, right} where tables are missing,
 * `wrongDatabase` where the schema is another program's.
 */
export async function migratePostgres(postgres: Postgres, { name, migrations, tables }: Part): Promise<void> {
  const place = postgres.name;
  await postgres.together(async ({ ask }) => {
    await ask(`SET LOCAL lock_timeout = '${patience}'; SELECT pg_advisory_xact_lock(${lockKey})`);
    const { rows: there } = await ask(
      "SELECT to_regnamespace('southbridge') IS NOT NULL AS schema, to_regclass('southbridge.migration') IS NOT NULL AS known",
    );
    if (there[0]?.['schema'] === true && there[0]['known'] === false && !(await isEmptySchema(ask)))
      throw new Fault('wrongDatabase', { place, got: 'SCHEMA southbridge', right: 'DATABASE_URL' });
    if (there[0]?.['known'] === false) await ask(own);
    const { rows } = await ask(
      'SELECT count(*) AS seen, coalesce(max(version), 0) AS version FROM migration WHERE part = $1',
      [name],
    );
    const version = Number(rows[0]?.['version']);
    if (version > migrations.length)
      throw new Fault('schemaTooNew', { file: place, version, known: migrations.length });
    if (Number(rows[0]?.['seen']) !== version)
      throw new Fault('databaseIncomplete', { place, got: `${name} ${version}`, right: migrations.length });
    for (const [at, statements] of migrations.entries()) {
      if (at < version) continue;
      await ask(statements);
      await ask('INSERT INTO migration (part, version) VALUES ($1, $2)', [name, at + 1]);
    }
    const { rows: missing } = await ask(
      'SELECT t FROM unnest($1::text[]) AS t WHERE to_regclass(t) IS NULL',
      [tables],
    );
    if (missing.length > 0)
      throw new Fault('databaseIncomplete', {
        place,
        got: missing.map(({ t }) => `– ${t}`).join(', '),
        right: tables.join(', '),
      });
  });
}

async function isEmptySchema(
  ask: (sql: string) => Promise<{ readonly rows: readonly object[] }>,
): Promise<boolean> {
  return (
    (await ask("SELECT 1 FROM pg_class WHERE relnamespace = to_regnamespace('southbridge') LIMIT 1")).rows
      .length === 0
  );
}
