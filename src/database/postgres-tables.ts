import { hash } from 'node:crypto';
import { asPostgres, asSchema } from './internal/dialect.ts';
import { migratePostgres } from './migrate-postgres.ts';
import type { Asking, Postgres } from './postgres.ts';
import type { Cell, Statements, Tables, TablesPart } from './tables.ts';

/**
 * The tables of one room in the database that all nodes share. Works (`together`) of one part take turns under a lock,
 * as they do in a file. @throws Fault as `migratePostgres` says.
 */
export async function openPostgresTables(postgres: Postgres, part: TablesPart): Promise<Tables> {
  await migratePostgres(postgres, {
    name: part.name,
    migrations: part.shared.map(asSchema),
    tables: part.tables,
  });
  const lock = `SELECT pg_advisory_xact_lock(${hash('sha256', part.name, 'buffer').readInt32BE()})`;
  const reading = statementsOver({
    ask: async (sql, values) => ({ rows: await postgres.read(sql, values), changed: 0 }),
  });
  return {
    shared: true,
    all: reading.all,
    one: reading.one,
    // A change is asked once: whether one that broke was done, only its room can tell.
    run: (sql, ...values) => postgres.change(asPostgres(sql), values),
    together: (work) =>
      postgres.together(async (line) => {
        await line.ask(lock);
        return work(statementsOver(line));
      }),
    atOneMoment: (look) =>
      postgres.together(async (line) => {
        await line.ask('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
        return look(statementsOver(line));
      }),
    goOnNumbering: async (table, column) => {
      await postgres.read(
        `SELECT setval(pg_get_serial_sequence('${table}', '${column}'), max(${column})) FROM ${table} HAVING max(${column}) IS NOT NULL`,
      );
    },
    scrub: async () => {
      await postgres.change(`VACUUM (FULL) ${part.tables.join(', ')}`);
    },
    close: async () => undefined,
  };
}

function statementsOver({ ask }: Asking): Statements {
  const rows = async (sql: string, values: readonly Cell[]) => (await ask(asPostgres(sql), values)).rows;
  return {
    all: (sql, ...values) => rows(sql, values),
    one: async (sql, ...values) => (await rows(sql, values))[0],
    run: async (sql, ...values) => (await ask(asPostgres(sql), values)).changed,
  };
}
