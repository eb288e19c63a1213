import type { Statements } from '../../database/tables.ts';

/** What a change of second factors means for recovery codes and sessions. To be called within a transaction. */
export function factorChange({ one, run }: Statements) {
  const dropCodes = (accountId: string) => run('DELETE FROM recovery_code WHERE account_id = ?', accountId);
  const strengthen = (tokenHash: string) =>
    run('UPDATE session SET strong = 1 WHERE token_hash = ?', tokenHash);
  return {
    /** New recovery codes in place of old ones; this session is strong and the only one. */
    start: async (accountId: string, codeHashes: readonly string[], tokenHash: string) => {
      await dropCodes(accountId);
      for (const hash of codeHashes) await run('INSERT INTO recovery_code VALUES (?, ?)', accountId, hash);
      await strengthen(tokenHash);
      await run('DELETE FROM session WHERE account_id = ? AND token_hash <> ?', accountId, tokenHash);
      await run('DELETE FROM ticket WHERE account_id = ?', accountId);
    },
    /** One more: recovery codes and other sessions stay. */
    extend: strengthen,
    /** Without any second factor recovery codes open nothing and no session is strong. */
    settle: async (accountId: string) => {
      const any = await one(
        `SELECT 1 FROM authenticator WHERE account_id = ?1 AND confirmed = 1
          UNION SELECT 1 FROM passkey WHERE account_id = ?1`,
        accountId,
      );
      if (any !== undefined) return;
      await dropCodes(accountId);
      await run('UPDATE session SET strong = 0 WHERE account_id = ?', accountId);
    },
  };
}
