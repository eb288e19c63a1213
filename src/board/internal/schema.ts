import { sha256 } from '../../kernel/canonical-json.ts';
import { silentAfterDays } from '../../lifecycle/freshness.ts';
import { type TaskKind, taskKinds } from '../../operations/ports/board.ts';

/** Raised whenever the rules by which rows are made of records change; a change of the tables is noticed by itself. */
const version = 10;

/** Kinds are kept as their number in the workspace's order. */
export function numberOf(kind: TaskKind): number {
  return taskKinds.indexOf(kind);
}

/**
 * `record.body` is the whole record as JSON. `task` has one row for each task, and one column for each sort of post to
 * which it is shown: `country` to its focal points, `author` to that post, `team` to who types for the organisation,
 * `node` to secretariats and administrators. `due` is `~` where there is no day, so that it sorts last; `sectors` stand
 * between line feeds; `organisation` is null where focal points do not share the task by organisation.
 * The indexes hold the rows of each sort of post in the order of the workspace, so that a page is read off their
 * beginning and numbers are counted without a look at the rows: each holds all that a page says of a task.
 * `record.tracked` is 1 where the record plays a part in follow-up, is a consultation, or asks or answers: these are kept in memory too.
 * `sent` says which posts sent a record on or spoke for it. `told` has a row for each record of which everybody knows or
 * once did: `at` to the second, and between line feeds what sets it belongs to.
 */
export const schema = `
CREATE TABLE standing (
  only         INTEGER PRIMARY KEY CHECK (only = 1),
  stamp        TEXT NOT NULL,
  position     INTEGER NOT NULL,
  reservations TEXT NOT NULL
) STRICT;

CREATE TABLE post (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE record (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL, tracked INTEGER) STRICT;
CREATE INDEX record_tracked ON record (tracked) WHERE tracked IS NOT NULL;

CREATE TABLE task (
  place        INTEGER NOT NULL,
  kind         INTEGER NOT NULL,
  due          TEXT NOT NULL,
  since        TEXT NOT NULL,
  country      TEXT,
  author       TEXT,
  team         TEXT,
  node         INTEGER,
  organisation TEXT,
  sectors      TEXT NOT NULL
) STRICT;
CREATE INDEX task_place ON task (place);

CREATE TABLE sent (
  post  TEXT NOT NULL,
  seq   INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (post, seq, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX sent_place ON sent (place);

CREATE TABLE told (place INTEGER PRIMARY KEY, at TEXT NOT NULL, seq INTEGER NOT NULL, sets TEXT NOT NULL) STRICT;
`;

/** Indexes that only questions need, by name: not kept while very much is written, and made at the end in one go. */
export const questionIndexes: Readonly<Record<string, string>> = {
  task_country: 'task (country, kind, due, since, place) WHERE country IS NOT NULL',
  task_author: 'task (author, kind, due, since, place, country, team, node) WHERE author IS NOT NULL',
  task_team: 'task (team, kind, due, since, place, country) WHERE team IS NOT NULL',
  task_node: 'task (node, kind, due, since, place, country) WHERE node IS NOT NULL',
  told_at: 'told (at, seq)',
};

/** What the rows depend on besides the log: a file of another stamp is made anew. */
export function stampOf(rules: string): string {
  return sha256(JSON.stringify([version, schema, questionIndexes, taskKinds, silentAfterDays, rules]));
}
