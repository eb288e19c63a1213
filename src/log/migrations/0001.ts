/**
 * The first schema. `body` holds the whole entry as JSON, exactly as written, and `digest` chains it to the entry
 * before; the other columns repeat parts of the body so that they can be looked up. The triggers keep both tables
 * append-only against every program that opens the file: no update, no delete, no gap, no `INSERT OR REPLACE`
 * (which deletes without asking a delete trigger).
 */
export const migration0001 = `
CREATE TABLE entry (
  seq       INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL,
  record_id TEXT,
  register  TEXT,
  number    INTEGER,
  at        TEXT NOT NULL,
  post      TEXT NOT NULL,
  body      TEXT NOT NULL,
  digest    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX entry_revision ON entry (record_id, number) WHERE kind = 'revision';
CREATE INDEX entry_record ON entry (record_id, seq) WHERE record_id IS NOT NULL;
CREATE INDEX entry_intake ON entry (seq) WHERE kind = 'intake';

CREATE TABLE record_key (
  scheme    TEXT NOT NULL,
  value     TEXT NOT NULL,
  seq       INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  PRIMARY KEY (scheme, value, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_keep_update BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;
CREATE TRIGGER entry_keep_delete BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;
CREATE TRIGGER entry_keep_order BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'entry.seq goes on without gaps'); END;
CREATE TRIGGER entry_keep_numbers BEFORE INSERT ON entry
WHEN NEW.kind = 'revision' AND NEW.number IS NOT (
  SELECT coalesce(max(number), 0) + 1 FROM entry WHERE kind = 'revision' AND record_id = NEW.record_id)
BEGIN SELECT RAISE(ABORT, 'entry.number goes on without gaps'); END;

CREATE TRIGGER record_key_keep_update BEFORE UPDATE ON record_key
BEGIN SELECT RAISE(ABORT, 'record_key is append-only'); END;
CREATE TRIGGER record_key_keep_delete BEFORE DELETE ON record_key
BEGIN SELECT RAISE(ABORT, 'record_key is append-only'); END;
CREATE TRIGGER record_key_keep_order BEFORE INSERT ON record_key
WHEN NEW.seq IS NOT (SELECT max(seq) FROM entry)
  OR EXISTS (SELECT 1 FROM record_key WHERE scheme = NEW.scheme AND value = NEW.value AND seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'record_key is append-only'); END;
`;

/** The triggers of this schema; `verify` looks whether all are still there. */
export const guards0001 = [
  'entry_keep_update',
  'entry_keep_delete',
  'entry_keep_order',
  'entry_keep_numbers',
  'record_key_keep_update',
  'record_key_keep_delete',
  'record_key_keep_order',
] as const;
