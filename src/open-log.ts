import { join } from 'node:path';
import type { OpenHouse } from './cli/doors.ts';
import type { Settings } from './config.ts';
import { databaseAddress } from './database/database-address.ts';
import type { Postgres } from './database/postgres.ts';
import { openSqliteLog } from './log/sqlite-log.ts';
import type { RecordLog } from './operations/ports.ts';

/** A house, and the database that it shares with other nodes, where there is one. */
export interface OpenedHouse extends OpenHouse {
  readonly postgres?: Postgres;
}

export interface OpenedLog {
  readonly log: RecordLog;
  readonly postgres?: Postgres;
  close(): Promise<void>;
}

/** The log where the settings say: in a file of the folder, or in PostgreSQL, whose driver is loaded only then. */
export async function openLog(
  { dataDir, databaseUrl }: Pick<Settings, 'dataDir' | 'databaseUrl'>,
  { postsAlone = false } = {},
): Promise<OpenedLog> {
  if (databaseUrl === '') {
    const log = openSqliteLog({ file: join(dataDir, 'southbridge.db'), postsAlone });
    return { log, close: () => log.close() };
  }
  const [{ Postgres: Database }, { openPostgresLog }] = await Promise.all([
    import('./database/postgres.ts'),
    import('./log/postgres-log.ts'),
  ]);
  const postgres = new Database({ address: databaseAddress(databaseUrl) });
  try {
    const log = await openPostgresLog({ postgres, memory: join(dataDir, 'acknowledged.json'), postsAlone });
    return {
      log,
      postgres,
      close: async () => {
        await log.close();
        await postgres.close();
      },
    };
  } catch (error) {
    await postgres.close();
    throw error;
  }
}
