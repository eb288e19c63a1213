import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Post } from '../../lifecycle/post.ts';
import { type Task, type TaskKind, type TaskQuery, taskKinds } from '../../operations/ports/board.ts';
import { fenced } from './fenced.ts';
import { noDay, recordOf } from './record-rows.ts';
import { numberOf } from './schema.ts';
import { teamOf } from './waiting.ts';

/** By kind; kinds of which there is none are absent. */
export type TaskCounts = Readonly<Partial<Record<TaskKind, number>>>;

/** A condition on the rows of `task`, with its values. */
interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** How many tasks of each kind wait for a post. */
export function taskCounts(db: DatabaseSync, { post, dueBefore }: TaskQuery): TaskCounts {
  const { sql, values } = all(shownTo(post, dueBefore), ...scope(post));
  const counts = db.prepare(`SELECT kind, count(*) AS n FROM task WHERE ${sql} GROUP BY kind`).all(...values);
  return Object.fromEntries(counts.map(({ kind, n }) => [kindOf(kind), Number(n)]));
}

/** One page of what waits for a post. */
export function postTasks(db: DatabaseSync, query: TaskQuery): readonly Task[] {
  const { post, dueBefore, kinds = [], offset, limit } = query;
  if (limit === 0) return [];
  const shown = all(shownTo(post, dueBefore), ...scope(post), ...ofKinds(kinds));
  // The page is picked by the rows of tasks alone; only its records are then read.
  const page = db
    .prepare(
      `SELECT t.kind, t.due, t.since, t.country, record.body
       FROM (SELECT kind, due, since, country, place FROM task WHERE ${shown.sql}
             ORDER BY due, since, kind, place LIMIT ? OFFSET ?) AS t
       JOIN record USING (place) ORDER BY t.due, t.since, t.kind, t.place`,
    )
    .all(...shown.values, limit, offset);
  return page.map(taskOf);
}

const always = taskKinds.filter((kind) => kind !== 'due').map(numberOf);

/** What the post wrote, and what its sort of posts is shown; written so that each part is looked up by an index. */
function shownTo(post: Post, dueBefore: string): Condition {
  const parts = [{ sql: 'author = ?', values: [post.id] }, ...sharedBy(post)].flatMap(({ sql, values }) => [
    { sql: `${sql} AND kind IN (${always.join(', ')})`, values },
    { sql: `${sql} AND kind = ${numberOf('due')} AND due < ?`, values: [...values, dueBefore] },
  ]);
  return {
    sql: `(${parts.map(({ sql }) => `(${sql})`).join(' OR ')})`,
    values: parts.flatMap(({ values }) => values),
  };
}

function sharedBy({ kind, country, organisation }: Post): readonly Condition[] {
  switch (kind) {
    case 'focalPoint':
      return country === undefined ? [] : [{ sql: 'country = ?', values: [country] }];
    case 'contributor':
    case 'rosterManager': {
      const team = teamOf(country, organisation);
      return team === undefined ? [] : [{ sql: 'team = ?', values: [team] }];
    }
    case 'secretariat':
    case 'administrator':
      return [{ sql: 'node = 1', values: [] }];
  }
}

/**
 * A focal point with a part of its country's records sees that part, and what belongs to no part: a record without
 * sectors or without an organisation would otherwise wait for nobody.
 */
function scope({ kind, sectors = [], organisations = [] }: Post): readonly Condition[] {
  const conditions: Condition[] = [];
  if (kind !== 'focalPoint') return conditions;
  if (sectors.length > 0) {
    const any = sectors.map(() => 'OR instr(sectors, ?) > 0').join(' ');
    conditions.push({ sql: `(sectors = '' ${any})`, values: sectors.map((sector) => fenced([sector])) });
  }
  if (organisations.length > 0) {
    const sql = `(organisation IS NULL OR organisation IN (${marks(organisations)}))`;
    conditions.push({ sql, values: organisations });
  }
  return conditions;
}

function ofKinds(kinds: readonly TaskKind[]): readonly Condition[] {
  return kinds.length === 0 ? [] : [{ sql: `kind IN (${marks(kinds)})`, values: kinds.map(numberOf) }];
}

function all(...conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

function taskOf({ kind, due, since, country, body }: Record<string, unknown>): Task {
  return {
    kind: kindOf(kind),
    record: recordOf(body),
    since: String(since),
    ...(typeof country === 'string' ? { country } : {}),
    ...(due === noDay ? {} : { dueOn: String(due) }),
  };
}

function kindOf(number: unknown): TaskKind {
  const kind = taskKinds[Number(number)];
  if (kind === undefined) throw new RangeError(`no kind of task has the number ${number}`);
  return kind;
}
