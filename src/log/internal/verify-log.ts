import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as breath } from 'node:timers/promises';
import type { LogReport } from '../../operations/ports.ts';
import { guards } from '../migrations/migrations.ts';
import { EntryCheck } from './entry-check.ts';
import { isDamage } from './sqlite-fault.ts';
import { sqlitePages } from './sqlite-pages.ts';

/**
 * Reads every entry that is in the log when it is called, and says what is wrong as data. A log cut off at its end is
 * whole to itself: only who remembers a head can tell.
 */
export async function verifyLog(
  db: DatabaseSync,
  onProgress: (done: number, all: number) => void,
): Promise<LogReport> {
  const lastSeq = readNumber(db, 'SELECT coalesce(max(seq), 0) FROM entry');
  const all = Math.min(lastSeq, mostEntries(db));
  const check = new EntryCheck();
  try {
    await checkEntries(db, check, all, onProgress);
    const { entries, revisions, records, damage } = check;
    return { entries, revisions, records, lastSeq, damage };
  } finally {
    check.close();
  }
}

async function checkEntries(
  db: DatabaseSync,
  check: EntryCheck,
  all: number,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const pages = sqlitePages(db);
  // Numbers below 1 are looked at as well: nothing may hide there.
  for (let done = Number.MIN_SAFE_INTEGER; done < all; ) {
    done = check.next(pages.page(done, all));
    onProgress(done, all);
    await breath();
  }
  check.end(all);
  try {
    if (check.keysSeen !== readNumber(db, 'SELECT count(*) FROM record_key WHERE seq <= ?', all))
      strayKeys(db, check, pages.one, all);
    if (check.keptSeen !== readNumber(db, 'SELECT count(*) FROM kept WHERE seq <= ?', all))
      strayKept(db, check, pages.one, all);
    checkFile(db, check);
  } catch (error) {
    if (!isDamage(error)) throw error;
    check.report(0, 'file');
  }
}

/** More entries than the file has room for: a damaged or forged number must not send `verify` on an endless way. */
function mostEntries(db: DatabaseSync): number {
  return Math.ceil((readNumber(db, 'PRAGMA page_count') * readNumber(db, 'PRAGMA page_size')) / 64);
}

function readNumber(db: DatabaseSync, sql: string, ...values: readonly number[]): number {
  return Number(Object.values(db.prepare(sql).get(...values) ?? {})[0]);
}

/** What the entries themselves cannot tell: pages and lookups of the file, and the triggers that guard it. */
function checkFile(db: DatabaseSync, check: EntryCheck): void {
  const kept = new Set(
    db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      .all()
      .map(({ name }) => name),
  );
  for (const guard of guards) if (!kept.has(guard)) check.report(0, 'guard');
  const answer = db.prepare('PRAGMA integrity_check(1)').get();
  if (answer?.['integrity_check'] !== 'ok') check.report(0, 'file');
}

type ReadOne = ReturnType<typeof sqlitePages>['one'];

function strayKeys(db: DatabaseSync, check: EntryCheck, one: ReadOne, upTo: number): void {
  const keys = db.prepare('SELECT scheme, value, seq FROM record_key WHERE seq <= ? ORDER BY seq');
  for (const { scheme, value, seq } of keys.iterate(upTo))
    check.strayKey(Number(seq), { scheme: String(scheme), value: String(value) }, one(Number(seq)));
}

function strayKept(db: DatabaseSync, check: EntryCheck, one: ReadOne, upTo: number): void {
  const kept = db.prepare('SELECT seq FROM kept WHERE seq <= ? ORDER BY seq');
  for (const { seq } of kept.iterate(upTo)) check.strayKept(Number(seq), one(Number(seq)));
}
