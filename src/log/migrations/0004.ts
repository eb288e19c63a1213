/**
 * What an event says to be erased can be taken out: the body of an entry that a later event about the same record names,
 * for one that says what it holds no more; then what is kept beside it. Nothing else is let through. What is deleted is
 * overwritten by who does it (`secure_delete`).
 */
export const migration0004 = `
DROP TRIGGER entry_keep_update;
CREATE TRIGGER entry_keep_update BEFORE UPDATE ON entry
WHEN NEW.seq IS NOT OLD.seq OR NEW.kind IS NOT OLD.kind OR NEW.record_id IS NOT OLD.record_id
  OR NEW.register IS NOT OLD.register OR NEW.number IS NOT OLD.number OR NEW.at IS NOT OLD.at
  OR NEW.post IS NOT OLD.post OR NEW.digest IS NOT OLD.digest OR NEW.body -> '$.sealed' IS NULL
  OR NOT EXISTS (
    SELECT 1 FROM entry AS said, json_each(said.body, '$.event.of') AS one
    WHERE said.record_id = OLD.record_id AND said.seq > OLD.seq AND said.kind = 'event'
      AND said.body ->> '$.event.type' = 'erased' AND one.value ->> '$.seq' = OLD.seq)
BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;

DROP TRIGGER kept_keep_delete;
CREATE TRIGGER kept_keep_delete BEFORE DELETE ON kept
WHEN NOT EXISTS (
  SELECT 1 FROM entry WHERE seq = OLD.seq AND body -> '$.sealed' IS NOT NULL AND body -> '$.kept' IS NULL)
BEGIN SELECT RAISE(ABORT, 'kept is append-only'); END;
`;
