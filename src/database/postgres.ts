import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Fault } from '../kernel/fault.ts';
import type { DatabaseAddress } from './database-address.ts';
import { databaseFault, isLost, isReadOnly, isStalePlan } from './database-fault.ts';
import { lookAt, type Seen } from './internal/look-at.ts';
import { plainTypes } from './internal/plain-types.ts';
import { preparedName } from './internal/prepared.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Value =
  | string
  | number
  | bigint
  | null
  | Uint8Array
  | readonly (string | number | null | Uint8Array)[];

/** One connection that was looked at. */
export interface Asking {
  /**
   * One statement with values, or several without; of several the rows of the last. On a line of one's own what is asked
   * before the last answer is sent at once: answers come in order, and what fails fails alone.
   */
  ask(
    sql: string,
    values?: readonly Value[],
  ): Promise<{ readonly rows: readonly Row[]; readonly changed: number }>;
}

/** A connection of one's own, until it is ended or breaks. */
export interface Line extends Asking {
  /** Hears what the server says besides answers. */
  readonly client: pg.Client;
  end(): Promise<void>;
}

export interface PostgresOptions {
  readonly address: DatabaseAddress;
  /** How long it is looked for a server that takes writes, in milliseconds. Default 15,000. */
  readonly patienceMs?: number;
  /** Connections at the same time, besides lines of one's own. Default 6. */
  readonly most?: number;
}

/** Looks at a new connection before it is used. @throws Fault for a server that must not be written to. */
export type Fence = (line: Asking, seen: Seen) => Promise<void>;

const connectPatienceMs = 3_000;
const betweenTriesMs = 100;

/**
 * All tables of the program stand in this schema. What is kept prepared is planned once: every question is led by an
 * index, whatever it looks for, and planning it anew costs more than answering it.
 */
const settings = '-c search_path=southbridge -c plan_cache_mode=force_generic_plan';

/** The server that takes writes, wherever it is now. What breaks with a connection is looked for at the other hosts. */
export class Postgres {
  readonly name: string;
  readonly patienceMs: number;
  readonly #hosts: readonly string[];
  readonly #most: number;
  readonly #fences: Fence[] = [];
  #host = 0;
  #pool: pg.Pool | undefined;
  #closed = false;

  constructor({ address, patienceMs = 15_000, most = 6 }: PostgresOptions) {
    this.name = address.name;
    this.patienceMs = patienceMs;
    this.#hosts = address.hosts;
    this.#most = most;
  }

  /** From now on new connections have to pass this too. */
  addFence(fence: Fence): void {
    this.#fences.push(fence);
  }

  /** The same servers without fences: for looking at what must not be written to. To be closed by itself. */
  unfenced(): Postgres {
    const { name, patienceMs } = this;
    return new Postgres({ address: { name, hosts: this.#hosts }, patienceMs, most: 2 });
  }

  /** Asks what changes nothing: asked again of another server where a connection breaks. */
  async read(sql: string, values: readonly Value[] = []): Promise<readonly Row[]> {
    return this.#patiently(async () => (await this.#once((client) => asking(client).ask(sql, values))).rows);
  }

  /**
   * Work in one transaction, all or nothing. Done again from its beginning as long as nothing was sent to be committed;
   * a connection that breaks while the server commits is Fault `outcomeUnknown`.
   */
  async together<Answer>(work: (line: Asking) => Promise<Answer>): Promise<Answer> {
    return this.#patiently(() =>
      this.#once(async (client) => {
        const line = asking(client);
        await line.ask("BEGIN; SET LOCAL lock_timeout = '10s'");
        try {
          const answer = await work(line);
          await this.#commit(line);
          return answer;
        } catch (error) {
          // Whatever the reason is, it is told; a connection that is gone has rolled back by itself.
          await line.ask('ROLLBACK').catch(() => undefined);
          throw error;
        }
      }),
    );
  }

  /**
   * One statement that changes something, by itself; gives how many rows. Asked once: a connection that breaks meanwhile
   * is Fault `outcomeUnknown`.
   */
  async change(sql: string, values: readonly Value[] = []): Promise<number> {
    return this.#patiently(() =>
      this.#once(async (client) => {
        try {
          return (await asking(client).ask(sql, values)).changed;
        } catch (error) {
          if (isLost(error) && !isReadOnly(error) && !isStalePlan(error))
            throw new Fault('outcomeUnknown', { place: this.name }, error);
          throw error;
        }
      }),
    );
  }

  async #commit(line: Asking): Promise<void> {
    try {
      await line.ask('COMMIT');
    } catch (error) {
      if (isLost(error)) throw new Fault('outcomeUnknown', { place: this.name }, error);
      throw error;
    }
  }

  /** A connection of one's own to the server that takes writes. @throws Fault `databaseUnreachable`, `databaseReadOnly`, `oldPrimary` … */
  async line(): Promise<Line> {
    return this.#patiently(async () => {
      const client = new pg.Client({ ...this.#config(), pipeline: true });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await this.#check(client);
      } catch (error) {
        await client.end().catch(() => undefined);
        throw error;
      }
      return { ...asking(client), client, end: () => client.end().catch(() => undefined) };
    });
  }

  /** A second call does nothing. */
  async close(): Promise<void> {
    this.#closed = true;
    const pool = this.#pool;
    this.#pool = undefined;
    await pool?.end().catch(() => undefined);
  }

  /** Tries again at the next host while the trouble is with the connection, as long as patience lasts. */
  async #patiently<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const deadline = performance.now() + this.patienceMs;
    for (;;) {
      const host = this.#host;
      try {
        return await work();
      } catch (error) {
        const elsewhere = isLost(error) || (error instanceof Fault && error.code === 'oldPrimary');
        if (!elsewhere || this.#closed || performance.now() > deadline) throw databaseFault(error, this.name);
        this.#goOn(host);
        await sleep(betweenTriesMs);
      }
    }
  }

  /** Leaves the host that failed, unless somebody has left it meanwhile. */
  #goOn(from: number): void {
    if (from !== this.#host) return;
    this.#host = (from + 1) % this.#hosts.length;
    const pool = this.#pool;
    this.#pool = undefined;
    pool?.end().catch(() => undefined);
  }

  async #once<Answer>(work: (client: pg.ClientBase) => Promise<Answer>): Promise<Answer> {
    this.#pool ??= this.#newPool();
    const client = await this.#pool.connect();
    let lost = false;
    try {
      return await work(client);
    } catch (error) {
      lost = isLost(error);
      throw error;
    } finally {
      client.release(lost);
    }
  }

  #newPool(): pg.Pool {
    const pool = new pg.Pool({
      ...this.#config(),
      max: this.#most,
      idleTimeoutMillis: 60_000,
      // Declared without its answer; pg-pool 3.14 waits for the promise and throws away a connection for which it fails.
      onConnect: (client) => {
        // A connection may break between two questions: the next who asks is told.
        client.on('error', () => undefined);
        return this.#check(client);
      },
    });
    // An idle connection broke: the next who asks finds out.
    pool.on('error', () => undefined);
    return pool;
  }

  async #check(client: pg.ClientBase): Promise<void> {
    const line = asking(client);
    const seen = await lookAt(line, this.name);
    for (const fence of this.#fences) await fence(line, seen);
  }

  #config(): pg.ClientConfig {
    return {
      connectionString: this.#hosts[this.#host] ?? '',
      options: settings,
      application_name: 'southbridge',
      connectionTimeoutMillis: connectPatienceMs,
      keepAlive: true,
      types: plainTypes,
    };
  }
}

function asking(client: pg.ClientBase): Asking {
  return {
    ask: async (sql, values) => {
      const answer = await (values === undefined || values.length === 0
        ? client.query(sql)
        : client.query({ name: preparedName(sql), text: sql, values: [...values] }));
      const last: pg.QueryResult | undefined = Array.isArray(answer) ? answer.at(-1) : answer;
      return { rows: last?.rows ?? [], changed: last?.rowCount ?? 0 };
    },
  };
}
