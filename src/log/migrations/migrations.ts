import { guards0001, migration0001 } from './0001.ts';
import { guards0002, migration0002 } from './0002.ts';
import { migration0003 } from './0003.ts';
import { migration0004 } from './0004.ts';

/** Every change of the schema, in order; the version of a file is how many of them it has seen. Only ever added to. */
export const migrations: readonly string[] = [migration0001, migration0002, migration0003, migration0004];

/** Triggers that a file of the newest version has. */
export const guards: readonly string[] = [...guards0001, ...guards0002];
