import { canonicalJson, sha256 } from '../kernel/canonical-json.ts';
import { Fault } from '../kernel/fault.ts';
import type { Cell, Statements, TableRow, Tables, TablesPart } from './tables.ts';

/**
 * Makes the tables of a part the same as those of another engine as they are at one moment, whoever writes there: all in
 * one transaction, so that one that is broken off changes nothing. Read again afterwards and compared by hash. Gives how many rows there are.
 * @throws Fault `logDamaged` {file} where what was read back is other than what was written.
 */
export async function copyTables(from: Tables, to: Tables, part: TablesPart): Promise<number> {
  const given = await from.atOneMoment((rows) => contentOf(rows, part));
  await to.together(async (within) => {
    for (const table of [...part.tables].reverse()) await within.run(`DELETE FROM ${table}`);
    for (const [table, rows] of given) for (const row of rows) await insert(within, table, row);
  });
  for (const [table, column] of Object.entries(part.numbered ?? {})) await to.goOnNumbering(table, column);
  const back = await to.atOneMoment((rows) => contentOf(rows, part));
  if (hashOf(back) !== hashOf(given)) throw new Fault('logDamaged', { file: part.name, seq: 0 });
  return [...given.values()].reduce((sum, rows) => sum + rows.length, 0);
}

/** Whether the tables of a part hold nothing. */
export async function isEmptyPart(tables: Tables, part: TablesPart): Promise<boolean> {
  for (const table of part.tables)
    if ((await tables.one(`SELECT 1 AS there FROM ${table} LIMIT 1`)) !== undefined) return false;
  return true;
}

async function contentOf(
  { all }: Pick<Statements, 'all'>,
  { tables }: TablesPart,
): Promise<ReadonlyMap<string, readonly TableRow[]>> {
  const content = new Map<string, readonly TableRow[]>();
  for (const table of tables) content.set(table, await all(`SELECT * FROM ${table}`));
  return content;
}

async function insert({ run }: Statements, table: string, row: TableRow): Promise<void> {
  const columns = Object.keys(row);
  // Both engines give texts, numbers, bytes and null, and nothing else.
  const values = Object.values(row) as Cell[];
  await run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...values,
  );
}

/** The order of rows does not count: without ORDER BY no engine promises any. */
function hashOf(content: ReadonlyMap<string, readonly TableRow[]>): string {
  const lines = [...content].flatMap(([table, rows]) =>
    rows.map((row) => `${table} ${canonicalJson(plain(row))}`),
  );
  return sha256(lines.sort().join('\n'));
}

function plain(row: TableRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ]),
  );
}
