import { createReadStream } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Erased } from '../../lifecycle/event.ts';
import { erasedBody } from './erased-body.ts';
import { isBusy } from './sqlite-fault.ts';
import type { prepareStatements } from './statements.ts';

type Statements = Pick<ReturnType<typeof prepareStatements>, 'bodyAt' | 'erase' | 'eraseKept'>;

/** Takes out what the event says, in the transaction in which the event is written. Gives the texts that are gone. */
export function eraseInFile(sql: Statements, { of, field }: Erased): readonly string[] {
  return of.flatMap((one) => {
    const row = sql.bodyAt.get(one.seq);
    const less = row === undefined ? undefined : erasedBody(String(row['body']), one, field);
    if (less === undefined) return [];
    sql.erase.run(less.body, one.seq);
    sql.eraseKept.run(one.seq);
    return less.gone;
  });
}

/**
 * Takes the last traces out of the file after the erasure is on disk: the write-ahead log is brought in and cut to nothing,
 * and where a text still stands on a page (SQLite leaves copies where it once moved rows about, and an older version of
 * this program did not write over them) the file is written anew, which takes as much room again for a while. Waits for
 * whoever is reading.
 * @throws what SQLite throws: the erasure is on disk then all the same.
 */
export async function wipe(db: DatabaseSync, file: string, gone: readonly string[]): Promise<void> {
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  if (file === ':memory:' || !(await standsIn(file, gone))) return;
  await vacuum(db);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** Other processes that read or write get so many milliseconds to be done. */
const patienceMs = 60_000;

async function vacuum(db: DatabaseSync): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return db.exec('VACUUM');
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

/** Whether any of the texts stands in the file, as JSON writes it. */
async function standsIn(file: string, texts: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(texts)].map((text) => Buffer.from(JSON.stringify(text).slice(1, -1)));
  const longest = Math.max(0, ...wanted.map(({ length }) => length));
  let end: Buffer = Buffer.alloc(0);
  // A stream of a file without an encoding gives buffers.
  for await (const piece of createReadStream(file, { highWaterMark: 4_194_304 }) as AsyncIterable<Buffer>) {
    const here = Buffer.concat([end, piece]);
    if (wanted.some((text) => here.includes(text))) return true;
    end = here.subarray(Math.max(0, here.length - longest));
  }
  return false;
}
