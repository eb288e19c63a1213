import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { vocabularyPath, writeIati } from '../exchange/iati/write-iati.ts';
import { inPieces } from '../exchange/in-pieces.ts';
import { formats, type RecordFormat, writeRecords } from '../exchange/write-records.ts';
import type { Audience } from '../fields/field.ts';
import { collect } from '../operations/collect.ts';
import { type House, today } from '../operations/house.ts';
import { reporters } from '../operations/iati/reporters.ts';
import { getRegister } from '../registers/all-registers.ts';
import { onWords } from '../wording/reserved.ts';
import { sheetWords } from '../wording/sheet-words.ts';
import type { Doors } from './doors.ts';
import { collected, filtersFrom } from './internal/criteria.ts';
import { noteAddress } from './internal/note-address.ts';

interface ExportOptions {
  readonly format: RecordFormat | 'iati';
  readonly public?: boolean;
  readonly out?: string;
  readonly filter: readonly string[];
  readonly hxl?: boolean;
  readonly template?: string;
}

const examples = `
Examples:
  southbridge export --format jsonl > everything.jsonl
  southbridge export "water" --filter provider=MA --format xlsx --out water.xlsx
  southbridge export --template activity --out activities.xlsx
  southbridge export --format iati --out activities.xml
  southbridge export --format iati --filter kind=organisation --public > organisations.xml`;

export function exportCommand(doors: Doors): Command {
  return new Command('export')
    .description('Write all records that a search finds: CSV, Excel, JSON, JSON Lines or IATI')
    .argument('[words]', 'words to search for; without them everything', '')
    .addOption(
      new Option('--format <format>', 'form of the file')
        .choices([...Object.keys(formats), 'iati'])
        .default('jsonl'),
    )
    .option('--out <file>', 'file to write; standard output without it')
    .option('--filter <facet=value>', 'only records with this value; may be repeated', collected, [])
    .option('--public', 'IATI: leave out what not everybody may see, such as the contacts of publishers')
    .option('--hxl', 'with a row of HXL hashtags under the header of a table')
    .option('--template <register>', 'an empty Excel workbook for the records of a register')
    .addHelpText('after', examples)
    .action(async (words: string, options: ExportOptions) => {
      const filters = filtersFrom(options.filter);
      const { house, close } = await doors.open({ index: true });
      try {
        if (options.template === undefined) noteAddress(doors);
        const request = { words, lang: doors.lang, filters, sort: words === '' ? 'newest' : 'best' } as const;
        const bytes =
          options.format === 'iati'
            ? iatiBytes(house, doors, request, options.public === true ? 'everybody' : 'focalPoint')
            : recordBytes(house, doors, request, { ...options, format: options.format });
        const target = options.out === undefined ? process.stdout : createWriteStream(options.out);
        await pipeline(Readable.from(bytes), target, { end: options.out !== undefined });
      } finally {
        await close();
      }
    });
}

type Request = Parameters<typeof collect>[1];

/** Records as a table or as JSON; with `template` a workbook without any. */
function recordBytes(
  house: House,
  doors: Doors,
  request: Request,
  { format, hxl, template }: ExportOptions & { readonly format: RecordFormat },
): AsyncGenerator<Uint8Array> {
  const empty = template === undefined ? undefined : getRegister(template);
  const records = empty === undefined ? collect(house, request) : none();
  return writeRecords(empty === undefined ? format : 'xlsx', records, {
    address: (record) => doors.address(record.register.name, record.id, doors.lang),
    today: today(house),
    hashtags: hxl === true,
    book: {
      words: sheetWords(doors.lang, onWords(house.board.reservations())),
      node: doors.node,
      registers: empty === undefined ? [] : [empty],
    },
  });
}

async function* none(): AsyncGenerator<never> {}

/**
 * Activities, or organisations where those alone are asked for. Whoever sits at the node's own console holds all of it:
 * what publishers said goes back whole unless the public form is wanted.
 */
async function* iatiBytes(
  house: House,
  doors: Doors,
  request: Request,
  keptFor: Audience,
): AsyncGenerator<Uint8Array> {
  const { kind = [] } = request.filters;
  const register = getRegister(kind.length === 1 && kind[0] === 'organisation' ? 'organisation' : 'activity');
  const filters = { ...request.filters, kind: [register.name] };
  const { origin, host } = new URL(doors.address(register.name, '', doors.lang));
  const texts = writeIati(collect(house, { ...request, filters }, { keptFor }), register, {
    today: today(house),
    generatedAt: house.clock.now().toISOString(),
    vocabulary: `${origin}/en${vocabularyPath}`,
    reporter: reporters(house, host),
    onLeftOut: ({ id }) => doors.terminal.err(`${id}: left out, IATI wants a start date.\n`),
  });
  yield* inPieces(texts);
}
