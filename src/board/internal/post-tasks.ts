import type { SQLInputValue } from 'node:sqlite';
import type { RecordId } from '../../kernel/ids.ts';
import type { Post } from '../../lifecycle/post.ts';
import { type Task, type TaskKind, type TaskQuery, taskKinds } from '../../operations/ports/board.ts';
import { fenced } from './fenced.ts';
import { numberOf } from './schema.ts';
import { noDay } from './task-rows.ts';
import { teamOf } from './waiting.ts';

/** By kind; kinds of which there is none are absent. */
export type TaskCounts = Readonly<Partial<Record<TaskKind, number>>>;

/** Asks the database: a sentence of SQL, and the values for its marks. */
export type Asking = (sql: string, values: readonly SQLInputValue[]) => readonly Record<string, unknown>[];

/** A condition on the rows of `task`, with its values. */
interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** How many tasks of each kind wait for a post. What it wrote and is shown besides is counted once. */
export function taskCounts(ask: Asking, { post, dueBefore }: TaskQuery): TaskCounts {
  const { own, shared } = lanesOf(post);
  const lanes = shared === undefined ? [own] : [shared, all(own, not(shared))];
  const stretches = lanes.flatMap((lane) =>
    stretchesOf(taskKinds, dueBefore).map((stretch) => all(lane, stretch, ...scope(post))),
  );
  const sql = stretches.map((one) => `SELECT kind, count(*) AS n FROM task WHERE ${one.sql} GROUP BY kind`);
  const counts: Partial<Record<TaskKind, number>> = {};
  for (const { kind, n } of ask(sql.join(' UNION ALL '), valuesOf(stretches))) {
    const name = kindOf(kind);
    counts[name] = (counts[name] ?? 0) + Number(n);
  }
  return counts;
}

/** A task, with its record's id in the place of the record. */
export interface TaskRow extends Omit<Task, 'record'> {
  readonly recordId: RecordId;
}

/**
 * One page of what waits for a post: the first of each kind, as far as the page reaches, are read off the indexes; of
 * these the page is picked.
 */
export function postTasks(ask: Asking, query: TaskQuery): readonly TaskRow[] {
  const { post, dueBefore, kinds = [], offset, limit } = query;
  if (limit === 0) return [];
  const { own, shared } = lanesOf(post);
  const stretches = (shared === undefined ? [own] : [own, shared]).flatMap((lane) =>
    (kinds.length === 0 ? taskKinds : kinds).flatMap((kind) =>
      stretchesOf([kind], dueBefore).map((stretch) => all(lane, stretch, ...scope(post))),
    ),
  );
  const first = stretches.map(
    ({ sql }) =>
      `SELECT * FROM (SELECT kind, due, since, country, place FROM task WHERE ${sql} ORDER BY due, since, place LIMIT ?)`,
  );
  // UNION: what the post wrote and is shown besides stands on the page once.
  const page = ask(
    `SELECT t.kind, t.due, t.since, t.country, record.id
     FROM (${first.join(' UNION ')} ORDER BY due, since, kind, place LIMIT ? OFFSET ?) AS t
     JOIN record USING (place) ORDER BY t.due, t.since, t.kind, t.place`,
    [...stretches.flatMap(({ values }) => [...values, offset + limit]), limit, offset],
  );
  return page.map(taskOf);
}

/** Rows of one kind each that lie together in an index; of those that fall due by and by the ones up to a day. */
function stretchesOf(kinds: readonly TaskKind[], dueBefore: string): readonly Condition[] {
  return kinds.map((kind) => {
    const one = { sql: `kind = ${numberOf(kind)}`, values: [] };
    return kind === 'due' ? all(one, { sql: 'due < ?', values: [dueBefore] }) : one;
  });
}

interface Lanes {
  /** What the post wrote. */
  readonly own: Condition;
  /** What its sort of posts is shown. */
  readonly shared: Condition | undefined;
}

function lanesOf(post: Post): Lanes {
  return { own: { sql: 'author = ?', values: [post.id] }, shared: sharedBy(post) };
}

function sharedBy({ kind, country, organisation }: Post): Condition | undefined {
  switch (kind) {
    case 'focalPoint':
      return country === undefined ? undefined : { sql: 'country = ?', values: [country] };
    case 'contributor':
    case 'rosterManager': {
      const team = teamOf(country, organisation);
      return team === undefined ? undefined : { sql: 'team = ?', values: [team] };
    }
    case 'secretariat':
    case 'administrator':
      return { sql: 'node = 1', values: [] };
  }
}

/** Also of rows in which the column is empty. */
function not({ sql, values }: Condition): Condition {
  return { sql: `(${sql}) IS NOT TRUE`, values };
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

function all(...conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: valuesOf(conditions),
  };
}

function valuesOf(conditions: readonly Condition[]): readonly SQLInputValue[] {
  return conditions.flatMap(({ values }) => values);
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

function taskOf({ kind, due, since, country, id }: Record<string, unknown>): TaskRow {
  return {
    kind: kindOf(kind),
    recordId: String(id),
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
