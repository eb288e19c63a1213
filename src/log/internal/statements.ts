import type { DatabaseSync } from 'node:sqlite';

/** Everything the log asks of its file, prepared once. */
export function prepareStatements(db: DatabaseSync) {
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
    head: db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM entry'),
    lastEntry: db.prepare('SELECT seq, digest FROM entry ORDER BY seq DESC LIMIT 1'),
    lastNumber: db.prepare(
      "SELECT number FROM entry WHERE kind = 'revision' AND record_id = ? ORDER BY number DESC LIMIT 1",
    ),
    lastSeqOf: db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM entry WHERE record_id = ?'),
    revision: db.prepare(
      "SELECT seq, body FROM entry WHERE kind = 'revision' AND record_id = ? AND number = ?",
    ),
    insertEntry: db.prepare(
      'INSERT INTO entry (seq, kind, record_id, register, number, at, post, body, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    insertKey: db.prepare('INSERT INTO record_key (scheme, value, seq, record_id) VALUES (?, ?, ?, ?)'),
    insertKept: db.prepare('INSERT INTO kept (seq, bytes) VALUES (?, ?)'),
    kept: db.prepare(
      "SELECT number, body -> '$.kept' AS name, bytes FROM entry JOIN kept ON kept.seq = entry.seq WHERE kind = 'revision' AND record_id = ? AND number <= ? ORDER BY number DESC LIMIT 1",
    ),
    since: db.prepare('SELECT seq, body FROM entry WHERE seq > ? ORDER BY seq LIMIT ?'),
    postsSince: db.prepare(
      "SELECT seq, body FROM entry WHERE kind = 'post' AND seq > ? ORDER BY seq LIMIT ?",
    ),
    latest: db.prepare(
      "SELECT seq, body FROM entry WHERE kind = 'revision' AND record_id = ? ORDER BY number DESC LIMIT 1",
    ),
    history: db.prepare('SELECT seq, body FROM entry WHERE record_id = ? ORDER BY seq'),
    findByKey: db.prepare(
      'SELECT record_id FROM record_key WHERE scheme = ? AND value = ? ORDER BY seq DESC LIMIT 1',
    ),
    bodyAt: db.prepare('SELECT body FROM entry WHERE seq = ?'),
    erase: db.prepare('UPDATE entry SET body = ? WHERE seq = ?'),
    eraseKept: db.prepare('DELETE FROM kept WHERE seq = ?'),
    erasures: db.prepare(
      "SELECT seq, body FROM record_key JOIN entry USING (seq) WHERE scheme = 'erased' AND value = '' ORDER BY seq",
    ),
    intakes: db.prepare("SELECT seq, body FROM entry WHERE kind = 'intake' ORDER BY seq DESC LIMIT ?"),
    intakesOf: db.prepare(
      "SELECT seq, body FROM entry WHERE kind = 'intake' AND body ->> '$.intake.sha256' = ? ORDER BY seq DESC LIMIT ?",
    ),
  };
}
