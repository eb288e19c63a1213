import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CodeTable,
  type CodeTableFile,
  type CodeTables,
  codeTable,
} from '../../../../vocabulary/code-table.ts';
import { findShippedTable, shippedTables } from '../../../../vocabulary/iati-tables.ts';

/** Editions that were stored end so; the list's name and the edition's date stand before. */
const ending = '.codelist.json';

/**
 * The code lists in use: for each list the latest edition that was stored in the folder, else the one that comes with the
 * program. Notices when an edition is added, also by another program.
 */
export class Editions {
  readonly #folder: string;
  #seen = -1;
  #tables: CodeTables = shippedTables;
  #files = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The same object as long as no edition was added: what was made ready for it stays good. */
  tables(): CodeTables {
    const changed = statSync(this.#folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changed !== this.#seen) {
      this.#seen = changed;
      this.#files = latestIn(this.#folder);
      const read = new Map<string, CodeTable>();
      this.#tables = {
        find: (list) => {
          const file = this.#files.get(list);
          if (file === undefined) return findShippedTable(list);
          const table = read.get(list) ?? readTable(join(this.#folder, file));
          read.set(list, table);
          return table;
        },
      };
    }
    return this.#tables;
  }

  /** Whether the edition in use of the list was stored here. */
  isStored(list: string): boolean {
    this.tables();
    return this.#files.has(list);
  }

  /** Keeps an edition; from now on it is the one in use unless a later one is there. */
  store(edition: CodeTableFile): void {
    mkdirSync(this.#folder, { recursive: true });
    const path = join(
      this.#folder,
      `${edition.list}.${edition.asOf.slice(0, 10).replace(/[^\d-]/g, '')}${ending}`,
    );
    // Written aside and renamed: whoever reads meanwhile finds the whole of one edition.
    writeFileSync(`${path}.new`, `${JSON.stringify(edition)}\n`);
    renameSync(`${path}.new`, path);
    this.#seen = -1;
  }
}

function latestIn(folder: string): Map<string, string> {
  const latest = new Map<string, string>();
  const files =
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : [];
  for (const file of files.filter((name) => name.endsWith(ending)).sort()) {
    latest.set(file.slice(0, file.indexOf('.')), file);
  }
  return latest;
}

function readTable(path: string): CodeTable {
  // Written by `store` above.
  return codeTable(JSON.parse(readFileSync(path, 'utf8')) as CodeTableFile);
}
