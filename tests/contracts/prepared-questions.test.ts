import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAccounts } from '../../src/accounts/open-accounts.ts';
import { accountsPart } from '../../src/accounts/store/migrations.ts';
import { databaseAddress } from '../../src/database/database-address.ts';
import { Postgres } from '../../src/database/postgres.ts';
import { openPostgresTables } from '../../src/database/postgres-tables.ts';
import { stoppedClock } from '../../src/kernel/clock.ts';
import { openPostgresLog } from '../../src/log/postgres-log.ts';
import { type PostgresServer, startPostgres, withoutPostgres } from '../fixtures/postgres-server.ts';
import { revision } from './record-log.ts';

// What many ask at once is asked of PostgreSQL as one question that it keeps prepared: each is told what is its own.

const skip = withoutPostgres;
let server: PostgresServer;
const opened: { close(): Promise<void> }[] = [];

before(async () => {
  if (!skip) server = await startPostgres();
});
after(async () => {
  for (const one of opened) await one.close();
  await server?.stop();
});

async function database(): Promise<{ readonly url: string; readonly postgres: Postgres }> {
  const url = await server.newDatabase();
  const postgres = new Postgres({ address: databaseAddress(url) });
  opened.push(postgres);
  return { url, postgres };
}

test('of a hundred who ask at once for their session each gets their own, and who has signed out gets none', {
  skip,
}, async () => {
  const { postgres } = await database();
  const clock = stoppedClock('2026-03-02T08:00:00.000Z');
  const tables = await openPostgresTables(postgres, accountsPart);
  const accounts = await openAccounts({
    file: '',
    tables,
    clock,
    publicAddress: 'https://bridge.gov.example',
  });
  const password = 'seven wells and a pump';
  const people = ['awa', 'bintou', 'carlos'].map((name) => ({ name, email: `${name}@gov.example` }));
  const tokens = await Promise.all(
    people.map(async (person) => {
      await accounts.create({ ...person, language: 'fr', password });
      const came = await accounts.signIn(person.email, password, { network: '192.0.2.7' });
      assert.ok('session' in came);
      return came.session.token;
    }),
  );
  const askAll = () =>
    Promise.all(
      Array.from({ length: 100 }, async (_, nth) => {
        const token = tokens[nth % 4] ?? 'made up';
        return (await accounts.session(token))?.account.name;
      }),
    );
  const names = ['awa', 'bintou', 'carlos', undefined];
  assert.deepEqual(
    await askAll(),
    Array.from({ length: 100 }, (_, nth) => names[nth % 4]),
  );
  await accounts.signOut(tokens[1] ?? '');
  names[1] = undefined;
  assert.deepEqual(
    await askAll(),
    Array.from({ length: 100 }, (_, nth) => names[nth % 4]),
  );
});

test('of many who ask at once for lives and revisions of records each gets what it has asked for', {
  skip,
}, async () => {
  const { postgres } = await database();
  const log = await openPostgresLog({ postgres });
  opened.unshift(log);
  const ids = Array.from({ length: 120 }, (_, n) => `record-${n}`);
  await log.append(ids.flatMap((id) => [revision(id, 1), revision(id, 2)]));
  const found = await Promise.all(
    [...ids, ...ids, 'record-none'].map(async (id, place) => {
      const number = (place % 2) + 1;
      const [life, revisions] = await Promise.all([
        log.history(id),
        log.revisions([
          { id, number },
          { id, number: 3 },
        ]),
      ]);
      return { id, seqs: life.map(({ seq }) => seq), number: revisions.get(id)?.number };
    }),
  );
  for (const [place, { id, seqs, number }] of found.entries()) {
    const nth = ids.indexOf(id);
    assert.deepEqual(seqs, nth < 0 ? [] : [nth * 2 + 1, nth * 2 + 2]);
    assert.equal(number, nth < 0 ? undefined : (place % 2) + 1);
  }
});

test('a table that a newer node has given another column is asked anew: nobody notices', {
  skip,
}, async () => {
  const { url, postgres } = await database();
  await postgres.together(({ ask }) => ask('CREATE SCHEMA southbridge; CREATE TABLE thing (id BIGINT)'));
  const asked = () => postgres.read('SELECT * FROM thing WHERE id >= $1', [1]);
  const changed = () => postgres.change('INSERT INTO thing (id) VALUES ($1) RETURNING *', [1]);
  await changed();
  assert.deepEqual(await asked(), [{ id: 1 }]);
  const alter = (column: string) =>
    server.sql(`ALTER TABLE southbridge.thing ADD ${column} BIGINT`, new URL(url).pathname.slice(1));
  await alter('more');
  assert.deepEqual(await asked(), [{ id: 1, more: null }]);
  await changed();
  await alter('most');
  assert.equal(await changed(), 1);
  const rows = await postgres.together(
    async ({ ask }) => (await ask('SELECT * FROM thing WHERE id >= $1', [1])).rows,
  );
  assert.equal(rows.length, 3);
});
