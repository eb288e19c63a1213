import type { Postgres, Row } from '../../../database/postgres.ts';
import type { RecordKey } from '../../../lifecycle/revision.ts';
import type { LogReport } from '../../../operations/ports.ts';
import { guards } from '../../migrations/postgres/migrations.ts';
import { EntryCheck, entriesPerTurn, type StoredEntry, type StoredPage } from '../entry-check.ts';
import { sql } from './statements.ts';

/** Reads every entry that is in the log when it is called, as `verifyLog` does of a file, and says what is wrong as data. */
export async function verifyPostgres(
  postgres: Postgres,
  onProgress: (done: number, all: number) => void,
): Promise<LogReport> {
  const number = async (statement: string, ...values: number[]) =>
    Number(Object.values((await postgres.read(statement, values))[0] ?? {})[0]);
  const lastSeq = await number(sql.head);
  // A forged number must not send us on an endless way: there are no more entries than rows.
  const all = Math.min(lastSeq, await number('SELECT count(*) AS n FROM entry'));
  const check = new EntryCheck();
  try {
    for (let done = Number.MIN_SAFE_INTEGER; done < all; ) {
      done = check.next(await readPage(postgres, done, all));
      onProgress(done, all);
    }
    check.end(all);
    if (check.keysSeen !== (await number(sql.countKeys, all))) await strayKeys(postgres, check, all);
    if (check.keptSeen !== (await number(sql.countKept, all))) await strayKept(postgres, check, all);
    const inForce = new Set((await postgres.read(sql.guards)).map(({ name }) => name));
    for (const guard of guards) if (!inForce.has(guard)) check.report(0, 'guard');
    const { entries, revisions, records, damage } = check;
    return { entries, revisions, records, lastSeq, damage };
  } finally {
    check.close();
  }
}

async function readPage(postgres: Postgres, after: number, last: number): Promise<StoredPage> {
  const rows = (await postgres.read(sql.page, [after, last, entriesPerTurn])).map(storedEntry);
  const seqs = rows.map(({ seq }) => seq);
  const [keys, kept] = await Promise.all([
    postgres.read(sql.keysOf, [seqs]),
    postgres.read(sql.keptOf, [seqs]),
  ]);
  const leads = new Map(
    keys.map((row) => [nameOf(keyFrom(row), Number(row['seq'])), String(row['record_id'])]),
  );
  const beside = new Map(kept.map((row) => [Number(row['seq']), String(row['sha256'])]));
  return {
    rows,
    cameTo: rows.at(-1)?.seq ?? last,
    keyOf: (key, seq) => leads.get(nameOf(key, seq)),
    keptOf: (seq) => beside.get(seq),
  };
}

function nameOf({ scheme, value }: RecordKey, seq: number): string {
  return JSON.stringify([scheme, value, seq]);
}

function keyFrom(row: Row): RecordKey {
  return { scheme: textOf(row['scheme']), value: textOf(row['value']) };
}

function textOf(bytes: unknown): string {
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString() : '';
}

async function strayKeys(postgres: Postgres, check: EntryCheck, upTo: number): Promise<void> {
  for (const row of await postgres.read(sql.keys, [upTo])) {
    const seq = Number(row['seq']);
    check.strayKey(seq, keyFrom(row), await oneAt(postgres, seq));
  }
}

async function strayKept(postgres: Postgres, check: EntryCheck, upTo: number): Promise<void> {
  for (const { seq } of await postgres.read(sql.keptSeqs, [upTo]))
    check.strayKept(Number(seq), await oneAt(postgres, Number(seq)));
}

async function oneAt(postgres: Postgres, seq: number): Promise<StoredEntry | undefined> {
  return (await postgres.read(sql.one, [[seq]])).map(storedEntry)[0];
}

function storedEntry(row: Row): StoredEntry {
  // PostgreSQL keeps the types of its columns, and the driver is told to read its integers as numbers.
  return row as unknown as StoredEntry;
}
