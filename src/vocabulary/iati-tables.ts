import { readdirSync, readFileSync } from 'node:fs';
import { type CodeTable, type CodeTableFile, type CodeTables, codeTable } from './code-table.ts';

const folder = new URL('./data/iati/', import.meta.url);
const known = new Map<string, CodeTable | undefined>();

/** Names of the lists that come with the program. */
export const shippedTableNames: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
  .sort();

/** The edition of a list of the IATI standard that comes with the program; read when it is first asked for. */
export function findShippedTable(list: string): CodeTable | undefined {
  if (known.has(list)) return known.get(list);
  const table = shippedTableNames.includes(list) ? read(list) : undefined;
  known.set(list, table);
  return table;
}

/** The editions that come with the program, of all lists. */
export const shippedTables: CodeTables = { find: findShippedTable };

function read(list: string): CodeTable {
  // Our own files, in the form that CodeTableFile says; a test reads them all.
  const file = JSON.parse(readFileSync(new URL(`${list}.json`, folder), 'utf8')) as CodeTableFile;
  return codeTable(file);
}
