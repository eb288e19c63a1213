import type { DatabaseSync } from 'node:sqlite';
import type { RecordState } from '../../lifecycle/state.ts';
import type { BoardRecord } from '../../operations/ports/board.ts';
import { taskRows, taskWriter } from './task-rows.ts';
import { secondOf, setsOf } from './told-sets.ts';
import type { RegisterCare } from './waiting.ts';

type Place = number | bigint;

/** Writes a record with all rows that follow from it, in the place of those that it had. */
export function recordWriter(db: DatabaseSync, careFor: (register: string) => RegisterCare) {
  const find = db.prepare('SELECT place FROM record WHERE id = ?');
  const insert = db.prepare('INSERT INTO record (id, body, tracked) VALUES (?, ?, ?)');
  const update = db.prepare('UPDATE record SET body = ? WHERE place = ?');
  const dropSent = db.prepare('DELETE FROM sent WHERE place = ?');
  const insertSent = db.prepare('INSERT INTO sent VALUES (?, ?, ?)');
  // Most steps tell everybody nothing new: then the row stays as it is.
  const putTold = db.prepare(
    `INSERT INTO told VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, seq = excluded.seq, sets = excluded.sets
     WHERE (at, seq, sets) IS NOT (excluded.at, excluded.seq, excluded.sets)`,
  );
  const tasks = taskWriter(db);

  return (record: BoardRecord): void => {
    const body = JSON.stringify(record);
    const waiting = taskRows(record, careFor(record.register));
    const known = find.get(record.recordId)?.['place'];
    let place: Place;
    if (typeof known === 'number') {
      place = known;
      update.run(body, place);
      tasks.replace(place, waiting);
      dropSent.run(place);
    } else {
      place = insert.run(record.recordId, body, isRemembered(record) ? 1 : null).lastInsertRowid;
      tasks.add(place, waiting);
    }
    if (record.told !== undefined)
      putTold.run(place, secondOf(record.told.at), record.told.seq, setsOf(record));
    for (const post of sendersOf(record.state)) insertSent.run(post, record.seq, place);
  };
}

/** Whether the record is kept in memory too. */
function isRemembered({ tracked, room, request }: BoardRecord): boolean {
  return tracked !== undefined || request !== undefined || (room !== undefined && 'holds' in room);
}

/** As `recordWriter` wrote it. */
export function recordOf(body: unknown): BoardRecord {
  return JSON.parse(String(body)) as BoardRecord;
}

function sendersOf({ author, releasedBy, confirmed, answers }: RecordState): ReadonlySet<string> {
  const posts = Object.values(answers).map(({ post }) => post);
  if (author !== undefined) posts.push(author);
  if (releasedBy !== undefined) posts.push(releasedBy);
  if (confirmed !== undefined) posts.push(confirmed.post);
  return new Set(posts);
}
