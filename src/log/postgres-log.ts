import { hash } from 'node:crypto';
import { gathered } from '../database/gathered.ts';
import { migratePostgres } from '../database/migrate-postgres.ts';
import type { Postgres, Row } from '../database/postgres.ts';
import type { RecordId } from '../kernel/ids.ts';
import { isRecordId } from '../kernel/ids.ts';
import type { ErasedEntry } from '../lifecycle/erasure.ts';
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
import { entryFrom, erasedKey, rowOf, storedKey, writtenAs } from './internal/entry-row.ts';
import { erasedIn } from './internal/erased-body.ts';
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

/** Lives of records read in one question, and revisions that a page asks for at most: more are asked for alone. */
const historiesAtOnce = 50;
const ofOnePage = 100;

class PostgresLog implements RecordLog {
  readonly #postgres: Postgres;
  readonly #postsAlone: boolean;
  readonly #acknowledged: Acknowledged;
  readonly #writer: Writer;
  /** Whoever asks while one question is under way shares the next: a page asks for little, and many ask at once. */
  readonly #askHead: (wanted: undefined) => Promise<number>;
  readonly #askHistory: (id: RecordId) => Promise<ReadonlyMap<RecordId, readonly LogEntry[]>>;
  readonly #askRevisions: (wanted: readonly RevisionName[]) => Promise<ReadonlyMap<string, Revision>>;

  constructor(postgres: Postgres, postsAlone: boolean, acknowledged: Acknowledged) {
    this.#postgres = postgres;
    this.#postsAlone = postsAlone;
    this.#acknowledged = acknowledged;
    this.#writer = new Writer(postgres, acknowledged);
    this.#askHead = gathered(async () => Number((await postgres.read(sql.head))[0]?.['seq']));
    this.#askHistory = gathered(
      async (ids) => historiesIn(await postgres.read(sql.histories, [[...new Set(ids)]])),
      historiesAtOnce,
    );
    this.#askRevisions = gathered((all) => this.#lookUpRevisions(all.flat()));
  }

  async append(entries: readonly NewEntry[], unmoved: readonly Unmoved[] = []): Promise<readonly LogEntry[]> {
    if (entries.length === 0) return [];
    const rows = entries.map(rowOf);
    const first = await this.#writer.write(rows, unmoved);
    return entries.map((entry, place) => writtenAs(entry, first + place, rows[place]));
  }

  head(): Promise<number> {
    return this.#askHead(undefined);
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
    if (whole.length === 0) return new Map();
    const known = await (whole.length > ofOnePage ? this.#lookUpRevisions(whole) : this.#askRevisions(whole));
    const found = new Map<RecordId, Revision>();
    for (const name of whole) {
      const revision = known.get(written(name));
      if (revision !== undefined) found.set(name.id, revision);
    }
    return found;
  }

  /** By record and number. */
  async #lookUpRevisions(wanted: readonly RevisionName[]): Promise<ReadonlyMap<string, Revision>> {
    const once = [...new Map(wanted.map((name) => [written(name), name])).values()];
    const rows = await this.#lookUpEach(once, (some) =>
      this.#postgres.read(sql.revisions, [some.map(({ id }) => id), some.map(({ number }) => number)]),
    );
    const revisions = rows
      .map(entryOf)
      .flatMap((entry) => (entry.kind === 'revision' ? [entry.revision] : []));
    return new Map(revisions.map((one) => [written({ id: one.recordId, number: one.number }), one]));
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
    return isRecordId(id) ? ((await this.#askHistory(id)).get(id) ?? []) : [];
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

  async erased(): Promise<readonly ErasedEntry[]> {
    return erasedIn((await this.#postgres.read(sql.erasures, [keyDigest(erasedKey)])).map(entryOf));
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

function historiesIn(rows: readonly Row[]): ReadonlyMap<RecordId, readonly LogEntry[]> {
  const histories = new Map<RecordId, LogEntry[]>();
  for (const row of rows) {
    const id = String(row['record_id']);
    const known = histories.get(id);
    if (known === undefined) histories.set(id, [entryOf(row)]);
    else known.push(entryOf(row));
  }
  return histories;
}

/** The name of a revision as one word. */
function written({ id, number }: RevisionName): string {
  return `${number} ${id}`;
}

function entryOf(row: Row): LogEntry {
  return entryFrom(Number(row['seq']), String(row['body']));
}
