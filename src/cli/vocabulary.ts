import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { openInputFile } from '../exchange/files/open-input-file.ts';
import { readEdition } from '../exchange/iati/check/codelists/read-edition.ts';
import { Fault } from '../kernel/fault.ts';
import { shippedTableNames } from '../vocabulary/iati-tables.ts';
import type { Doors } from './doors.ts';

const examples = `
Code lists of the IATI standard come with the program; a newer edition takes the place of the old one from then on, also in
a program that is running. Files are those that the standard publishes, as XML or JSON.

Examples:
  southbridge vocabulary
  southbridge vocabulary update Sector.xml Country.json`;

export function vocabularyCommand(doors: Doors): Command {
  const command = new Command('vocabulary')
    .description('Editions of the code lists of the IATI standard')
    .option('--json', 'write one list a line, as JSON')
    .addHelpText('after', examples)
    .action((options: { readonly json?: boolean }) => list(doors, options.json === true));
  command
    .command('update')
    .description('Take in newer editions')
    .argument('<file...>', 'code lists as the standard publishes them')
    .action((files: string[]) => update(doors, files));
  return command;
}

function list({ editions, terminal }: Doors, json: boolean): void {
  for (const name of shippedTableNames) {
    const table = editions.tables().find(name);
    if (table === undefined) continue;
    const { complete, asOf, source, codes } = table;
    const own = editions.isStored(name);
    terminal.out(
      json
        ? `${JSON.stringify({ list: name, asOf, codes: codes.size, complete, stored: own, source })}\n`
        : `${name.padEnd(32)} ${asOf.padEnd(10)} ${String(codes.size).padStart(5)} codes${own ? '  (stored here)' : ''}\n`,
    );
  }
}

/** @throws Fault for what is no code list, or one that no check asks for. */
async function update({ editions, terminal, standard }: Doors, files: readonly string[]): Promise<void> {
  for (const path of files) {
    await openInputFile(path);
    const day = standard.clock.now().toISOString().slice(0, 10);
    const edition = readEdition(await readFile(path, 'utf8'), basename(path), day);
    if (!shippedTableNames.includes(edition.list)) {
      const right = shippedTableNames.join(', ');
      throw new Fault('unknownFormat', { file: basename(path), got: edition.list, right });
    }
    const before = editions.tables().find(edition.list);
    editions.store(edition);
    const after = editions.tables().find(edition.list);
    const added = [...(after?.codes.keys() ?? [])].filter((code) => before?.codes.has(code) !== true);
    const gone = [...(before?.codes.keys() ?? [])].filter((code) => after?.codes.has(code) !== true);
    terminal.out(
      `${edition.list}: edition of ${after?.asOf}, ${after?.codes.size} codes (${added.length} new, ${gone.length} no longer there) in place of ${before?.asOf}\n`,
    );
  }
}
