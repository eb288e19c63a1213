import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { type Reporter, vocabularyPath, writeIati } from '../exchange/iati/write-iati.ts';
import { inPieces } from '../exchange/in-pieces.ts';
import { today } from '../operations/house.ts';
import { reporters } from '../operations/iati/reporters.ts';
import type { Presented } from '../policy/present.ts';
import type { Register } from '../registers/register.ts';
import { originOf } from './address.ts';
import type { Asked } from './asked.ts';

export const iatiType = 'application/xml; charset=utf-8';

export interface IatiAnswer {
  readonly register: Register;
  readonly records: AsyncIterable<Presented>;
  /** When what the file says last changed, ISO 8601. */
  readonly generatedAt: string;
  readonly itself?: Reporter;
  /** Without what breaks the standard in sources. */
  readonly validAlone?: boolean;
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Records as an IATI file, written while it is read; packed by gzip for who takes that. */
export function iatiAnswer({ office, options, context }: Asked, answer: IatiAnswer): Response {
  const start = originOf(context, options);
  const texts = writeIati(answer.records, answer.register, {
    today: today(office),
    generatedAt: answer.generatedAt,
    vocabulary: `${start}/en${vocabularyPath}`,
    reporter: reporters(office, new URL(start).host),
    validAlone: answer.validAlone === true,
    ...(answer.itself === undefined ? {} : { itself: answer.itself }),
  });
  const bytes = Readable.from(inPieces(texts));
  const packed = takesGzip(context);
  // The types of node:stream and of the web's streams do not know each other.
  const stream = Readable.toWeb(bytes) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  return new Response(packed ? stream.pipeThrough(new CompressionStream('gzip')) : stream, {
    headers: {
      'content-type': iatiType,
      'content-disposition': `inline; filename="${answer.name}.xml"`,
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
      ...(packed ? { 'content-encoding': 'gzip' } : {}),
      ...answer.headers,
    },
  });
}

/** RFC 9110, 12.5.3: named, and not with the weight 0. */
function takesGzip(context: Context): boolean {
  const accepted = context.req.header('accept-encoding')?.toLowerCase() ?? '';
  return /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/.test(accepted);
}
