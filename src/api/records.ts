import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { recordJson } from '../exchange/json/record-json.ts';
import type { RecordFormat } from '../exchange/write-records.ts';
import { Fault } from '../kernel/fault.ts';
import { isRecordId } from '../kernel/ids.ts';
import type { House } from '../operations/house.ts';
import { revise } from '../operations/revise.ts';
import { type Shown, show } from '../operations/show.ts';
import type { Presented } from '../policy/present.ts';
import { findRegister } from '../registers/all-registers.ts';
import { addressOf } from './address.ts';
import type { ApiOptions } from './api-app.ts';
import { download } from './download.ts';
import { faultAnswer } from './fault-answer.ts';

/** Largest record that is taken over the API, in bytes. */
const recordBytes = 1_000_000;

/** A record as data at its page's address with `.json`, `.jsonl`, `.csv` or `.xlsx`; `PUT` on `.json` writes a revision. */
export function recordRoutes(house: House, options: ApiOptions): Hono {
  const app = new Hono();
  app.get('/:lang{[a-z]{2}}/:register/:file{[a-z0-9-]+\\.(json|jsonl|csv|xlsx)}', async (context, next) => {
    const { register, file } = context.req.param();
    const [id = '', format = ''] = file.split('.');
    if (findRegister(register) === undefined || !isRecordId(id)) return next();
    const { record } = await show(house, register, id);
    const etag = etagOf(record);
    if (context.req.header('if-none-match') === etag)
      return new Response(null, { status: 304, headers: { etag } });
    if (format === 'json')
      return context.json(recordJson(record, addressOf(context, options)(record)), 200, { etag });
    // The pattern of the address lets only these formats through.
    return download(format as RecordFormat, id, one(record), addressOf(context, options), { etag });
  });
  app.put(
    '/:lang{[a-z]{2}}/:register/:file{[a-z0-9-]+\\.json}',
    bodyLimit({ maxSize: recordBytes, onError: tooLarge }),
    (context) => put(house, options, context),
  );
  return app;
}

/** The rest of the body is not read: the line is closed, so that nobody sends on into it. */
function tooLarge(context: Context): Response {
  const answer = faultAnswer(
    context,
    new Fault('fileTooLarge', {
      file: 'JSON',
      got: context.req.header('content-length') ?? `> ${recordBytes}`,
      limit: recordBytes,
    }),
  );
  answer.headers.set('connection', 'close');
  return answer;
}

async function put(house: House, options: ApiOptions, context: Context): Promise<Response> {
  mayWrite(context, options.writeKey);
  const register = context.req.param('register') ?? '';
  const id = (context.req.param('file') ?? '').replace(/\.json$/, '');
  if (!isRecordId(id)) throw new Fault('badQuery', { place: 'id', got: id, right: 'a-z 0-9 -' });
  const basedOn = revisionSeen(context, id);
  const { values, reason } = await bodyOf(context);
  try {
    const edit = { register, id, values, basedOn, writer: { machine: 'api' }, ...(reason === undefined ? {} : { reason }) };
    const { shown, findings, changed } = await revise(house, edit);
    const { record } = shown;
    const body = { ...recordJson(record, addressOf(context, options)(record)), findings };
    const status = !changed ? 200 : record.revision === 1 ? 201 : 200;
    return context.json(body, status, { etag: etagOf(record) });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'revisionMoved') throw error;
    const { record }: Shown = await show(house, register, id);
    const current = recordJson(record, addressOf(context, options)(record));
    const answer = faultAnswer(context, error, { current });
    answer.headers.set('etag', etagOf(record));
    return answer;
  }
}

/** @throws Fault `keyNeeded`. */
function mayWrite(context: Context, writeKey: string): void {
  const given = Buffer.from(context.req.header('authorization')?.replace(/^Bearer /, '') ?? '');
  const right = Buffer.from(writeKey);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Fault('keyNeeded');
}

/** `If-Match` names the revision that the writer saw; `If-None-Match: *` says that there should be none yet. */
function revisionSeen(context: Context, id: string): number {
  if (context.req.header('if-none-match') === '*') return 0;
  const match = /^"([a-z0-9-]+)\.(\d{1,9})"$/.exec(context.req.header('if-match') ?? '');
  if (match === null || match[1] !== id)
    throw new Fault('preconditionNeeded', { right: `If-Match: "${id}.1"` });
  return Number(match[2]);
}

async function bodyOf(context: Context): Promise<{ values: Record<string, unknown>; reason?: string }> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch {
    throw new Fault('notWellFormed', { file: 'JSON', place: 'body', got: 'JSON' });
  }
  const values = typeof body === 'object' && body !== null && 'values' in body ? body.values : undefined;
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new Fault('badQuery', { place: 'body', got: typeof values, right: '{"values": {…}}' });
  }
  const reason = typeof body === 'object' && body !== null && 'reason' in body ? body.reason : undefined;
  // Copied member by member, so that no prototype of the sender's comes along.
  return {
    values: Object.fromEntries(Object.entries(values)),
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}

function etagOf(record: Presented): string {
  return `"${record.id}.${record.revision}"`;
}

async function* one(record: Presented): AsyncGenerator<Presented> {
  yield record;
}
