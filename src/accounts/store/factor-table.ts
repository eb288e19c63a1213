import type { SecondFactor } from '../../operations/ports/accounts.ts';
import type { Connection } from './connection.ts';
import { factorChange } from './factor-change.ts';

export interface KeptAuthenticator {
  readonly key: Uint8Array;
  /** The time step of the last code that was taken: no earlier one and not this one counts again (RFC 6238, 5.2). */
  readonly lastStep: number;
}

/** Authenticators: one in force and one being set up for each account at most. And recovery codes. */
export function factorTable({ db, ask, together }: Connection) {
  const { start, settle } = factorChange(db);
  const find = db.prepare('SELECT key, last_step FROM authenticator WHERE account_id = ? AND confirmed = ?');
  const proposed = db.prepare(
    'SELECT 1 FROM authenticator WHERE account_id = ? AND confirmed = 0 AND key = ?',
  );
  const propose = db.prepare('INSERT OR REPLACE INTO authenticator VALUES (?, 0, ?, 0)');
  const drop = db.prepare('DELETE FROM authenticator WHERE account_id = ? AND confirmed = 1');
  const confirm = db.prepare(
    'UPDATE authenticator SET confirmed = 1, last_step = ? WHERE account_id = ? AND confirmed = 0',
  );
  const step = db.prepare(
    'UPDATE authenticator SET last_step = ?1 WHERE account_id = ?2 AND confirmed = 1 AND last_step < ?1',
  );
  const kinds = db.prepare(`SELECT 'code' AS kind FROM authenticator WHERE account_id = ?1 AND confirmed = 1
    UNION SELECT 'passkey' FROM passkey WHERE account_id = ?1 ORDER BY kind`);
  const useCode = db.prepare('DELETE FROM recovery_code WHERE account_id = ? AND hash = ?');
  const forgetting = [
    ...['authenticator', 'passkey', 'recovery_code', 'session', 'ticket'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE account_id = ?`),
    ),
    // A link to sign in that was asked for before may be in the hands of whoever has the password.
    db.prepare("DELETE FROM letter WHERE account_id = ? AND body ->> 'purpose' = 'signIn'"),
    db.prepare('UPDATE account SET password_hash = NULL WHERE id = ?'),
  ];

  return {
    kindsOf: (accountId: string) =>
      ask(() =>
        kinds.all(accountId).map((row): SecondFactor => (row['kind'] === 'code' ? 'code' : 'passkey')),
      ),
    /** The one in force, or the one being set up. */
    authenticator: (accountId: string, confirmed: boolean): Promise<KeptAuthenticator | undefined> =>
      ask(() => {
        const row = find.get(accountId, Number(confirmed));
        if (!(row?.['key'] instanceof Uint8Array)) return undefined;
        return { key: row['key'], lastStep: Number(row['last_step']) };
      }),
    propose: (accountId: string, key: Uint8Array) => ask(() => propose.run(accountId, key)),
    /** The one being set up takes the place of the one in force; false when another was begun in the meantime. */
    confirm: (
      accountId: string,
      { key, lastStep }: KeptAuthenticator,
      codeHashes: readonly string[],
      tokenHash: string,
    ) =>
      together(() => {
        if (proposed.get(accountId, key) === undefined) return false;
        drop.run(accountId);
        confirm.run(lastStep, accountId);
        start(accountId, codeHashes, tokenHash);
        return true;
      }),
    /** False when a code of this time step or a later one was taken before. */
    useStep: (accountId: string, at: number) => ask(() => step.run(at, accountId).changes === 1),
    useRecoveryCode: (accountId: string, hash: string) =>
      ask(() => useCode.run(accountId, hash).changes === 1),
    /** Nothing of the account opens anything any more but its mailbox. */
    reset: (accountId: string) =>
      together(() => {
        for (const statement of forgetting) statement.run(accountId);
      }),
    removeAuthenticator: (accountId: string) =>
      together(() => {
        drop.run(accountId);
        settle(accountId);
      }),
  };
}
