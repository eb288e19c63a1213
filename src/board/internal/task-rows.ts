import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { BoardRecord } from '../../operations/ports/board.ts';
import { fenced } from './fenced.ts';
import { numberOf } from './schema.ts';
import { type RegisterCare, waitingFor } from './waiting.ts';

/** In the place of a day where there is none: sorts after every day. */
export const noDay = '~';

/** A row of the table `task` without its place. */
type TaskRow = readonly (string | number | null)[];

/** What waits for whom because of a record, as rows in the order of the table's columns. */
export function taskRows(record: BoardRecord, care: RegisterCare): readonly TaskRow[] {
  const sectors = fenced(record.sectors);
  return waitingFor(record, care).map((task) => {
    const { kind, dueOn = noDay, since, country, author, team, wholeNode, organisation } = task;
    const shownTo = [country ?? null, author ?? null, team ?? null, wholeNode ? 1 : null];
    return [numberOf(kind), dueOn, since, ...shownTo, organisation ?? null, sectors];
  });
}

/**
 * Writes the tasks of the record at a place. `replace` leaves alone those that wait as before: every index of a row that
 * moves costs pages of the file, and a record that is written anew is still due on the same day.
 */
export function taskWriter(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO task VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const standing = db.prepare('SELECT rowid, * FROM task WHERE place = ?');
  standing.setReturnArrays(true);
  const drop = db.prepare('DELETE FROM task WHERE rowid = ?');

  function add(place: number | bigint, rows: Iterable<TaskRow>): void {
    for (const row of rows) insert.run(place, ...row);
  }

  function replace(place: number | bigint, rows: readonly TaskRow[]): void {
    const missing = new Map(rows.map((row) => [JSON.stringify(row), row]));
    for (const [rowid = 0, , ...row] of rowsOf(standing, place)) {
      if (!missing.delete(JSON.stringify(row))) drop.run(rowid);
    }
    add(place, missing.values());
  }

  return { add, replace };
}

/** A statement that gives arrays is typed as if it gave objects. */
function rowsOf(statement: StatementSync, place: number | bigint): readonly TaskRow[] {
  return statement.all(place) as unknown as readonly TaskRow[];
}
