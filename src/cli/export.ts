import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { formats, type RecordFormat, writeRecords } from '../exchange/write-records.ts';
import { collect } from '../operations/collect.ts';
import { today } from '../operations/house.ts';
import type { Doors } from './doors.ts';
import { collected, filtersFrom } from './internal/criteria.ts';

interface ExportOptions {
  readonly format: RecordFormat;
  readonly out?: string;
  readonly filter: readonly string[];
}

const examples = `
Examples:
  southbridge export --format jsonl > everything.jsonl
  southbridge export "water" --filter provider=MA --format xlsx --out water.xlsx`;

export function exportCommand(doors: Doors): Command {
  return new Command('export')
    .description('Write all records that a search finds: CSV, Excel, JSON or JSON Lines')
    .argument('[words]', 'words to search for; without them everything', '')
    .addOption(
      new Option('--format <format>', 'form of the file').choices(Object.keys(formats)).default('jsonl'),
    )
    .option('--out <file>', 'file to write; standard output without it')
    .option('--filter <facet=value>', 'only records with this value; may be repeated', collected, [])
    .addHelpText('after', examples)
    .action(async (words: string, options: ExportOptions) => {
      const filters = filtersFrom(options.filter);
      const { house, close } = await doors.open({ index: true });
      try {
        const records = collect(house, {
          words,
          lang: doors.lang,
          filters,
          sort: words === '' ? 'newest' : 'best',
        });
        const bytes = writeRecords(options.format, records, {
          address: (record) => doors.address(record.register.name, record.id, doors.lang),
          today: today(house),
        });
        const target = options.out === undefined ? process.stdout : createWriteStream(options.out);
        await pipeline(Readable.from(bytes), target, { end: options.out !== undefined });
      } finally {
        await close();
      }
    });
}
