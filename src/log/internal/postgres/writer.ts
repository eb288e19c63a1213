import { setTimeout as sleep } from 'node:timers/promises';
import { databaseFault, isBusy, isLost } from '../../../database/database-fault.ts';
import type { Asking, Line, Postgres, Value } from '../../../database/postgres.ts';
import { Fault } from '../../../kernel/fault.ts';
import type { Erased } from '../../../lifecycle/event.ts';
import type { EntryRow } from '../entry-row.ts';
import { erasedBody, erasureIn } from '../erased-body.ts';
import type { Acknowledged, Head } from './acknowledged.ts';
import { type Before, type Placed, type PlacedRow, placeAll, type Wanted } from './batch.ts';
import { sql } from './statements.ts';

/** The channel on which nodes tell each other that the log has grown. */
export const channel = 'southbridge_log';

/** One writer at a time, whichever node: the letters SBLG. Held until the transaction ends, also one whose client is gone. */
const writeLock = 'SELECT pg_advisory_xact_lock(1396853831)';

/** Within a transaction: nobody else writes until it ends. */
export async function takeWriteLock({ ask }: Asking): Promise<void> {
  await ask(writeLock);
}

/**
 * What is acknowledged is on the disk of the primary, and of the synchronous standby where one is configured, whatever
 * the default of the server is; `remote_apply` asks for more and stays.
 */
const durable =
  "SELECT set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, true)";

const begin = `BEGIN; SET LOCAL lock_timeout = '5s'; ${durable}; ${writeLock}; ${sql.lastEntry}`;

const mostRows = 2_000;
const mostBytes = 8_000_000;

interface Waiting extends Wanted {
  readonly bytes: number;
  settle(placed: Placed): void;
  fail(error: unknown): void;
}

/**
 * Writes what was asked for in the order in which it came. While one transaction is under way, others gather for the
 * next: waiting for the disk is shared by all who write at the same time.
 */
export class Writer {
  readonly #postgres: Postgres;
  readonly #acknowledged: Acknowledged;
  readonly #queue: Waiting[] = [];
  #line: Line | undefined;
  #running: Promise<void> | undefined;

  constructor(postgres: Postgres, acknowledged: Acknowledged) {
    this.#postgres = postgres;
    this.#acknowledged = acknowledged;
  }

  write(rows: readonly EntryRow[], unmoved: Wanted['unmoved']): Promise<number> {
    return new Promise((resolve, reject) => {
      const bytes = rows.reduce((sum, { body, kept }) => sum + body.length + (kept?.length ?? 0), 0);
      const settle = (placed: Placed) => ('first' in placed ? resolve(placed.first) : reject(placed.refused));
      this.#queue.push({ rows, unmoved, bytes, settle, fail: reject });
      this.#running ??= this.#run();
    });
  }

  async close(): Promise<void> {
    await this.#running;
    await this.#line?.end();
    this.#line = undefined;
  }

  async #run(): Promise<void> {
    // Whoever writes in the same moment comes along.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = this.#take();
      try {
        const placed = await this.#writeSurely(batch);
        for (const [at, one] of placed.entries()) batch[at]?.settle(one);
      } catch (error) {
        const fault = databaseFault(error, this.#postgres.name);
        for (const { fail } of batch) fail(fault);
      }
    }
    // In the same turn in which the queue was seen empty: whoever comes next starts anew.
    this.#running = undefined;
  }

  #take(): readonly Waiting[] {
    let rows = 0;
    let bytes = 0;
    const most = this.#queue.findIndex((one, at) => {
      rows += one.rows.length;
      bytes += one.bytes;
      return at > 0 && (rows > mostRows || bytes > mostBytes);
    });
    return this.#queue.splice(0, most === -1 ? this.#queue.length : most);
  }

  /**
   * Until it is known what became of the batch. A connection that broke while the server committed leaves a question:
   * the next one takes the lock, which a transaction that is still under way holds, and looks whether the last digest is
   * there. Only when it is not is the batch written again, so that nothing is written twice and nothing acknowledged that
   * is not there.
   */
  async #writeSurely(batch: readonly Waiting[]): Promise<readonly Placed[]> {
    const deadline = performance.now() + this.#postgres.patienceMs;
    const attempt: Attempt = {};
    for (;;) {
      try {
        this.#line ??= await this.#postgres.line();
        return await this.#attempt(this.#line, batch, attempt);
      } catch (error) {
        const again = isLost(error) || isBusy(error);
        if (!isBusy(error)) await this.#drop();
        if (!again) throw error;
        if (performance.now() > deadline) {
          if (attempt.unsure === undefined) throw error;
          throw new Fault('outcomeUnknown', { place: this.#postgres.name }, error);
        }
        await sleep(50);
      }
    }
  }

  async #attempt(line: Line, batch: readonly Waiting[], attempt: Attempt): Promise<readonly Placed[]> {
    try {
      // Sent together, and answered one after the other: the records are looked at when the lock is taken.
      const [{ rows }, records] = await allOf([line.ask(begin), standings(line, batch)]);
      const end = { seq: Number(rows[0]?.['seq'] ?? 0), digest: String(rows[0]?.['digest'] ?? '') };
      this.#acknowledged.note(end);
      if (attempt.unsure !== undefined && (await isThere(line, attempt.unsure.head))) {
        // The commit of this message waits for the standby as the one before should have done.
        await line.ask("SELECT pg_logical_emit_message(true, 'southbridge', '')");
        return await this.#commit(line, attempt, attempt.unsure);
      }
      delete attempt.unsure;
      const { placed, rows: mine } = placeAll({ ...end, records }, batch);
      const last = mine.at(-1);
      if (last === undefined) {
        await line.ask('ROLLBACK');
        return placed;
      }
      const head = { seq: last.seq, digest: last.digest };
      const inserted = allOf(insertions(mine).map(([text, values]) => line.ask(text, values)));
      const erasures = erasuresIn(mine);
      if (erasures.length > 0) await inserted;
      for (const erasure of erasures) await eraseRows(line, erasure);
      const [, written] = await allOf([inserted, this.#commit(line, attempt, { placed, head })]);
      return written;
    } catch (error) {
      if (!isLost(error)) await line.ask('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  async #commit(line: Line, attempt: Attempt, written: Written): Promise<readonly Placed[]> {
    let warned: string | undefined;
    // Somebody ended the waiting for the standby: the server then says that it is committed, and warns.
    const onNotice = ({
      severity,
      message,
    }: {
      severity?: string | undefined;
      message?: string | undefined;
    }) => {
      if (severity === 'WARNING') warned = message ?? '';
    };
    line.client.on('notice', onNotice);
    attempt.unsure = written;
    try {
      await line.ask(`SELECT pg_notify('${channel}', '${written.head.seq}'); COMMIT`);
    } finally {
      line.client.off('notice', onNotice);
    }
    if (warned !== undefined)
      throw new Fault('databaseUnreachable', { place: this.#postgres.name, got: warned });
    this.#acknowledged.note(written.head);
    return written.placed;
  }

  async #drop(): Promise<void> {
    const line = this.#line;
    this.#line = undefined;
    await line?.end();
  }
}

interface Written {
  readonly placed: readonly Placed[];
  readonly head: Head;
}

/** What was sent to be committed and not answered. */
interface Attempt {
  unsure?: Written;
}

async function isThere({ ask }: Asking, { seq, digest }: Head): Promise<boolean> {
  return (await ask(sql.digestAt, [seq])).rows[0]?.['digest'] === digest;
}

async function standings({ ask }: Asking, batch: readonly Wanted[]): Promise<Before['records']> {
  const ids = new Set(
    batch.flatMap(({ rows, unmoved }) => [
      ...rows.flatMap(({ recordId }) => recordId ?? []),
      ...unmoved.map(({ recordId }) => recordId),
    ]),
  );
  if (ids.size === 0) return new Map();
  const { rows } = await ask(sql.standing, [[...ids].filter(isSpeakable)]);
  return new Map(
    rows.map((row) => [String(row['id']), { number: Number(row['number']), seq: Number(row['seq']) }]),
  );
}

/** PostgreSQL takes no zero character; a record with one in its id does not exist. */
function isSpeakable(id: string): boolean {
  return !id.includes('\u0000');
}

/** What puts rows in, with all that stands beside them: sentences with their values, in order. */
export function insertions(rows: readonly PlacedRow[]): readonly (readonly [string, readonly Value[]])[] {
  const column = <T>(value: (row: PlacedRow) => T): readonly T[] => rows.map(value);
  const entries = [
    column(({ seq }) => seq),
    column(({ kind }) => kind),
    column(({ recordId }) => recordId),
    column(({ register }) => register),
    column(({ number }) => number),
    column(({ at }) => at),
    column(({ post }) => post),
    column(({ body }) => body),
    column(({ digest }) => digest),
  ];
  const keys = rows.flatMap(({ seq, recordId, keys: own }) => own.map((key) => ({ ...key, seq, recordId })));
  const leads = [
    keys.map(({ scheme }) => Buffer.from(scheme)),
    keys.map(({ value }) => Buffer.from(value)),
    keys.map(({ seq }) => seq),
    keys.map(({ recordId }) => recordId),
  ];
  return [
    [sql.insertEntries, entries],
    ...(keys.length > 0 ? [[sql.insertKeys, leads] as const] : []),
    ...rows.flatMap(({ seq, kept }) => (kept === undefined ? [] : [[sql.insertKept, [seq, kept]] as const])),
  ];
}

/** Waits for all answers on a line, so that nothing is under way on it afterwards. @throws The first thing that went wrong. */
async function allOf<const Answers extends readonly unknown[]>(
  asked: Answers,
): Promise<{ -readonly [Place in keyof Answers]: Awaited<Answers[Place]> }> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}

/** What events among the rows say to be erased; taken out in the transaction in which they are written, after they are. */
export function erasuresIn(rows: readonly PlacedRow[]): readonly Erased[] {
  return rows.flatMap(({ body, keys }) => erasureIn(body, keys) ?? []);
}

export async function eraseRows({ ask }: Pick<Asking, 'ask'>, { of, field }: Erased): Promise<void> {
  const { rows } = await ask(sql.bodiesAt, [of.map(({ seq }) => seq)]);
  const bodies = new Map(rows.map((row) => [Number(row['seq']), String(row['body'])]));
  for (const one of of) {
    const body = bodies.get(one.seq);
    const less = body === undefined ? undefined : erasedBody(body, one, field);
    if (less === undefined) continue;
    await ask(sql.erase, [one.seq, less.body]);
    await ask(sql.eraseKept, [one.seq]);
  }
}
