import { after, before, test } from 'node:test';
import pg from 'pg';
import { databaseAddress } from '../../src/database/database-address.ts';
import { Postgres } from '../../src/database/postgres.ts';
import { openPostgresLog } from '../../src/log/postgres-log.ts';
import { type PostgresServer, startPostgres, withoutPostgres } from '../fixtures/postgres-server.ts';
import { recordLogContract } from './record-log.ts';

let server: PostgresServer | undefined;

if (withoutPostgres) {
  test('PostgreSQL: the contract of the log', { skip: withoutPostgres }, () => undefined);
} else {
  before(async () => {
    server = await startPostgres();
  });
  after(async () => {
    await server?.stop();
  });
  recordLogContract('PostgreSQL', async () => {
    if (server === undefined) throw new Error('not started');
    const url = await server.newDatabase();
    const ends: (() => Promise<void>)[] = [];
    const another = async () => {
      const postgres = new Postgres({ address: databaseAddress(url), most: 2 });
      const log = await openPostgresLog({ postgres });
      ends.push(async () => {
        await log.close();
        await postgres.close();
      });
      return log;
    };
    const attempt = async (sql: string) => {
      const client = new pg.Client({ connectionString: url, options: '-c search_path=southbridge' });
      await client.connect();
      try {
        await client.query(sql);
      } finally {
        await client.end();
      }
    };
    return {
      log: await another(),
      another,
      attempt,
      tamper: (sql) =>
        attempt(`DO $$ DECLARE guard record; BEGIN
          FOR guard IN SELECT tgname, tgrelid::regclass AS "table" FROM pg_trigger WHERE NOT tgisinternal LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', guard.tgname, guard."table");
          END LOOP;
        END $$; ${sql}`),
      drop: async () => {
        for (const end of ends) await end();
      },
    };
  });
}
