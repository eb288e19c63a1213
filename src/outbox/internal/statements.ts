/** Everything the outbox asks of its tables. A statement that ends a try names it: `attempts` must still be its own. */
export const sql = {
  take: `INSERT INTO outgoing (key, recipient, subject, body, queued_at, next_try_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO NOTHING`,
  nextDue: `SELECT seq, key, recipient, subject, body, attempts, queued_at FROM outgoing
       WHERE standing = 'waiting' AND next_try_at <= ? ORDER BY attempts, seq DESC LIMIT 1`,
  claim: `UPDATE outgoing SET attempts = attempts + 1, next_try_at = ?1
       WHERE seq = ?2 AND attempts = CAST(?3 AS BIGINT) - 1 AND standing = 'waiting'`,
  leave: "UPDATE outgoing SET standing = 'uncertain' WHERE seq = ? AND attempts = ? AND standing = 'waiting'",
  // Whatever was decided meanwhile: an accepted letter has left. Withdrawn before that it can only be in a folder.
  sent: `UPDATE outgoing SET standing = 'sent', sent_at = ?, body = NULL, problem = NULL
       WHERE seq = ? AND standing <> 'withdrawn'`,
  uncertain: "UPDATE outgoing SET problem = ? WHERE seq = ? AND attempts = ? AND standing = 'uncertain'",
  later: `UPDATE outgoing SET standing = 'waiting', problem = ?
       WHERE seq = ? AND attempts = ? AND standing IN ('waiting', 'uncertain') AND body IS NOT NULL`,
  giveUp: `UPDATE outgoing SET standing = 'given up', problem = ?
       WHERE seq = ? AND attempts = ? AND standing IN ('waiting', 'uncertain') AND body IS NOT NULL`,
  sendAgain: `UPDATE outgoing SET standing = 'waiting', next_try_at = ?
       WHERE key = ? AND standing IN ('uncertain', 'given up') AND body IS NOT NULL`,
  forget: `UPDATE outgoing SET recipient = '', subject = '', body = NULL, problem = NULL,
         standing = CASE standing WHEN 'waiting' THEN 'given up' ELSE standing END
       WHERE lower(recipient) = lower(?)`,
  withdraw: `INSERT INTO outgoing (key, recipient, subject, body, standing, queued_at) VALUES (?, '', '', NULL, 'withdrawn', ?)
       ON CONFLICT (key) DO UPDATE SET body = NULL, standing =
         CASE WHEN outgoing.standing IN ('waiting', 'given up') THEN 'withdrawn' ELSE outgoing.standing END`,
  // Withdrawn while it was being handed over, and it has not left: of a forgotten one there is no recipient either.
  keptBack: `UPDATE outgoing SET standing = 'withdrawn', problem = ?
       WHERE seq = ? AND attempts = ? AND standing = 'uncertain' AND body IS NULL AND recipient <> ''`,
  takenBack: "UPDATE outgoing SET standing = 'withdrawn', sent_at = NULL WHERE key = ? AND standing = 'sent'",
  countWaiting: "SELECT count(*) AS n FROM outgoing WHERE standing = 'waiting'",
  lastQueued: 'SELECT max(queued_at) AS at FROM outgoing WHERE key >= ?1 AND key < ?2',
  accounts: 'SELECT * FROM outgoing ORDER BY seq DESC LIMIT ?',
} as const;
