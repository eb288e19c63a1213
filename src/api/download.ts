import { formats, type RecordFormat, type WriteContext, writeRecords } from '../exchange/write-records.ts';
import { Fault } from '../kernel/fault.ts';
import type { Presented } from '../policy/present.ts';

/** What a record or search at `.{format}` may come as. */
export const recordFileTypes: readonly string[] = (['jsonl', 'csv', 'xlsx'] as const).map(
  (format) => formats[format].mediaType,
);

/** Records as a file to keep, written while it is read. */
export function download(
  format: RecordFormat,
  name: string,
  records: AsyncIterable<Presented>,
  context: WriteContext,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { mediaType, extension } = formats[format];
  return new Response(ReadableStream.from(writeRecords(format, records, context)), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}.${extension}"`,
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}

/** The format that the end of an address names. @throws Fault `unknownFormat`. */
export function formatOf(file: string | undefined): RecordFormat {
  const ending = file?.split('.').at(-1) ?? '';
  if (!Object.hasOwn(formats, ending)) {
    throw new Fault('unknownFormat', { file: ending, right: Object.keys(formats).join(', ') });
  }
  // Own keys of `formats` are the names of formats.
  return ending as RecordFormat;
}
