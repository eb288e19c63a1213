/**
 * What sources said beside the values stands in a table of its own, so that nobody who reads entries reads it as well.
 * The entry names it by its digest, which the chain of digests covers. The triggers let in only what belongs to the
 * entry written last, once, and nothing ever leaves.
 */
export const migration0002 = `
CREATE TABLE kept (
  seq   INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER kept_keep_update BEFORE UPDATE ON kept
BEGIN SELECT RAISE(ABORT, 'kept is append-only'); END;
CREATE TRIGGER kept_keep_delete BEFORE DELETE ON kept
BEGIN SELECT RAISE(ABORT, 'kept is append-only'); END;
CREATE TRIGGER kept_keep_order BEFORE INSERT ON kept
WHEN NEW.seq IS NOT (SELECT max(seq) FROM entry) OR EXISTS (SELECT 1 FROM kept WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'kept is append-only'); END;
`;

/** The triggers that this schema adds. */
export const guards0002 = ['kept_keep_update', 'kept_keep_delete', 'kept_keep_order'] as const;
