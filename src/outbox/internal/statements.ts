import type { DatabaseSync } from 'node:sqlite';

/** Everything the outbox asks of its file, prepared once. A statement that ends a try names it: `attempts` must still be its own. */
export function prepareStatements(db: DatabaseSync) {
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
    take: db.prepare(
      `INSERT INTO letter (key, recipient, subject, body, queued_at, next_try_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO NOTHING`,
    ),
    nextDue: db.prepare(
      `SELECT seq, key, recipient, subject, body, attempts, queued_at FROM letter
       WHERE standing = 'waiting' AND next_try_at <= ? ORDER BY attempts, seq DESC LIMIT 1`,
    ),
    claim: db.prepare(
      `UPDATE letter SET attempts = attempts + 1, next_try_at = ?1
       WHERE seq = ?2 AND attempts = ?3 - 1 AND standing = 'waiting'`,
    ),
    leave: db.prepare(
      "UPDATE letter SET standing = 'uncertain' WHERE seq = ? AND attempts = ? AND standing = 'waiting'",
    ),
    // Whatever was decided meanwhile: an accepted letter has left.
    sent: db.prepare(
      "UPDATE letter SET standing = 'sent', sent_at = ?, body = NULL, problem = NULL WHERE seq = ?",
    ),
    uncertain: db.prepare(
      "UPDATE letter SET problem = ? WHERE seq = ? AND attempts = ? AND standing = 'uncertain'",
    ),
    later: db.prepare(
      `UPDATE letter SET standing = 'waiting', problem = ?
       WHERE seq = ? AND attempts = ? AND standing IN ('waiting', 'uncertain') AND body IS NOT NULL`,
    ),
    giveUp: db.prepare(
      `UPDATE letter SET standing = 'given up', problem = ?
       WHERE seq = ? AND attempts = ? AND standing IN ('waiting', 'uncertain') AND body IS NOT NULL`,
    ),
    sendAgain: db.prepare(
      `UPDATE letter SET standing = 'waiting', next_try_at = ?
       WHERE key = ? AND standing IN ('uncertain', 'given up') AND body IS NOT NULL`,
    ),
    forget: db.prepare(
      `UPDATE letter SET recipient = '', subject = '', body = NULL, problem = NULL,
         standing = CASE standing WHEN 'waiting' THEN 'given up' ELSE standing END
       WHERE lower(recipient) = lower(?)`,
    ),
    countWaiting: db.prepare("SELECT count(*) AS n FROM letter WHERE standing = 'waiting'"),
    lastQueued: db.prepare('SELECT max(queued_at) AS at FROM letter WHERE key >= ?1 AND key < ?2'),
    accounts: db.prepare('SELECT * FROM letter ORDER BY seq DESC LIMIT ?'),
  };
}
