import { Fault } from '../kernel/fault.ts';
import { SumOfRows } from './internal/sum-of-rows.ts';
import type { Cell, Statements, TableRow, Tables, TablesPart } from './tables.ts';

/**
 * Makes the tables of a part the same as those of another engine as they are at one moment, whoever writes there: all in
 * one transaction, so that one that is broken off changes nothing. Row by row: however much there is, little of it is in
 * memory. Read again afterwards and compared by digest. Gives how many rows there are.
 * @throws Fault `logDamaged` {file} where what was read back is other than what was written.
 */
export async function copyTables(from: Tables, to: Tables, part: TablesPart): Promise<number> {
  const given = await from.atOneMoment(({ each }) =>
    to.together(async ({ run }) => {
      for (const table of [...part.tables].reverse()) await run(`DELETE FROM ${table}`);
      const sum = new SumOfRows();
      for (const table of part.tables)
        for await (const row of each(`SELECT * FROM ${table}`)) {
          sum.add(table, row);
          await insert(run, table, row);
        }
      return sum;
    }),
  );
  for (const [table, column] of Object.entries(part.numbered ?? {})) await to.goOnNumbering(table, column);
  const back = await to.atOneMoment(async ({ each }) => {
    const sum = new SumOfRows();
    for (const table of part.tables)
      for await (const row of each(`SELECT * FROM ${table}`)) sum.add(table, row);
    return sum;
  });
  if (!back.equals(given)) throw new Fault('logDamaged', { file: part.name });
  return given.rows;
}

/** Whether the tables of a part hold nothing. */
export async function isEmptyPart(tables: Tables, part: TablesPart): Promise<boolean> {
  for (const table of part.tables)
    if ((await tables.one(`SELECT 1 AS there FROM ${table} LIMIT 1`)) !== undefined) return false;
  return true;
}

async function insert(run: Statements['run'], table: string, row: TableRow): Promise<void> {
  const columns = Object.keys(row);
  // Both engines give texts, numbers, bytes and null, and nothing else.
  const values = Object.values(row) as Cell[];
  await run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...values,
  );
}
