import { hash } from 'node:crypto';
import { asPostgres, asSchema } from './internal/dialect.ts';
import { migratePostgres } from './migrate-postgres.ts';
import type { Asking, Postgres } from './postgres.ts';
import type { Cell, Statements, TableRow, Tables, TablesPart } from './tables.ts';

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
        const { all, one } = statementsOver(line);
        return look({ all, one, each: (sql) => rowsOf(line, sql) });
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

/** Rows that are fetched at a time, where they are of texts and numbers alone. */
const mostRows = 128;
let cursors = 0;

async function* rowsOf({ ask }: Asking, sql: string): AsyncGenerator<TableRow> {
  cursors += 1;
  const name = `rows_${cursors}`;
  await ask(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`);
  for (let count = 1; ; ) {
    const { rows } = await ask(`FETCH ${count} FROM ${name}`);
    yield* rows;
    if (rows.length < count) break;
    // Where a column holds bytes, each row may be a file of many megabytes: one at a time.
    const small = !rows.some((row) => Object.values(row).some((cell) => cell instanceof Uint8Array));
    count = small ? Math.min(mostRows, count * 2) : 1;
  }
  await ask(`CLOSE ${name}`);
}

function statementsOver({ ask }: Asking): Statements {
  const rows = async (sql: string, values: readonly Cell[]) => (await ask(asPostgres(sql), values)).rows;
  return {
    all: (sql, ...values) => rows(sql, values),
    one: async (sql, ...values) => (await rows(sql, values))[0],
    run: async (sql, ...values) => (await ask(asPostgres(sql), values)).changed,
  };
}
