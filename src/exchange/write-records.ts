import type { Presented } from '../policy/present.ts';
import { inPieces } from './in-pieces.ts';
import { writeJson, writeJsonLines } from './json/write-json.ts';
import { writeCsv } from './sheets/write-csv.ts';
import { type BookOptions, writeBook } from './workbook/write-book.ts';

export type RecordFormat = 'csv' | 'xlsx' | 'json' | 'jsonl';

/** The formats in which records leave the house, in the order offered. */
export const formats: Readonly<
  Record<
    RecordFormat,
    { readonly format: RecordFormat; readonly mediaType: string; readonly extension: string }
  >
> = {
  csv: { format: 'csv', mediaType: 'text/csv; charset=utf-8', extension: 'csv' },
  xlsx: {
    format: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
  },
  json: { format: 'json', mediaType: 'application/json; charset=utf-8', extension: 'json' },
  jsonl: { format: 'jsonl', mediaType: 'application/jsonl; charset=utf-8', extension: 'jsonl' },
};

export interface WriteContext {
  /** The web address at which a record is shown. */
  address(record: Presented): string;
  /** The day, `YYYY-MM-DD`, for which JSON says how fresh a record is. */
  readonly today: string;
  /** Words, node and further wishes for a workbook; without them its columns have their bare names. */
  readonly book?: Pick<BookOptions, 'words' | 'node' | 'registers'>;
  /** A row of HXL hashtags under the header of a table. */
  readonly hashtags?: boolean;
}

/**
 * Writes records in one of the formats. What is written can be read again by `readFile` and gives the same values.
 * @throws Fault `fileTooLarge` for more records than a workbook should hold.
 */
export async function* writeRecords(
  format: RecordFormat,
  records: AsyncIterable<Presented>,
  context: WriteContext,
): AsyncGenerator<Uint8Array> {
  if (format === 'xlsx')
    yield* writeBook(records, { ...context.book, ...context, address: (record) => context.address(record) });
  else yield* inPieces(textWriters[format](records, context));
}

const textWriters = { csv: writeCsv, json: writeJson, jsonl: writeJsonLines };
