import type { DatabaseSync } from 'node:sqlite';
import type { Asking, Postgres } from '../database/postgres.ts';
import { Fault } from '../kernel/fault.ts';
import type { KeptName } from '../lifecycle/revision.ts';
import { columnsOf, digestOf, entryFrom } from './internal/entry-row.ts';
import { eraseInFile, wipe } from './internal/erase-in-file.ts';
import { erasureIn } from './internal/erased-body.ts';
import { openDatabase } from './internal/open-database.ts';
import type { PlacedRow } from './internal/postgres/batch.ts';
import { sql } from './internal/postgres/statements.ts';
import { eraseRows, erasuresIn, insertions, takeWriteLock } from './internal/postgres/writer.ts';
import { prepareStatements } from './internal/statements.ts';

/** An entry exactly as it is stored. */
export interface StoredRow {
  readonly seq: number;
  readonly body: string;
  readonly digest: string;
  readonly kept?: Uint8Array;
}

/** A log of which stored rows are read, or to which they are written, byte for byte. */
export interface StoredLog {
  /** At most `limit` rows after `seq`, in order. */
  rows(seq: number, limit: number): Promise<readonly StoredRow[]>;
  end(): Promise<{ readonly seq: number; readonly digest: string }>;
  /** Writes rows that go on from the end, in one transaction. */
  take(rows: readonly StoredRow[]): Promise<void>;
  close(): Promise<void>;
}

const rowsAtOnce = 500;

/**
 * Copies what `to` does not have yet, byte for byte, and works out each digest anew on the way (but of an entry from which
 * something was erased: `verify` holds it against the event that says so). What `to` still holds of what was erased
 * meanwhile goes with that event. May be broken off and
 * called again: it goes on where the other log ends.
 * @throws Fault `wrongDatabase` {place, got, right} where the other log is not the beginning of this one; `logDamaged`
 * {seq} where a digest does not follow from the one before.
 */
export async function copyLog(
  from: StoredLog,
  to: StoredLog,
  place: string,
  onProgress: (done: number, all: number) => void,
): Promise<{ readonly seq: number; readonly digest: string }> {
  let end = await to.end();
  const whole = await from.end();
  const [met] = end.seq === 0 ? [] : await from.rows(end.seq - 1, 1);
  if (end.seq > whole.seq || (met !== undefined && met.digest !== end.digest))
    throw new Fault('wrongDatabase', {
      place,
      got: `${end.seq} ${end.digest.slice(0, 12)}`,
      right: `${met?.seq ?? whole.seq} ${(met ?? whole).digest.slice(0, 12)}`,
    });
  for (;;) {
    const rows = await from.rows(end.seq, rowsAtOnce);
    if (rows.length === 0) return end;
    for (const { seq, body, digest } of rows) {
      const fits = digestOf(end.digest, seq, body) === digest || entryFrom(seq, body).sealed !== undefined;
      if (seq !== end.seq + 1 || !fits) throw new Fault('logDamaged', { file: place, seq });
      end = { seq, digest };
    }
    await to.take(rows);
    onProgress(end.seq, Math.max(whole.seq, end.seq));
  }
}

/** The log in a file. */
export function storedInFile(file: string): StoredLog {
  const db = openDatabase({ file, readOnly: false, patienceMs: 5000 });
  const rows = db.prepare(
    'SELECT entry.seq, body, digest, bytes FROM entry LEFT JOIN kept ON kept.seq = entry.seq WHERE entry.seq > ? ORDER BY entry.seq LIMIT ?',
  );
  return {
    rows: async (seq, limit) => rows.all(seq, limit).map(storedRow),
    end: async () => endOf(db.prepare(sql.lastEntry).get()),
    take: async (taken) => {
      const gone = takeIntoFile(db, taken);
      if (gone.length > 0) await wipe(db, file, gone);
    },
    close: async () => db.close(),
  };
}

/** Gives the texts that the rows have taken out of the file. */
function takeIntoFile(db: DatabaseSync, taken: readonly StoredRow[]): readonly string[] {
  const statements = prepareStatements(db);
  const { insertEntry, insertKey, insertKept } = statements;
  const gone: string[] = [];
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const { seq, kind, recordId, register, number, at, post, body, digest, keys, kept } of taken.map(
      placed,
    )) {
      insertEntry.run(seq, kind, recordId, register, number, at, post, body, digest);
      for (const { scheme, value } of keys) insertKey.run(scheme, value, seq, recordId);
      if (kept !== undefined) insertKept.run(seq, kept);
      const erasure = erasureIn(body, keys);
      if (erasure !== undefined) gone.push(...eraseInFile(statements, erasure));
    }
    db.exec('COMMIT');
    return gone;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** The log in PostgreSQL, whose schema is there. */
export function storedInPostgres(postgres: Postgres): StoredLog {
  return {
    rows: async (seq, limit) => (await postgres.read(sql.stored, [seq, limit])).map(storedRow),
    end: async () => endOf((await postgres.read(sql.lastEntry))[0]),
    take: (taken) =>
      postgres.together(async (line: Asking) => {
        await takeWriteLock(line);
        const rows = taken.map(placed);
        for (const [text, values] of insertions(rows)) await line.ask(text, values);
        for (const erasure of erasuresIn(rows)) await eraseRows(line, erasure);
      }),
    close: async () => undefined,
  };
}

function endOf(row: Readonly<Record<string, unknown>> | undefined) {
  return { seq: Number(row?.['seq'] ?? 0), digest: String(row?.['digest'] ?? '') };
}

function storedRow(row: Readonly<Record<string, unknown>>): StoredRow {
  const { bytes } = row;
  return {
    seq: Number(row['seq']),
    body: String(row['body']),
    digest: String(row['digest']),
    ...(bytes instanceof Uint8Array ? { kept: bytes } : {}),
  };
}

/** With the columns that the body says. */
function placed({ seq, body, digest, kept }: StoredRow): PlacedRow {
  const entry = entryFrom(seq, body);
  const named: KeptName | undefined = entry.kind === 'revision' ? entry.kept : undefined;
  if ((named === undefined) !== (kept === undefined)) throw new Fault('logDamaged', { seq });
  return {
    ...columnsOf(entry),
    salt: entry.salt ?? '',
    body,
    seq,
    digest,
    ...(kept === undefined ? {} : { kept }),
  };
}
