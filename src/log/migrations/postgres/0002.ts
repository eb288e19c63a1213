/**
 * What an event says to be erased can be taken out, as in a file: the body of an entry that a later event about the same
 * record names, for the very one that the event names by its digest; then what is kept beside it. JSON functions are let
 * near such events alone, since they stumble over a zero character.
 */
export const migration0002 = `
CREATE FUNCTION erased_as_said() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF (NEW.seq, NEW.kind, NEW.record_id, NEW.register, NEW.number, NEW.at, NEW.post, NEW.digest)
      IS DISTINCT FROM (OLD.seq, OLD.kind, OLD.record_id, OLD.register, OLD.number, OLD.at, OLD.post, OLD.digest)
    OR NOT EXISTS (
      SELECT 1 FROM entry said, LATERAL json_array_elements(
        CASE WHEN strpos(said.body, '"type":"erased"') > 0 THEN said.body::json -> 'event' -> 'of' ELSE '[]'::json END) one
      WHERE said.record_id = OLD.record_id AND said.seq > OLD.seq AND said.kind = 'event'
        AND (one ->> 'seq')::bigint = OLD.seq
        AND one ->> 'sha256' = encode(sha256(convert_to(NEW.body, 'UTF8')), 'hex')) THEN
    RAISE EXCEPTION 'entry is append-only';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION kept_of_erased() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM entry WHERE seq = OLD.seq AND strpos(body, '"sealed":{') > 0
      AND strpos(body, '"kept":{"form":') = 0) THEN
    RAISE EXCEPTION 'kept is append-only';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER entry_keep ON entry;
CREATE TRIGGER entry_keep BEFORE DELETE OR TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_keep_update BEFORE UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION erased_as_said();
DROP TRIGGER kept_keep ON kept;
CREATE TRIGGER kept_keep BEFORE UPDATE OR TRUNCATE ON kept FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept_keep_delete BEFORE DELETE ON kept FOR EACH ROW EXECUTE FUNCTION kept_of_erased();
`;

/** The triggers that this schema adds. */
export const guards0002 = ['entry_keep_update', 'kept_keep_delete'] as const;
