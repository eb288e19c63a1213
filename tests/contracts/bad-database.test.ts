import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { databaseAddress } from '../../src/database/database-address.ts';
import { Postgres } from '../../src/database/postgres.ts';
import { logPart } from '../../src/log/migrations/postgres/migrations.ts';
import { openPostgresLog } from '../../src/log/postgres-log.ts';
import { isFault } from '../fixtures/accounts.ts';
import {
  type PostgresServer,
  startPostgres,
  startStandby,
  withoutPostgres,
} from '../fixtures/postgres-server.ts';
import { southbridge } from '../fixtures/running-house.ts';
import { revision } from './record-log.ts';

// Whatever is wrong with a database is said in so many words, and nothing is written to it.

const skip = withoutPostgres;
let server: PostgresServer;
const opened: Postgres[] = [];

before(async () => {
  if (!skip) server = await startPostgres({ settings: ['wal_level = replica', 'hot_standby = on'] });
});
after(async () => {
  for (const one of opened) await one.close();
  await server?.stop();
});

function logAt(url: string) {
  const postgres = new Postgres({ address: databaseAddress(url), patienceMs: 300 });
  opened.push(postgres);
  return openPostgresLog({ postgres });
}

async function madeLog(): Promise<{ readonly url: string; readonly name: string }> {
  const url = await server.newDatabase();
  const log = await logAt(url);
  await log.append([revision('a', 1)]);
  await log.close();
  return { url, name: url.split('/').at(-1) ?? '' };
}

test('a schema of another program under our name is refused and stays as it is', { skip }, async () => {
  const url = await server.newDatabase();
  const name = url.split('/').at(-1) ?? '';
  await server.sql('CREATE SCHEMA southbridge; CREATE TABLE southbridge.theirs (a int)', name);
  await assert.rejects(logAt(url), isFault('wrongDatabase'));
  const { rows } = await server.sql(
    "SELECT count(*) AS n FROM pg_tables WHERE schemaname = 'southbridge'",
    name,
  );
  assert.equal(Number(rows[0].n), 1);
});

test('a database of a newer program, one that was restored in part, and one in another encoding are told apart', {
  skip,
}, async () => {
  const known = logPart.migrations.length;
  const newer = await madeLog();
  await server.sql(
    `INSERT INTO southbridge.migration (part, version) SELECT 'log', generate_series(${known + 1}, 99)`,
    newer.name,
  );
  await assert.rejects(logAt(newer.url), isFault('schemaTooNew', { version: 99 }));
  const half = await madeLog();
  await server.sql('DROP TABLE southbridge.kept CASCADE', half.name);
  await assert.rejects(logAt(half.url), isFault('databaseIncomplete', { got: '– kept' }));
  const gap = await madeLog();
  await server.sql(
    `INSERT INTO southbridge.migration (part, version) VALUES ('log', ${known + 2})`,
    gap.name,
  );
  await assert.rejects(
    logAt(gap.url),
    (error) => error instanceof Error && /schemaTooNew|databaseIncomplete/.test(String(error)),
  );
  await server.sql("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0");
  await assert.rejects(logAt(server.url('latin')), isFault('wrongDatabase', { got: 'LATIN1' }));
  await assert.rejects(logAt(server.url('nowhere')), isFault('wrongDatabase'));
});

test('a standby takes no writes, and a server that is not there is not waited for without end', {
  skip,
}, async () => {
  const standby = await startStandby(server, 'reader', { settings: ['hot_standby = on'] });
  try {
    await assert.rejects(logAt(standby.url('postgres')), isFault('databaseReadOnly'));
  } finally {
    await standby.stop();
  }
  await assert.rejects(logAt('postgres://127.0.0.1:9/nothing'), isFault('databaseUnreachable'));
});

test('many nodes that start at once with an empty database make it once', { skip }, async () => {
  const url = await server.newDatabase();
  const logs = await Promise.all(Array.from({ length: 6 }, () => logAt(url)));
  await Promise.all(logs.map((log, nth) => log.append([revision(`n-${nth}`, 1)])));
  assert.equal(await logs[0]?.head(), 6);
  assert.deepEqual((await logs[1]?.verify(() => undefined))?.damage, []);
  for (const log of logs) await log.close();
});

test('a DATABASE_URL that is none is refused by name before anything is opened, and its password is not told', {
  skip,
}, async () => {
  process.env['DATABASE_URL'] = 'postgres:/me:secret@db';
  const { code, err } = await southbridge('/nowhere', 'show', 'activity', 'x');
  delete process.env['DATABASE_URL'];
  assert.equal(code, 1);
  assert.match(err, /DATABASE_URL/);
  assert.doesNotMatch(err, /secret/);
});
