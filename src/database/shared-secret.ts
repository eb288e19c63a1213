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

/** A secret that all nodes have in common: the one that is there, else `made`, where it is given. */
export async function sharedSecret(postgres: Postgres, name: string, made: string): Promise<string>;
export async function sharedSecret(
  postgres: Postgres,
  name: string,
  made: string | undefined,
): Promise<string | undefined>;
export async function sharedSecret(
  postgres: Postgres,
  name: string,
  made: string | undefined,
): Promise<string | undefined> {
  const tables = await openPostgresTables(postgres, secretsPart);
  const insert = 'INSERT INTO node_secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING';
  if (made !== undefined) await tables.run(insert, name, made);
  const value = (await tables.one('SELECT value FROM node_secret WHERE name = ?', name))?.['value'];
  return typeof value === 'string' ? value : undefined;
}
