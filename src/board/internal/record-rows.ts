import type { DatabaseSync } from 'node:sqlite';
import type { RecordState } from '../../lifecycle/state.ts';
import type { BoardRecord } from '../../operations/ports/board.ts';
import { fenced } from './fenced.ts';
import { numberOf } from './schema.ts';
import { secondOf, setsOf } from './told-sets.ts';
import { type RegisterCare, waitingFor } from './waiting.ts';

/** In the place of a day where there is none: sorts after every day. */
export const noDay = '~';

/** Writes a record with all rows that follow from it, in the place of those that it had. */
export function recordWriter(db: DatabaseSync, careFor: (register: string) => RegisterCare) {
  const find = db.prepare('SELECT place FROM record WHERE id = ?');
  const insert = db.prepare('INSERT INTO record (id, body, tracked) VALUES (?, ?, ?)');
  const update = db.prepare('UPDATE record SET body = ? WHERE place = ?');
  const dropTasks = db.prepare('DELETE FROM task WHERE place = ?');
  const dropSent = db.prepare('DELETE FROM sent WHERE place = ?');
  const insertTask = db.prepare('INSERT INTO task VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const putTold = db.prepare('INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?)');
  const insertSent = db.prepare('INSERT INTO sent VALUES (?, ?, ?)');

  function placeOf(record: BoardRecord): number | bigint {
    const body = JSON.stringify(record);
    const known = find.get(record.recordId)?.['place'];
    if (typeof known !== 'number')
      return insert.run(record.recordId, body, isRemembered(record) ? 1 : null).lastInsertRowid;
    update.run(body, known);
    dropTasks.run(known);
    dropSent.run(known);
    return known;
  }

  return (record: BoardRecord): void => {
    const place = placeOf(record);
    const sectors = fenced(record.sectors);
    for (const task of waitingFor(record, careFor(record.register))) {
      const { kind, dueOn = noDay, since, country, author, team, wholeNode, organisation } = task;
      const shownTo = [country ?? null, author ?? null, team ?? null, wholeNode ? 1 : null];
      insertTask.run(place, numberOf(kind), dueOn, since, ...shownTo, organisation ?? null, sectors);
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
