import type { Postgres } from './postgres.ts';
import { openPostgresTables } from './postgres-tables.ts';
import type { TablesPart } from './tables.ts';

const secretsPart: TablesPart = {
  name: 'secrets',
  applicationId: 0,
  migrations: [],
  shared: ['CREATE TABLE node_secret (name TEXT PRIMARY KEY, value TEXT NOT NULL)'],
  tables: ['node_secret'],
  damaged: 'logDamaged',
};

/** A secret that all nodes have in common: `made` where there was none, else the one that is there. */
export async function sharedSecret(postgres: Postgres, name: string, made: string): Promise<string> {
  const tables = await openPostgresTables(postgres, secretsPart);
  await tables.run(
    'INSERT INTO node_secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING',
    name,
    made,
  );
  return String((await tables.one('SELECT value FROM node_secret WHERE name = ?', name))?.['value']);
}
