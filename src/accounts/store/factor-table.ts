import type { SecondFactor } from '../../operations/ports/accounts.ts';
import type { Connection } from './connection.ts';

export interface KeptAuthenticator {
  readonly key: Uint8Array;
  /** The time step of the last code that was taken: no earlier one and not this one counts again (RFC 6238, 5.2). */
  readonly lastStep: number;
}

/** Second factors but for the passkeys' own data: authenticator, recovery codes, and what a change of them means for sessions. */
export function factorTable({ db, ask, together }: Connection) {
  const find = db.prepare('SELECT key, last_step FROM authenticator WHERE account_id = ? AND confirmed = ?');
  const propose = db.prepare('INSERT OR REPLACE INTO authenticator VALUES (?, 0, ?, 0)');
  const dropConfirmed = db.prepare('DELETE FROM authenticator WHERE account_id = ? AND confirmed = 1');
  const confirm = db.prepare(
    'UPDATE authenticator SET confirmed = 1, last_step = ? WHERE account_id = ? AND confirmed = 0 AND key = ?',
  );
  const step = db.prepare(
    'UPDATE authenticator SET last_step = ?1 WHERE account_id = ? AND confirmed = 1 AND last_step < ?1',
  );
  const kinds = db.prepare(`SELECT 'code' AS kind FROM authenticator WHERE account_id = ?1 AND confirmed = 1
    UNION SELECT 'passkey' FROM passkey WHERE account_id = ?1 ORDER BY kind`);
  const dropCodes = db.prepare('DELETE FROM recovery_code WHERE account_id = ?');
  const addCode = db.prepare('INSERT INTO recovery_code VALUES (?, ?)');
  const useCode = db.prepare('DELETE FROM recovery_code WHERE account_id = ? AND hash = ?');
  const strengthen = db.prepare('UPDATE session SET strong = 1 WHERE token_hash = ?');
  const endOthers = db.prepare('DELETE FROM session WHERE account_id = ? AND token_hash <> ?');
  const endTickets = db.prepare('DELETE FROM ticket WHERE account_id = ?');
  const weaken = db.prepare('UPDATE session SET strong = 0 WHERE account_id = ?');

  const kindsOf = (accountId: string): SecondFactor[] =>
    kinds.all(accountId).map((row) => (row['kind'] === 'code' ? 'code' : 'passkey'));

  /** New recovery codes; this session is strong and the only one. Within a transaction. */
  const start = (accountId: string, codeHashes: readonly string[], tokenHash: string) => {
    dropCodes.run(accountId);
    for (const hash of codeHashes) addCode.run(accountId, hash);
    strengthen.run(tokenHash);
    endOthers.run(accountId, tokenHash);
    endTickets.run(accountId);
  };

  /** Without any second factor recovery codes open nothing and no session is strong. Within a transaction. */
  const settle = (accountId: string) => {
    if (kindsOf(accountId).length > 0) return;
    dropCodes.run(accountId);
    weaken.run(accountId);
  };

  return {
    start,
    settle,
    strengthen: (tokenHash: string) => strengthen.run(tokenHash),
    kindsOf: (accountId: string) => ask(() => kindsOf(accountId)),
    /** The one in force, or the one being set up. */
    authenticator: (accountId: string, confirmed: boolean): Promise<KeptAuthenticator | undefined> =>
      ask(() => {
        const row = find.get(accountId, Number(confirmed));
        if (!(row?.['key'] instanceof Uint8Array)) return undefined;
        return { key: row['key'], lastStep: Number(row['last_step']) };
      }),
    propose: (accountId: string, key: Uint8Array) => ask(() => propose.run(accountId, key)),
    /** The one being set up takes the place of the one in force; false when it is not this one any more. */
    confirm: (
      accountId: string,
      { key, lastStep }: KeptAuthenticator,
      codeHashes: readonly string[],
      tokenHash: string,
    ) =>
      together(() => {
        if (find.get(accountId, 0) === undefined) return false;
        dropConfirmed.run(accountId);
        if (confirm.run(lastStep, accountId, key).changes !== 1) throw new Error('another key in between');
        start(accountId, codeHashes, tokenHash);
        return true;
      }),
    /** False when a code of this time step or a later one was taken before. */
    useStep: (accountId: string, at: number) => ask(() => step.run(at, accountId).changes === 1),
    useRecoveryCode: (accountId: string, hash: string) => ask(() => useCode.run(accountId, hash).changes === 1),
    removeAuthenticator: (accountId: string) =>
      together(() => {
        dropConfirmed.run(accountId);
        settle(accountId);
      }),
  };
}
