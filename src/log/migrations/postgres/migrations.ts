import type { Part } from '../../../database/migrate-postgres.ts';
import { guards0001, migration0001 } from './0001.ts';
import { guards0002, migration0002 } from './0002.ts';

/** The log in PostgreSQL. */
export const logPart: Part = {
  name: 'log',
  migrations: [migration0001, migration0002],
  tables: ['entry', 'record_key', 'kept'],
};

/** Triggers that the newest version has. */
export const guards: readonly string[] = [...guards0001, ...guards0002];
