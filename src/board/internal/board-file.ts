import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Post } from '../../lifecycle/post.ts';
import type { Reservation } from '../../lifecycle/state.ts';
import { questionIndexes, schema } from './schema.ts';

/** How long a process that is just leaving may still hold the file, in milliseconds. */
const patienceMs = 1000;

/** Memory for pages of the file, in KiB: as a rule, and while it is made anew. */
const usualCache = 32_000;
const wideCache = 256_000;

/** Pages that may wait beside the file, 32 MB: what is written over meanwhile is copied into it once. */
const pagesBeside = 8000;

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const busyCodes: readonly number[] = [5, 6];
const damageCodes: readonly number[] = [10, 11, 26];

/** An open database of this program's making, and the parts of it that are kept in memory. */
export interface BoardFile {
  readonly db: DatabaseSync;
  /** Undefined where the board lives in memory alone. */
  readonly path: string | undefined;
  readonly position: number;
  readonly posts: ReadonlyMap<string, Post>;
  readonly reservations: readonly Reservation[];
}

/** Opens the folder's file; one that cannot be read or bears another stamp is thrown away and made anew. */
export function openBoardFile(folder: string | undefined, stamp: string): BoardFile {
  if (folder === undefined) return emptyBoard(undefined, stamp);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'board.db');
  try {
    const known = knownBoard(path, stamp);
    if (known !== undefined) return known;
  } catch (error) {
    if (isOneOf(error, busyCodes)) return emptyBoard(undefined, stamp);
  }
  removeBoardFile(path);
  return emptyBoard(path, stamp);
}

/** Whether SQLite says that the file cannot be read, in whole or at one place. */
export function isDamage(error: unknown): boolean {
  return isOneOf(error, damageCodes);
}

export function removeBoardFile(path: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
}

/** Undefined for a new file and for one of another stamp. */
function knownBoard(path: string, stamp: string): BoardFile | undefined {
  const db = new DatabaseSync(path, { timeout: patienceMs });
  try {
    prepare(db);
    const standing = db.prepare('SELECT stamp, position, reservations FROM standing').get();
    if (standing?.['stamp'] === stamp) {
      const posts = new Map(db.prepare('SELECT body FROM post').all().map(postOf));
      // Written by `apply` from reservations.
      const reservations = JSON.parse(String(standing['reservations'])) as readonly Reservation[];
      makeQuestionIndexes(db);
      return { db, path, position: Number(standing['position']), posts, reservations };
    }
  } catch (error) {
    db.close();
    throw error;
  }
  db.close();
  return undefined;
}

function postOf({ body }: Record<string, unknown>): [string, Post] {
  // Written by `apply` from a post.
  const post = JSON.parse(String(body)) as Post;
  return [post.id, post];
}

function emptyBoard(path: string | undefined, stamp: string): BoardFile {
  const db = new DatabaseSync(path ?? ':memory:', { timeout: patienceMs });
  prepare(db);
  db.exec(`BEGIN;${schema}`);
  makeQuestionIndexes(db);
  db.prepare("INSERT INTO standing VALUES (1, ?, 0, '[]')").run(stamp);
  db.exec('COMMIT');
  return { db, path, position: 0, posts: new Map(), reservations: [] };
}

/**
 * The file is this process's alone. NORMAL: after a power cut the last changes may be missing (the log has them), but
 * the file is whole; with OFF old pages could stand among new ones and nobody would notice. What is replaced is written over.
 */
function prepare(db: DatabaseSync): void {
  db.exec(
    `PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${usualCache}; PRAGMA wal_autocheckpoint = ${pagesBeside}; PRAGMA secure_delete = ON`,
  );
}

/** Before very much is written: the ids of all records stay in memory, and no index is kept that only questions need. */
export function prepareForMuch(db: DatabaseSync): void {
  db.exec(`PRAGMA cache_size = -${wideCache}`);
  for (const name of Object.keys(questionIndexes)) db.exec(`DROP INDEX IF EXISTS ${name}`);
}

/** After `prepareForMuch`. */
export function prepareForQuestions(db: DatabaseSync): void {
  makeQuestionIndexes(db);
  db.exec(`PRAGMA cache_size = -${usualCache}; PRAGMA shrink_memory`);
}

/** Those that are not there: a process that was killed before it was done has left none. */
function makeQuestionIndexes(db: DatabaseSync): void {
  for (const [name, rows] of Object.entries(questionIndexes))
    db.exec(`CREATE INDEX IF NOT EXISTS ${name} ON ${rows}`);
}

function isOneOf(error: unknown, codes: readonly number[]): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  return codes.includes(error.errcode & 0xff);
}
