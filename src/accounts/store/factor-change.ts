import type { DatabaseSync } from 'node:sqlite';

/** What a change of second factors means for recovery codes and sessions. To be called within a transaction. */
export function factorChange(db: DatabaseSync) {
  const any = db.prepare(`SELECT 1 FROM authenticator WHERE account_id = ?1 AND confirmed = 1
    UNION SELECT 1 FROM passkey WHERE account_id = ?1`);
  const dropCodes = db.prepare('DELETE FROM recovery_code WHERE account_id = ?');
  const addCode = db.prepare('INSERT INTO recovery_code VALUES (?, ?)');
  const strengthen = db.prepare('UPDATE session SET strong = 1 WHERE token_hash = ?');
  const endOthers = db.prepare('DELETE FROM session WHERE account_id = ? AND token_hash <> ?');
  const endTickets = db.prepare('DELETE FROM ticket WHERE account_id = ?');
  const weaken = db.prepare('UPDATE session SET strong = 0 WHERE account_id = ?');

  return {
    /** New recovery codes in place of old ones; this session is strong and the only one. */
    start: (accountId: string, codeHashes: readonly string[], tokenHash: string) => {
      dropCodes.run(accountId);
      for (const hash of codeHashes) addCode.run(accountId, hash);
      strengthen.run(tokenHash);
      endOthers.run(accountId, tokenHash);
      endTickets.run(accountId);
    },
    /** One more: recovery codes and other sessions stay. */
    extend: (tokenHash: string) => strengthen.run(tokenHash),
    /** Without any second factor recovery codes open nothing and no session is strong. */
    settle: (accountId: string) => {
      if (any.get(accountId) !== undefined) return;
      dropCodes.run(accountId);
      weaken.run(accountId);
    },
  };
}
