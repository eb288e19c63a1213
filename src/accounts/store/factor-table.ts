import type { Tables } from '../../database/tables.ts';
import type { SecondFactor } from '../../operations/ports/accounts.ts';
import { factorChange } from './factor-change.ts';
import { isSignIn } from './letter-table.ts';

export interface KeptAuthenticator {
  readonly key: Uint8Array;
  /** The time step of the last code that was taken: no earlier one and not this one counts again (RFC 6238, 5.2). */
  readonly lastStep: number;
}

/** Authenticators: one in force and one being set up for each account at most. And recovery codes. */
export function factorTable({ all, one, run, together }: Tables) {
  const drop = 'DELETE FROM authenticator WHERE account_id = ? AND confirmed = 1';
  return {
    kindsOf: async (accountId: string) => {
      const rows = await all(
        `SELECT 'code' AS kind FROM authenticator WHERE account_id = ?1 AND confirmed = 1
          UNION SELECT 'passkey' AS kind FROM passkey WHERE account_id = ?1 ORDER BY kind`,
        accountId,
      );
      return rows.map((row): SecondFactor => (row['kind'] === 'code' ? 'code' : 'passkey'));
    },
    /** The one in force, or the one being set up. */
    authenticator: async (accountId: string, confirmed: boolean): Promise<KeptAuthenticator | undefined> => {
      const row = await one(
        'SELECT key, last_step FROM authenticator WHERE account_id = ? AND confirmed = ?',
        ...[accountId, Number(confirmed)],
      );
      if (!(row?.['key'] instanceof Uint8Array)) return undefined;
      return { key: row['key'], lastStep: Number(row['last_step']) };
    },
    propose: (accountId: string, key: Uint8Array) =>
      run(
        `INSERT INTO authenticator VALUES (?, 0, ?, 0)
          ON CONFLICT (account_id, confirmed) DO UPDATE SET key = excluded.key, last_step = 0`,
        ...[accountId, key],
      ),
    /** The one being set up takes the place of the one in force; false when another was begun in the meantime. */
    confirm: (
      accountId: string,
      { key, lastStep }: KeptAuthenticator,
      codeHashes: readonly string[],
      tokenHash: string,
    ) =>
      together(async (within) => {
        const proposed = await within.one(
          'SELECT 1 FROM authenticator WHERE account_id = ? AND confirmed = 0 AND key = ?',
          ...[accountId, key],
        );
        if (proposed === undefined) return false;
        await within.run(drop, accountId);
        await within.run(
          'UPDATE authenticator SET confirmed = 1, last_step = ? WHERE account_id = ? AND confirmed = 0',
          ...[lastStep, accountId],
        );
        await factorChange(within).start(accountId, codeHashes, tokenHash);
        return true;
      }),
    /** False when a code of this time step or a later one was taken before. */
    useStep: async (accountId: string, at: number) =>
      (await run(
        'UPDATE authenticator SET last_step = ?1 WHERE account_id = ?2 AND confirmed = 1 AND last_step < ?1',
        ...[at, accountId],
      )) === 1,
    useRecoveryCode: async (accountId: string, hash: string) =>
      (await run('DELETE FROM recovery_code WHERE account_id = ? AND hash = ?', accountId, hash)) === 1,
    /** Nothing of the account opens anything any more but its mailbox. */
    reset: (accountId: string) =>
      together(async (within) => {
        for (const table of ['authenticator', 'passkey', 'recovery_code', 'session', 'ticket'])
          await within.run(`DELETE FROM ${table} WHERE account_id = ?`, accountId);
        // A link to sign in that was asked for before may be in the hands of whoever has the password.
        const letters = await within.all('SELECT hash, body FROM letter WHERE account_id = ?', accountId);
        for (const letter of letters.filter(isSignIn))
          await within.run('DELETE FROM letter WHERE hash = ?', String(letter['hash']));
        await within.run('UPDATE account SET password_hash = NULL WHERE id = ?', accountId);
      }),
    removeAuthenticator: (accountId: string) =>
      together(async (within) => {
        await within.run(drop, accountId);
        await factorChange(within).settle(accountId);
      }),
  };
}
