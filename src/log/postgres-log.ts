import { hash } from 'node:crypto';
import { migratePostgres } from '../database/migrate-postgres.ts';
import type { Postgres, Row } from '../database/postgres.ts';
import type { RecordId } from '../kernel/ids.ts';
import { isRecordId } from '../kernel/ids.ts';
import type { KeptName, RecordKey, Revision } from '../lifecycle/revision.ts';
import type {
  Intake,
  KeptBeside,
  LogEntry,
  LogReport,
  NewEntry,
  RecordLog,
  RevisionName,
  Unmoved,
} from '../operations/ports.ts';
import { entryFrom, rowOf, storedKey, writtenAs } from './internal/entry-row.ts';
import { Acknowledged } from './internal/postgres/acknowledged.ts';
import { listen } from './internal/postgres/news.ts';
import { sql } from './internal/postgres/statements.ts';
import { verifyPostgres } from './internal/postgres/verify-postgres.ts';
import { channel, Writer } from './internal/postgres/writer.ts';
import { logPart } from './migrations/postgres/migrations.ts';

export interface PostgresLogOptions {
  readonly postgres: Postgres;
  /** File in which this node notes what it has seen acknowledged; absent: it remembers as long as it runs. */
  readonly memory?: string;
  /** As for `openSqliteLog`. */
  readonly postsAlone?: boolean;
}

/**
 * The precious store in PostgreSQL ≥ 15: what `append` has answered is on the disk of the primary, and of its
 * synchronous standby where there is one. Any number of nodes may have it open; entries are in one order for all.
 * @throws Fault `databaseUnreachable`, `databaseReadOnly`, `wrongDatabase`, `databaseIncomplete`, `schemaTooNew`, `logBusy`.
 */
export async function openPostgresLog({
  postgres,
  memory,
  postsAlone = false,
}: PostgresLogOptions): Promise<RecordLog> {
  const acknowledged = new Acknowledged(postgres.name, memory);
  postgres.addFence(acknowledged.fence);
  await migratePostgres(postgres, logPart);
  return new PostgresLog(postgres, postsAlone, acknowledged);
}

/** Records or keys looked up in one question. */
const lookUpsAtOnce = 500;

class PostgresLog implements RecordLog {
  readonly #postgres: Postgres;
  readonly #postsAlone: boolean;
  readonly #acknowledged: Acknowledged;
  readonly #writer: Writer;
  #headAsked: Promise<number> | undefined;
  #headWanted: Promise<number> | undefined;

  constructor(postgres: Postgres, postsAlone: boolean, acknowledged: Acknowledged) {
    this.#postgres = postgres;
    this.#postsAlone = postsAlone;
    this.#acknowledged = acknowledged;
    this.#writer = new Writer(postgres, acknowledged);
  }

  async append(entries: readonly NewEntry[], unmoved: readonly Unmoved[] = []): Promise<readonly LogEntry[]> {
    if (entries.length === 0) return [];
    const rows = entries.map(rowOf);
    const first = await this.#writer.write(rows, unmoved);
    return entries.map((entry, place) => writtenAs(entry, first + place, rows[place]));
  }

  /** Whoever asks while one question is under way shares the next: it begins after all of them have asked. */
  head(): Promise<number> {
    if (this.#headAsked === undefined) return this.#askHead();
    this.#headWanted ??= this.#headAsked.then(
      () => this.#askHead(),
      () => this.#askHead(),
    );
    return this.#headWanted;
  }

  #askHead(): Promise<number> {
    this.#headWanted = undefined;
    const asked = this.#postgres.read(sql.head).then(([row]) => Number(row?.['seq']));
    this.#headAsked = asked;
    const done = () => {
      if (this.#headAsked === asked) this.#headAsked = undefined;
    };
    asked.then(done, done);
    return asked;
  }

  async since(seq: number, limit: number): Promise<readonly LogEntry[]> {
    const rows = await this.#postgres.read(this.#postsAlone ? sql.postsSince : sql.since, [seq, limit]);
    return rows.map(entryOf);
  }

  async latest(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Revision>> {
    const rows = await this.#lookUpEach([...new Set(ids)].filter(isRecordId), (some) =>
      this.#postgres.read(sql.latest, [some]),
    );
    return revisionsIn(rows);
  }

  async revisions(wanted: readonly RevisionName[]): Promise<ReadonlyMap<RecordId, Revision>> {
    const whole = wanted.filter(({ id, number }) => isRecordId(id) && Number.isSafeInteger(number));
    const rows = await this.#lookUpEach(whole, (some) =>
      this.#postgres.read(sql.revisions, [some.map(({ id }) => id), some.map(({ number }) => number)]),
    );
    return revisionsIn(rows);
  }

  async kept(wanted: readonly RevisionName[]): Promise<ReadonlyMap<RecordId, KeptBeside>> {
    const known = wanted.filter(({ id }) => isRecordId(id));
    const rows = await this.#lookUpEach(known, (some) =>
      this.#postgres.read(sql.kept, [some.map(({ id }) => id), some.map(({ number }) => Math.floor(number))]),
    );
    return new Map(
      rows.map((row) => {
        // Written by rowOf from an entry that kept something; the column is BYTEA, which the driver reads as bytes.
        const { kept } = JSON.parse(String(row['body'])) as { kept: KeptName };
        return [
          String(row['id']),
          { ...kept, number: Number(row['number']), bytes: new Uint8Array(row['bytes'] as Uint8Array) },
        ];
      }),
    );
  }

  async history(id: RecordId): Promise<readonly LogEntry[]> {
    if (!isRecordId(id)) return [];
    return (await this.#postgres.read(sql.history, [id])).map(entryOf);
  }

  async findByKeys(keys: readonly RecordKey[]): Promise<ReadonlyMap<string, RecordId>> {
    const found = new Map<string, RecordId>();
    await this.#lookUpEach(keys, async (some) => {
      const rows = await this.#postgres.read(sql.findByKeys, [some.map(keyDigest)]);
      for (const row of rows) {
        const key = some[Number(row['place']) - 1];
        if (key !== undefined) found.set(`${key.scheme}:${key.value}`, String(row['record_id']));
      }
      return rows;
    });
    return found;
  }

  async intakes(limit: number, sha256?: string): Promise<readonly Intake[]> {
    const rows =
      sha256 === undefined
        ? await this.#postgres.read(sql.intakes, [limit])
        : await this.#postgres.read(sql.intakesOf, [`"sha256":${JSON.stringify(sha256)}`]);
    const intakes = rows.map(entryOf).flatMap((entry) => (entry.kind === 'intake' ? [entry.intake] : []));
    return intakes.filter((intake) => sha256 === undefined || intake.sha256 === sha256).slice(0, limit);
  }

  watch(onNews: () => void): () => Promise<void> {
    return listen(this.#postgres, channel, onNews);
  }

  /** Reads a log too that was tampered with at its end, to which nothing would be written. */
  async verify(onProgress: (done: number, all: number) => void): Promise<LogReport> {
    const reader = this.#postgres.unfenced();
    try {
      return await verifyPostgres(reader, onProgress);
    } finally {
      await reader.close();
    }
  }

  /** A second call does nothing. */
  async close(): Promise<void> {
    await this.#writer.close();
    await this.#acknowledged.close();
  }

  async #lookUpEach<Wanted>(
    wanted: readonly Wanted[],
    ask: (some: readonly Wanted[]) => Promise<readonly Row[]>,
  ): Promise<readonly Row[]> {
    const found: Row[] = [];
    for (let start = 0; start < wanted.length; start += lookUpsAtOnce)
      found.push(...(await ask(wanted.slice(start, start + lookUpsAtOnce))));
    return found;
  }
}

function keyDigest(key: RecordKey): Buffer {
  const { scheme, value } = storedKey(key);
  return hash('sha256', Buffer.concat([hash('sha256', scheme, 'buffer'), Buffer.from(value)]), 'buffer');
}

function revisionsIn(rows: readonly Row[]): ReadonlyMap<RecordId, Revision> {
  const found = new Map<RecordId, Revision>();
  for (const entry of rows.map(entryOf))
    if (entry.kind === 'revision') found.set(entry.revision.recordId, entry.revision);
  return found;
}

function entryOf(row: Row): LogEntry {
  return entryFrom(Number(row['seq']), String(row['body']));
}
