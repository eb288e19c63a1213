import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountsPart } from './accounts/store/migrations.ts';
import type { SharedParts } from './backup/shared-parts.ts';
import { copyTables, isEmptyPart } from './database/copy-tables.ts';
import type { Postgres } from './database/postgres.ts';
import { openSqliteTables } from './database/sqlite-tables.ts';
import type { Tables, TablesPart } from './database/tables.ts';
import { Fault } from './kernel/fault.ts';
import { reportFiles } from './log/report-files.ts';
import { keysPart, sharedKeys } from './log/shared-keys.ts';
import { reportsPart, sharedReports } from './log/shared-reports.ts';
import type { ReportArchive } from './operations/ports/report-archive.ts';
import { outboxPart } from './outbox/outbox-part.ts';
import { handKeysOn, type KeyStore, keysInFolder } from './proofs/key-store.ts';
import { uploadsPart } from './uploads/open-uploads.ts';

/** What a node keeps beside its log: in its folder, or in the database that all nodes share. */
export interface BesideLog {
  tables(part: TablesPart): Promise<Tables>;
  readonly reports: ReportArchive;
  /** Digests of all closed reports. */
  reportNames(): Promise<readonly string[]>;
  writeKey(made?: string): Promise<string | undefined>;
  /** Those that sign heads of the log. */
  readonly keys: KeyStore;
  close(): Promise<void>;
}

const parts = [accountsPart, outboxPart, uploadsPart] as const;

/** Makes `to` the same as `from`; broken off, it is called again. @throws Fault as `copyTables` says; `logDamaged` {file} for a report that is gone. */
export async function copyBeside(
  from: BesideLog,
  to: BesideLog,
): Promise<{ readonly rows: number; readonly reports: number }> {
  let rows = 0;
  for (const part of parts) rows += await copyTables(await from.tables(part), await to.tables(part), part);
  const names = await from.reportNames();
  for (const name of names) {
    const bytes = await from.reports.find(name);
    if (bytes === undefined) throw new Fault('logDamaged', { file: `reports/${name}` });
    await to.reports.put(name, bytes);
  }
  const key = await from.writeKey();
  if (key !== undefined) await to.writeKey(key);
  await handKeysOn(from.keys, to.keys);
  return { rows, reports: names.length };
}

/** Beside a log in a file: tables, reports and keys as files of its folder. */
export function besideInFolder(folder: string): BesideLog {
  const opened: Tables[] = [];
  const key = join(folder, 'write.key');
  return {
    tables: async (part) => {
      const tables = openSqliteTables(join(folder, `${part.name}.db`), part);
      opened.push(tables);
      return tables;
    },
    reports: reportFiles(join(folder, 'reports')),
    reportNames: async () =>
      (await readdir(join(folder, 'reports')).catch(() => [])).filter((name) => /^[0-9a-f]{64}$/.test(name)),
    writeKey: async (made) => {
      if (made !== undefined) await writeFile(key, `${made}\n`, { mode: 0o600 });
      return existsSync(key) ? (await readFile(key, 'utf8')).trim() : undefined;
    },
    keys: keysInFolder(join(folder, 'log-keys')),
    close: async () => {
      for (const tables of opened) await tables.close();
    },
  };
}

/** Nothing of it is closed here: the database is whoever opened it's to close. */
export async function besideInDatabase(postgres: Postgres): Promise<BesideLog> {
  // Loaded where the settings name a database only.
  const [{ openPostgresTables }, { sharedSecret }] = await Promise.all([
    import('./database/postgres-tables.ts'),
    import('./database/shared-secret.ts'),
  ]);
  const reports = await openPostgresTables(postgres, reportsPart);
  return {
    tables: (part) => openPostgresTables(postgres, part),
    reports: sharedReports(reports),
    reportNames: async () =>
      (await reports.all('SELECT sha256 FROM report_file')).map(({ sha256 }) => String(sha256)),
    writeKey: (made) => sharedSecret(postgres, 'write key', made),
    keys: sharedKeys(await openPostgresTables(postgres, keysPart)),
    close: async () => undefined,
  };
}

/**
 * The keys that all nodes of a database sign with. Where it has none yet, those that this node has in its folder become
 * the keys of all, so that a log keeps its name when it comes to be shared.
 */
export async function keysOfAll(postgres: Postgres, folder: string): Promise<KeyStore> {
  const { keys } = await besideInDatabase(postgres);
  await handKeysOn(keysInFolder(folder), keys);
  return keys;
}

/** What the nodes of a database share, as the files of a node that has all in its folder: so a backup fits either engine. */
export function sharedParts(postgres: Postgres): SharedParts {
  const between = async (
    folder: string,
    copy: (files: BesideLog, shared: BesideLog) => Promise<unknown>,
  ): Promise<void> => {
    const files = besideInFolder(folder);
    try {
      await copy(files, await besideInDatabase(postgres));
    } finally {
      await files.close();
    }
  };
  return {
    layOut: (folder) => between(folder, (files, shared) => copyBeside(shared, files)),
    takeIn: (folder) => between(folder, copyBeside),
    isEmpty: async () => {
      const shared = await besideInDatabase(postgres);
      for (const part of parts) if (!(await isEmptyPart(await shared.tables(part), part))) return false;
      return (await shared.reportNames()).length === 0;
    },
  };
}
