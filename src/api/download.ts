import { formats, type RecordFormat, writeRecords } from '../exchange/write-records.ts';
import type { Presented } from '../policy/present.ts';

/** Records as a file to keep, written while it is read. */
export function download(
  format: RecordFormat,
  name: string,
  records: AsyncIterable<Presented>,
  address: (record: Presented) => string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { mediaType, extension } = formats[format];
  return new Response(ReadableStream.from(writeRecords(format, records, { address })), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}.${extension}"`,
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}
