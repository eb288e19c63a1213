import type { Context } from 'hono';
import { canonicalJson, sha256 } from '../kernel/canonical-json.ts';
import { Fault } from '../kernel/fault.ts';
import type { House } from '../operations/house.ts';
import type { KeptAnswer } from '../operations/ports/requests.ts';
import type { LogEntry } from '../operations/ports.ts';
import type { Asked } from './asked.ts';
import { accountOf } from './caller.ts';
import { faultAnswer } from './fault-answer.ts';
import type { Written } from './route.ts';

/** Header fields that are part of an answer and not of the way on which it comes. */
const keptFields = ['content-type', 'etag', 'cache-control', 'link'] as const;
const chunk = 500;

/**
 * Does a request once (draft-ietf-httpapi-idempotency-key-header-07): where it has an `Idempotency-Key`, the same
 * request gets the same answer for two days, also after the program was stopped or broke down. What a request writes
 * bears its name in the log, in one transaction; so one that broke between writing and answering is seen to be done.
 * @throws Fault `requestReused` where the name was given to another request, `requestUnderWay`, `answerNotKept`,
 * `badQuery` for a name that is none.
 */
export async function doneOnce(
  asked: Asked,
  said: unknown,
  work: (named: Asked) => Promise<Response>,
): Promise<Response> {
  const { office, context, caller } = asked;
  const given = context.req.header('idempotency-key');
  if (given === undefined || context.req.method === 'GET' || caller === undefined) return work(asked);
  if (!/^[!-~]{1,255}$/.test(given)) {
    throw new Fault('badQuery', { place: 'Idempotency-Key', got: given.slice(0, 100), right: '1–255 ASCII' });
  }
  const account = accountOf(caller);
  const name = sha256(`${account ?? ''}\n${given}`);
  const digest = digestOf(context, said);
  const head = await office.log.head();
  const owner = account === undefined ? {} : { account };
  const known = await office.accounts.requests.begin({ name, digest, head, ...owner });
  if (known.is === 'other') throw new Fault('requestReused');
  if (known.is === 'underWay') throw new Fault('requestUnderWay', { seconds: 1 });
  if (known.is === 'done') return again(known.answer);
  const named = { ...asked, request: name };
  const written = known.is === 'broken' ? await writtenBy(office, name, known.since) : undefined;
  if (written === undefined) return finished(named, name, await tried(named, name, work));
  if (asked.route.afterwards !== undefined)
    return finished(named, name, await asked.route.afterwards(named, written));
  await office.accounts.requests.finish(name);
  throw new Fault('answerNotKept');
}

/** The work. Where it breaks without an answer, the log says the next time whether it was done. */
async function tried(
  asked: Asked,
  name: string,
  work: (named: Asked) => Promise<Response>,
): Promise<Response> {
  const { office, context } = asked;
  const head = await office.log.head();
  try {
    return await work(asked);
  } catch (error) {
    if (error instanceof Fault && isSettled(error)) return faultAnswer(context, error);
    const { requests } = office.accounts;
    await ((await mayBeWritten(office, name, head, error)) ? requests.leave(name) : requests.forget(name));
    throw error;
  }
}

/** Where the database did not say, the log may still get it: whoever asks again looks then. */
async function mayBeWritten(house: House, name: string, since: number, error: unknown): Promise<boolean> {
  if (error instanceof Fault && error.code === 'outcomeUnknown') return true;
  try {
    return (await writtenBy(house, name, since)) !== undefined;
  } catch {
    return true;
  }
}

/** Whether the same request would be refused again as long as nothing else changes. */
function isSettled({ meaning }: Fault): boolean {
  return meaning === 'refused' || meaning === 'conflict' || meaning === 'absent';
}

async function finished({ office, route }: Asked, name: string, answer: Response): Promise<Response> {
  const body = await answer.clone().text();
  const headers = Object.fromEntries(
    keptFields.flatMap((field) => {
      const value = answer.headers.get(field);
      return value === null ? [] : [[field, value] as const];
    }),
  );
  const kept: KeptAnswer = { status: answer.status, headers, body };
  await office.accounts.requests.finish(name, route.secret === true && answer.ok ? undefined : kept);
  return answer;
}

/** @throws Fault `answerNotKept`. */
function again(answer: KeptAnswer | undefined): Response {
  if (answer === undefined) throw new Fault('answerNotKept');
  const { status, headers, body } = answer;
  return new Response(body === '' ? null : body, {
    status,
    headers: { ...headers, 'idempotent-replayed': 'true' },
  });
}

/** The first that the request has written since the log ended there. */
async function writtenBy({ log }: House, name: string, since: number): Promise<Written | undefined> {
  for (let from = since; ; ) {
    const entries = await log.since(from, chunk);
    const found = entries.map(writtenIn).find((written) => written?.request === name);
    const last = entries[entries.length - 1];
    if (found !== undefined || last === undefined) return found;
    from = last.seq;
  }
}

function writtenIn(entry: LogEntry): (Written & { readonly request: string | undefined }) | undefined {
  if (entry.kind === 'intake') return undefined;
  const { post, request, ...about } = entry.kind === 'revision' ? entry.revision : entry.event;
  return { post, request, id: 'postId' in about ? about.postId : about.recordId };
}

function digestOf({ req }: Context, said: unknown): string {
  const conditions = [req.header('if-match') ?? '', req.header('if-none-match') ?? ''];
  return sha256([req.method, req.path, ...conditions, canonicalJson(said)].join('\n'));
}
