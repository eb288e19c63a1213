import { Command } from 'commander';
import { type LangText, textIn } from '../kernel/lang-text.ts';
import { find } from '../operations/find.ts';
import type { Presented } from '../policy/present.ts';
import type { Doors } from './doors.ts';
import { collected, filtersFrom } from './internal/criteria.ts';

interface SearchOptions {
  readonly filter: readonly string[];
  readonly page: string;
  readonly json?: boolean;
}

const examples = `
Words may be "quoted phrases" and -excluded; words* match by their beginning.

Examples:
  southbridge search "human milk" --filter host=MZ
  southbridge search 南南合作 --json`;

export function searchCommand(doors: Doors): Command {
  return new Command('search')
    .description('Find records by words and filters')
    .argument('[words]', 'words to search for', '')
    .option('--filter <facet=value>', 'only records with this value; may be repeated', collected, [])
    .option('--page <number>', 'page of 20 records', '1')
    .option('--json', 'write the answer as JSON, with facet counts')
    .addHelpText('after', examples)
    .action(async (words: string, options: SearchOptions) => {
      const filters = filtersFrom(options.filter);
      const { house, close } = await doors.open({ index: true });
      try {
        const sort = words === '' ? 'newest' : 'best';
        const found = await find(house, {
          words,
          lang: doors.lang,
          filters,
          sort,
          page: Number(options.page),
          pageSize: 20,
        });
        if (options.json === true) {
          const records = found.records.map((record) => line(record, doors));
          const { total, page, pages, facets, recognised } = found;
          doors.terminal.out(
            `${JSON.stringify({ total, page, pages, records, facets, recognised }, null, 2)}\n`,
          );
          return;
        }
        doors.terminal.out(
          `${found.total.toLocaleString('en')} records, page ${found.page} of ${found.pages}\n`,
        );
        for (const record of found.records) {
          const { register, id, title } = line(record, doors);
          doors.terminal.out(`${register.padEnd(13)} ${id.padEnd(16)} ${title}\n`);
        }
      } finally {
        await close();
      }
    });
}

function line(record: Presented, doors: Doors) {
  const { register, id } = record;
  // The title of every register is a text in languages (held by the contract tests of registers).
  const title = textIn(record.values[register.title] as LangText, doors.lang).text;
  return { register: register.name, id, title, address: doors.address(register.name, id, doors.lang) };
}
