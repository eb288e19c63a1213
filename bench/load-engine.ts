import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openPostgresLog } from '../src/log/postgres-log.ts';
import { openSqliteLog } from '../src/log/sqlite-log.ts';
import type { RecordLog } from '../src/operations/ports.ts';
import { openAt } from '../tests/fixtures/postgres-pair.ts';
import { startPostgres } from '../tests/fixtures/postgres-server.ts';
import { southbridgeWith } from '../tests/fixtures/running-house.ts';
import { processorSeconds } from './load-yardsticks.ts';

export const engines = ['sqlite', 'postgres'] as const;
export type Engine = (typeof engines)[number];

/** Where the log of a node under load stands. */
export interface LoadEngine {
  /** Settings of the node. */
  readonly environment: Readonly<Record<string, string>>;
  /** Works with the log, closed afterwards. */
  withLog<Answer>(work: (log: RecordLog) => Promise<Answer>): Promise<Answer>;
  /** Processor time that the database has had beside the nodes, in seconds: none with a file. */
  processorSeconds(): number;
  stop(): Promise<void>;
}

/** The node in a folder as it is, or moved to a PostgreSQL of its own that forces to disk what it acknowledges. */
export async function engineFor(engine: Engine, folder: string): Promise<LoadEngine> {
  if (engine === 'sqlite') {
    const withLog: LoadEngine['withLog'] = async (work) => {
      const log = openSqliteLog({ file: join(folder, 'southbridge.db'), readOnly: true });
      const answer = await work(log);
      await log.close();
      return answer;
    };
    return { environment: {}, withLog, processorSeconds: () => 0, stop: async () => undefined };
  }
  const server = await startPostgres({ durable: true });
  const url = server.url('postgres');
  console.log('moving the node to PostgreSQL');
  const moved = await southbridgeWith({ DATA_DIR: folder, DATABASE_URL: '' }, 'move', '--to', url);
  if (moved.code !== 0) throw new Error(moved.err);
  await settle(url);
  const root = Number(readFileSync(join(server.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    environment: { DATABASE_URL: url },
    withLog: async (work) => {
      const postgres = openAt([server]);
      const log = await openPostgresLog({ postgres });
      const answer = await work(log);
      await log.close();
      await postgres.close();
      return answer;
    },
    processorSeconds: () => [root, ...childrenOf(root)].reduce((sum, pid) => sum + processorSeconds(pid), 0),
    stop: () => server.stop(),
  };
}

/** What PostgreSQL would do in the background after so much was written, so that it is not counted as load. */
async function settle(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
  await client.end();
}

/** Processes that a process has started and that are still there (Linux). */
function childrenOf(pid: number): readonly number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}
