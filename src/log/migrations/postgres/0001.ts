/**
 * The log in PostgreSQL: the same entries as in SQLite, byte for byte, so that the same digests follow. Texts are
 * compared by their bytes (`COLLATE "C"`). Keys are bytes, since PostgreSQL keeps no zero character in a text, and are
 * looked up by their digest, since an index takes no more than 2,700 bytes. The triggers keep all tables append-only
 * against everybody but who takes them away, which `verify` finds: no update, no delete, no truncate, no gap.
 */
export const migration0001 = `
CREATE TABLE entry (
  seq       BIGINT PRIMARY KEY,
  kind      TEXT COLLATE "C" NOT NULL,
  record_id TEXT COLLATE "C",
  register  TEXT COLLATE "C",
  number    BIGINT,
  at        TEXT COLLATE "C" NOT NULL,
  post      TEXT COLLATE "C" NOT NULL,
  body      TEXT COLLATE "C" NOT NULL,
  digest    TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX entry_revision ON entry (record_id, number) WHERE kind = 'revision';
CREATE INDEX entry_record ON entry (record_id, seq) WHERE record_id IS NOT NULL;
CREATE INDEX entry_intake ON entry (seq) WHERE kind = 'intake';
CREATE INDEX entry_post ON entry (seq) WHERE kind = 'post';

CREATE TABLE record_key (
  scheme    BYTEA NOT NULL,
  value     BYTEA NOT NULL,
  seq       BIGINT NOT NULL,
  record_id TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX record_key_once ON record_key (sha256(sha256(scheme) || value), seq);
CREATE INDEX record_key_seq ON record_key (seq);

CREATE TABLE kept (
  seq   BIGINT PRIMARY KEY,
  bytes BYTEA NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE FUNCTION entry_goes_on() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NEW.seq IS DISTINCT FROM (SELECT coalesce(max(seq), 0) + 1 FROM entry) THEN
    RAISE EXCEPTION 'entry.seq goes on without gaps';
  END IF;
  IF NEW.kind = 'revision' AND NEW.number IS DISTINCT FROM (
    SELECT coalesce(max(number), 0) + 1 FROM entry WHERE kind = 'revision' AND record_id = NEW.record_id) THEN
    RAISE EXCEPTION 'entry.number goes on without gaps';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION beside_an_entry() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION '% is written with its entry', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER entry_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_keep_order BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION entry_goes_on();
CREATE TRIGGER record_key_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON record_key FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_key_keep_order BEFORE INSERT ON record_key FOR EACH ROW EXECUTE FUNCTION beside_an_entry();
CREATE TRIGGER kept_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON kept FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept_keep_order BEFORE INSERT ON kept FOR EACH ROW EXECUTE FUNCTION beside_an_entry();
`;

/** The triggers of this schema; `verify` looks whether all are still there and in force. */
export const guards0001 = [
  'entry_keep',
  'entry_keep_order',
  'record_key_keep',
  'record_key_keep_order',
  'kept_keep',
  'kept_keep_order',
] as const;
