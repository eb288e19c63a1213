import type { Context } from 'hono';
import { decodeText } from '../../exchange/files/decode-text.ts';
import { officeEncoding } from '../../exchange/files/office-encoding.ts';
import { sniff } from '../../exchange/files/sniff.ts';
import { markCsv } from '../../exchange/sheets/mark-csv.ts';
import { markBook } from '../../exchange/workbook/mark-book.ts';
import { formats } from '../../exchange/write-records.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { getUpload, rowsOf } from '../../operations/uploads/take-upload.ts';
import { wordsOf } from '../desk/desk-page.ts';
import { actorOf } from '../desk/visitor.ts';
import { marksOf } from './marks-of.ts';

/** The file that somebody sent, with a verdict and the reasons in each row. */
export async function markedFile(office: Office, c: Context): Promise<Response> {
  const actor = await actorOf(office, c);
  const upload = await getUpload(office, actor, c.req.param('id') ?? '');
  const bytes = await office.uploads.bytes(upload.id);
  if (bytes === undefined) throw new Fault('uploadGone', {});
  const marks = marksOf(wordsOf(c), upload, rowsOf(upload));
  const isBook = sniff(Buffer.from(bytes)).kind === 'zip';
  const marked = isBook
    ? markBook(Buffer.from(bytes), upload.file, marks, office.limits)
    : markCsv(await textOf(bytes, upload.language), marks);
  const name = encodeURIComponent(upload.file.replace(/\.(?:xlsx|csv|txt|tsv)$/i, ''));
  const { mediaType, extension } = isBook ? formats.xlsx : formats.csv;
  return new Response(typeof marked === 'string' ? marked : new Uint8Array(marked), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${name}-verdicts.${extension}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/** The text of a CSV file, in whatever it was read. */
async function textOf(bytes: Uint8Array, language: string): Promise<string> {
  async function* whole() {
    yield bytes;
  }
  let text = '';
  for await (const piece of decodeText(whole(), { encoding: officeEncoding(language) })) text += piece;
  return text;
}
