import { Fault } from '../../kernel/fault.ts';
import type { Asking } from '../postgres.ts';

/** What a server says of itself. */
export interface Seen {
  /** Rises with every promotion of a standby; 0 where the service does not tell. */
  readonly timeline: number;
  /** The same for all servers that were copied from one another; empty where the service does not tell. */
  readonly system: string;
}

const oldestVersion = 150_000;

/**
 * Looks whether a server can be written to at all.
 * @throws Fault `databaseReadOnly` for a standby, `wrongDatabase` for one that is too old or keeps another encoding.
 */
export async function lookAt(line: Asking, place: string): Promise<Seen> {
  const { rows } = await line.ask(
    `SELECT pg_is_in_recovery() AS standby, current_setting('default_transaction_read_only') AS read_only,
      current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding`,
  );
  const [row = {}] = rows;
  if (row['standby'] === true || row['read_only'] === 'on') throw new Fault('databaseReadOnly', { place });
  const version = Number(row['version']);
  if (version < oldestVersion)
    throw new Fault('wrongDatabase', {
      place,
      got: `PostgreSQL ${Math.floor(version / 10_000)}`,
      right: 'PostgreSQL ≥ 15',
    });
  if (row['encoding'] !== 'UTF8')
    throw new Fault('wrongDatabase', { place, got: String(row['encoding']), right: 'ENCODING UTF8' });
  return { timeline: await timelineOf(line), system: await systemOf(line) };
}

async function systemOf(line: Asking): Promise<string> {
  try {
    const { rows } = await line.ask('SELECT system_identifier::text AS system FROM pg_control_system()');
    return String(rows[0]?.['system'] ?? '');
  } catch {
    return '';
  }
}

/** The first eight digits in the name of the file of the log of writes (27.3 of the documentation). */
async function timelineOf(line: Asking): Promise<number> {
  try {
    const { rows } = await line.ask('SELECT pg_walfile_name(pg_current_wal_lsn()) AS name');
    return Number.parseInt(String(rows[0]?.['name']).slice(0, 8), 16);
  } catch {
    // Some services keep these functions to themselves.
    return 0;
  }
}
