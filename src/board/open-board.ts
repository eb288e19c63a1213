import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { RecordId } from '../kernel/ids.ts';
import { RecentlyUsed } from '../kernel/recently-used.ts';
import type { Post } from '../lifecycle/post.ts';
import type { Reservation } from '../lifecycle/state.ts';
import type {
  Board,
  BoardChanges,
  BoardRecord,
  CountryCare,
  TaskQuery,
  ToldQuery,
} from '../operations/ports/board.ts';
import {
  type BoardFile,
  isDamage,
  openBoardFile,
  prepareForMuch,
  prepareForQuestions,
  removeBoardFile,
} from './internal/board-file.ts';
import { careReader } from './internal/country-care.ts';
import { type Asking, postTasks, type TaskCounts, taskCounts } from './internal/post-tasks.ts';
import { recordOf, recordWriter } from './internal/record-rows.ts';
import { RequestRecords } from './internal/request-records.ts';
import { stampOf } from './internal/schema.ts';
import { toldReader } from './internal/told.ts';
import { TrackedRecords } from './internal/tracked.ts';
import type { RegisterCare } from './internal/waiting.ts';

export interface BoardPlace {
  /** Where `board.db` lies, made if need be; without it the board lives in memory alone. */
  readonly folder?: string;
  /** By what rules the log becomes records, months between confirmations included: a file made under others is not used. */
  readonly rules: string;
  /** What care records of a register want. */
  readonly careFor: (register: string) => RegisterCare;
}

/**
 * Opens the board as it was left. Where there is no file that this program can use (absent, damaged, made under other
 * rules) the board is empty and stands at 0: the caller feeds it from the log. One process has the file at a time; any
 * other gets an empty board in memory. Damage that shows later is thrown as SQLite says it: the file is then gone, the
 * board closed, and the next start makes it anew.
 */
export function openBoard({ folder, rules, careFor }: BoardPlace): Board {
  return new SqliteBoard(openBoardFile(folder, stampOf(rules)), careFor);
}

/** Records kept as objects, some 2 kB each: reading the same JSON again and again costs more than finding it. */
const recordsInMemory = 20_000;

class SqliteBoard implements Board {
  readonly #db: DatabaseSync;
  readonly #path: string | undefined;
  readonly #sql: ReturnType<typeof prepareStatements>;
  readonly #ask: Asking;
  readonly #write: (record: BoardRecord) => void;
  readonly #memory = new RecentlyUsed<RecordId, BoardRecord>(recordsInMemory);
  readonly tracking = new TrackedRecords();
  readonly requests = new RequestRecords();
  readonly #rooms = new Map<RecordId, BoardRecord>();
  #position: number;
  #posts: ReadonlyMap<string, Post>;
  #reservations: readonly Reservation[];
  /** Numbers of tasks that hold until the next change. */
  #counts = new WeakMap<Post, { readonly dueBefore: string; readonly counts: TaskCounts }>();

  constructor({ db, path, position, posts, reservations }: BoardFile, careFor: BoardPlace['careFor']) {
    this.#db = db;
    this.#path = path;
    this.#sql = prepareStatements(db);
    this.#ask = askingOf(db);
    this.#write = recordWriter(db, careFor);
    this.#position = position;
    this.#posts = posts;
    this.#reservations = reservations;
    for (const { body } of this.#sql.tracked.iterate()) this.#remember(recordOf(body));
  }

  position(): number {
    return this.#position;
  }

  expectMuch(much: boolean): void {
    if (this.#db.isOpen) this.#guarded(() => (much ? prepareForMuch : prepareForQuestions)(this.#db));
  }

  apply(changes: BoardChanges, seq: number): void {
    const { records, posts, reservations = this.#reservations, erases } = changes;
    this.#guarded(() => {
      this.#db.exec('BEGIN IMMEDIATE');
      try {
        for (const record of records) {
          this.#write(record);
          this.#memory.forget(record.recordId);
        }
        for (const post of posts) this.#sql.putPost.run(post.id, JSON.stringify(post));
        this.#sql.stand.run(seq, JSON.stringify(reservations));
        this.#db.exec('COMMIT');
        if (erases === true) this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch (error) {
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
        throw error;
      }
    });
    this.#position = seq;
    for (const record of records) this.#remember(record);
    this.#reservations = reservations;
    this.#counts = new WeakMap();
    if (posts.length > 0)
      this.#posts = new Map([...this.#posts, ...posts.map((post) => [post.id, post] as const)]);
  }

  records(ids: readonly RecordId[]): ReadonlyMap<RecordId, BoardRecord> {
    return this.#guarded(() => {
      const found = new Map<RecordId, BoardRecord>();
      for (const id of ids) {
        const record = this.#record(id);
        if (record !== undefined) found.set(id, record);
      }
      return found;
    });
  }

  #record(id: RecordId): BoardRecord | undefined {
    const known = this.#memory.find(id);
    if (known !== undefined) return known;
    const row = this.#sql.record.get(id);
    if (row === undefined) return undefined;
    const record = recordOf(row['body']);
    this.#memory.keep(id, record);
    return record;
  }

  posts(): ReadonlyMap<string, Post> {
    return this.#posts;
  }

  reservations(): readonly Reservation[] {
    return this.#reservations;
  }

  tasks(query: TaskQuery) {
    return this.#guarded(() => ({
      tasks: postTasks(this.#ask, query).flatMap(({ recordId, ...task }) => {
        const record = this.#record(recordId);
        return record === undefined ? [] : [{ ...task, record }];
      }),
      counts: this.#countsFor(query),
    }));
  }

  sentBy(post: Post, limit: number): readonly BoardRecord[] {
    return this.#guarded(() =>
      this.#sql.sentBy.all(post.id, limit).flatMap(({ id }) => this.#record(String(id)) ?? []),
    );
  }

  told(query: ToldQuery): readonly BoardRecord[] {
    return this.#guarded(() => this.#sql.told(query));
  }

  toldSpan(): ReturnType<Board['toldSpan']> {
    return this.#guarded(() => this.#sql.toldSpan());
  }

  rooms(): readonly BoardRecord[] {
    return [...this.#rooms.values()];
  }

  #remember(record: BoardRecord): void {
    this.tracking.put(record);
    this.requests.put(record);
    if (record.room !== undefined && 'holds' in record.room) this.#rooms.set(record.recordId, record);
  }

  care(today: string): readonly CountryCare[] {
    return this.#guarded(() => this.#sql.care(today));
  }

  careOf(country: string, today: string): CountryCare | undefined {
    return this.#guarded(() => this.#sql.careOf(country, today));
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }

  /** A workspace asks for several lists of one post, and shows the numbers once. */
  #countsFor(query: TaskQuery): TaskCounts {
    const kept = this.#counts.get(query.post);
    if (kept?.dueBefore === query.dueBefore) return kept.counts;
    const counts = taskCounts(this.#ask, query);
    this.#counts.set(query.post, { dueBefore: query.dueBefore, counts });
    return counts;
  }

  /** A file that turns out to be damaged is thrown away, so that the next start does not trust it. */
  #guarded<Answer>(work: () => Answer): Answer {
    try {
      return work();
    } catch (error) {
      if (isDamage(error)) {
        this.close();
        if (this.#path !== undefined) removeBoardFile(this.#path);
      }
      throw error;
    }
  }
}

function prepareStatements(db: DatabaseSync) {
  return {
    stand: db.prepare('UPDATE standing SET position = ?, reservations = ?'),
    putPost: db.prepare('INSERT OR REPLACE INTO post VALUES (?, ?)'),
    record: db.prepare('SELECT body FROM record WHERE id = ?'),
    tracked: db.prepare('SELECT body FROM record WHERE tracked IS NOT NULL'),
    sentBy: db.prepare(
      `SELECT id FROM (SELECT seq, place FROM sent WHERE post = ? ORDER BY seq DESC, place DESC LIMIT ?)
       JOIN record USING (place) ORDER BY seq DESC, place DESC`,
    ),
    ...careReader(db),
    ...toldReader(db),
  };
}

/** Sentences kept prepared: as many as there are sorts of posts, parts of countries and lists asked for. */
const mostPrepared = 200;

function askingOf(db: DatabaseSync): Asking {
  const prepared = new Map<string, StatementSync>();
  return (sql, values) => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    if (prepared.size >= mostPrepared) prepared.clear();
    prepared.set(sql, statement);
    return statement.all(...values);
  };
}
