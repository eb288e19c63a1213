import { closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Fault, type FaultCode } from '../kernel/fault.ts';
import type { Statements, TableRow, Tables, TablesPart } from './tables.ts';

/** How long SQLite waits for another process that writes, in milliseconds. */
const patienceMs = 5000;

/**
 * The tables of one room in a file of their own, made where it is not there and readable for its owner alone; `:memory:`
 * for tables that are gone when closed. WAL, `synchronous=FULL`; what is removed is overwritten.
 * @throws Fault `notAFile` or `logDamaged` {file} (as the room calls it) for a file that is not ours, `notAFile` for one
 * that cannot be opened, `schemaTooNew` {file, version, known}, `logBusy`, `diskFull`, `diskFailed`, `writeRefused`.
 */
export function openSqliteTables(file: string, part: TablesPart): Tables {
  let db: DatabaseSync | undefined;
  try {
    // SQLite gives the files it makes beside this one (-wal, -shm) the same rights.
    if (file !== ':memory:' && !existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    db = new DatabaseSync(file, { timeout: patienceMs });
    prepareFile(db, file, part);
    return tablesIn(db, file, part);
  } catch (error) {
    if (db?.isOpen === true) db.close();
    throw sqliteFault(error, file, part);
  }
}

function prepareFile(db: DatabaseSync, file: string, part: TablesPart): void {
  checkedVersion(db, file, part);
  patiently('PRAGMA journal_mode = WAL', db);
  // secure_delete writes zeros over what is deleted; temp_store keeps the copy that VACUUM makes out of other folders.
  db.exec(`PRAGMA synchronous = FULL; PRAGMA fullfsync = 1;
    PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON`);
  db.exec('BEGIN IMMEDIATE');
  try {
    // Asked again under the lock: another process may have been first.
    for (const statements of part.migrations.slice(checkedVersion(db, file, part))) db.exec(statements);
    db.exec(
      `PRAGMA application_id = ${part.applicationId}; PRAGMA user_version = ${part.migrations.length}; COMMIT`,
    );
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** The version of the schema, 0 for a new file. Looked at before anything is written, so that a foreign file stays as it is. */
function checkedVersion(
  db: DatabaseSync,
  file: string,
  { applicationId, migrations, damaged }: TablesPart,
): number {
  const application = headerNumber(db, 'application_id');
  const version = headerNumber(db, 'user_version');
  const fresh = application === 0 && db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (!fresh && application !== applicationId) throw new Fault(damaged, { file });
  if (version > migrations.length)
    throw new Fault('schemaTooNew', { file, version, known: migrations.length });
  return version;
}

function headerNumber(db: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
}

/** SQLite itself does not wait where two connections change the journal mode of a new file at once. */
function patiently(statement: string, db: DatabaseSync): void {
  const deadline = performance.now() + patienceMs;
  const bell = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      db.exec(statement);
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      Atomics.wait(bell, 0, 0, 5);
    }
  }
}

function tablesIn(db: DatabaseSync, file: string, part: TablesPart): Tables {
  const asking = <Answer>(ask: () => Answer): Answer => {
    try {
      return ask();
    } catch (error) {
      throw sqliteFault(error, file, part);
    }
  };
  const inside = statementsIn(db, asking);
  // Ends when the last work that was asked for does: nothing else of this process is asked in between.
  let turn: Promise<unknown> | undefined;
  const alone = async <Answer>(ask: () => Answer | Promise<Answer>): Promise<Answer> => {
    while (turn !== undefined) await turn.catch(() => undefined);
    return ask();
  };
  const transaction = async <Answer>(work: (statements: Statements) => Promise<Answer>): Promise<Answer> => {
    asking(() => db.exec('BEGIN IMMEDIATE'));
    try {
      const answer = await work(inside);
      asking(() => db.exec('COMMIT'));
      return answer;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
  const together = <Answer>(work: (statements: Statements) => Promise<Answer>): Promise<Answer> => {
    const mine = (turn ?? Promise.resolve()).catch(() => undefined).then(() => transaction(work));
    turn = mine;
    const end = () => {
      if (turn === mine) turn = undefined;
    };
    mine.then(end, end);
    return mine;
  };
  return {
    shared: false,
    all: (sql, ...values) => alone(() => inside.all(sql, ...values)),
    one: (sql, ...values) => alone(() => inside.one(sql, ...values)),
    run: (sql, ...values) => alone(() => inside.run(sql, ...values)),
    together,
    // Nobody else writes to a file meanwhile.
    atOneMoment: (look) =>
      together(({ all, one }) => look({ all, one, each: (sql) => rowsOf(db, sql, asking) })),
    // SQLite goes on after the highest number by itself.
    goOnNumbering: async () => undefined,
    scrub: () =>
      alone(() =>
        asking(() => {
          db.exec('VACUUM');
          const { busy } = { ...db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() };
          if (busy === 1) throw new Fault('logBusy', { file });
        }),
      ),
    close: () =>
      alone(() => {
        if (db.isOpen) db.close();
      }),
  };
}

async function* rowsOf(
  db: DatabaseSync,
  sql: string,
  asking: <Answer>(ask: () => Answer) => Answer,
): AsyncGenerator<TableRow> {
  const rows = asking(() => db.prepare(sql).iterate());
  try {
    for (let next = asking(() => rows.next()); next.done !== true; next = asking(() => rows.next()))
      yield next.value;
  } finally {
    // Whoever stops half-way leaves no question open.
    rows.return?.();
  }
}

/** Each statement is prepared once. */
function statementsIn(db: DatabaseSync, asking: <Answer>(ask: () => Answer) => Answer): Statements {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    all: async (sql, ...values) => asking(() => statement(sql).all(...values)),
    one: async (sql, ...values) => asking(() => statement(sql).get(...values)),
    run: async (sql, ...values) => asking(() => Number(statement(sql).run(...values).changes)),
  };
}

/** Primary result codes of SQLite (sqlite.org/rescode.html) that are not faults of the program; the rest is damage. */
const codes: Readonly<Record<number, FaultCode>> = {
  5: 'logBusy',
  6: 'logBusy',
  8: 'writeRefused',
  10: 'diskFailed',
  13: 'diskFull',
  14: 'notAFile',
};

/** What an error of SQLite or of the file system means to whoever runs the node; any other error comes back as it is. */
function sqliteFault(error: unknown, file: string, { damaged }: TablesPart): unknown {
  if (!(error instanceof Error) || error instanceof Fault) return error;
  if ('errcode' in error && typeof error.errcode === 'number') {
    const primary = error.errcode & 0xff;
    const code = codes[primary] ?? ([11, 26].includes(primary) ? damaged : undefined);
    return code === undefined ? error : new Fault(code, { file }, error);
  }
  return 'syscall' in error ? new Fault('notAFile', { file }, error) : error;
}
