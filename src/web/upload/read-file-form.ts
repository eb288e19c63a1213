import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { cameFrom, formTokenName, readPost } from '../desk/form.ts';
import { sessionOf } from '../desk/visitor.ts';

/** A form with a file, as it was sent. */
export interface FileForm {
  readonly fields: URLSearchParams;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What stands around the file in a form, in bytes: far above ours. */
const aroundFile = 20_000;

/**
 * What a form of ours sent with a file. Nothing is read for somebody who is not signed in, and never more than a workbook
 * may have.
 * @throws Fault `formExpired`, `signInNeeded`, `fileTooLarge`, `badQuery`.
 */
export async function readFileForm(office: Office, c: Context): Promise<FileForm> {
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) {
    await readPost(office, c);
    if ((await sessionOf(office, c)) === undefined) throw new Fault('signInNeeded');
    throw new Fault('badQuery', { place: 'content-type', got: type, right: 'multipart/form-data' });
  }
  if (cameFrom(office, c) === 'elsewhere') throw new Fault('formExpired');
  const session = await sessionOf(office, c);
  if (session === undefined) throw new Fault('signInNeeded');
  const bytes = await boundedBytes(c, office.limits.workbookBytes + aroundFile);
  const form = await parsed(bytes, type);
  const fields = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string') fields.append(name, value);
  if (fields.get(formTokenName) !== session.formToken) throw new Fault('formExpired');
  const file = form.get('file');
  if (file === null || typeof file === 'string')
    throw new Fault('badQuery', { place: 'file', got: '', right: 'XLSX, CSV' });
  const limit = office.limits.workbookBytes;
  if (file.size > limit) throw new Fault('fileTooLarge', { file: file.name, limit, got: file.size });
  return { fields, name: bareName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function boundedBytes(c: Context, limit: number): Promise<Buffer<ArrayBuffer>> {
  const announced = Number(c.req.header('content-length') ?? 0);
  if (announced > limit) throw new Fault('fileTooLarge', { file: 'form', limit, got: announced });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > limit) throw new Fault('fileTooLarge', { file: 'form', limit, got: size });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function parsed(bytes: Buffer<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch (error) {
    throw new Fault(
      'badQuery',
      { place: 'form', got: 'multipart/form-data', right: 'multipart/form-data' },
      error,
    );
  }
}

/** A file's name without folders and control characters. */
function bareName(name: string): string {
  const bare = name
    .replace(/^.*[\\/]/s, '')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return bare === '' ? 'file' : bare;
}
