import { gathered } from '../../database/gathered.ts';
import type { TableRow, Tables } from '../../database/tables.ts';
import type { Account } from '../../operations/ports/accounts.ts';
import { accountColumns, accountOf } from './account-table.ts';

/** A session as kept: its token only as a hash. Instants in milliseconds. */
export interface KeptSession {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly strong: boolean;
  /** Whether it was opened by mail or by the government's sign-on. */
  readonly proven: boolean;
  readonly beganAt: number;
  readonly seenAt: number;
}

/** A session of somebody, as both are now. */
export interface HeldSession {
  readonly kept: KeptSession;
  readonly account: Account;
}

const find = 'SELECT challenge FROM session WHERE token_hash = ?';
const pose = 'UPDATE session SET challenge = ? WHERE token_hash = ?';

const findHeld = `SELECT token_hash, account_id, strong, proven, began_at, seen_at, ${accountColumns}
  FROM session JOIN account ON account.id = session.account_id WHERE token_hash IN`;
/** How many tokens one question has places for: few sentences, each of which the database has prepared. */
const places = [1, 4, 16, 64] as const;

export function sessionTable({ all, run, together }: Tables) {
  // Every page of everybody who is signed in asks for this.
  const heldOf = gathered(
    async (tokenHashes: readonly string[]) => {
      const [first = ''] = tokenHashes;
      const wide = places.find((wide) => wide >= tokenHashes.length) ?? tokenHashes.length;
      const asked = Array.from({ length: wide }, (_, place) => tokenHashes[place] ?? first);
      const rows = await all(`${findHeld} (${asked.map(() => '?').join(', ')})`, ...asked);
      return new Map(rows.map((row) => [String(row['token_hash']), heldFrom(row)]));
    },
    Math.max(...places),
  );
  return {
    open: ({ tokenHash, accountId, strong, proven, beganAt, seenAt }: KeptSession) =>
      run(
        `INSERT INTO session (token_hash, account_id, strong, proven, began_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)`,
        ...[tokenHash, accountId, Number(strong), Number(proven), beganAt, seenAt],
      ),
    find: async (tokenHash: string) => (await heldOf(tokenHash)).get(tokenHash),
    see: (tokenHash: string, at: number) =>
      run('UPDATE session SET seen_at = ? WHERE token_hash = ?', at, tokenHash),
    end: (tokenHash: string) => run('DELETE FROM session WHERE token_hash = ?', tokenHash),
    /** Half-finished sign-ins end too. */
    endAllOf: (accountId: string) =>
      together(async (within) => {
        await within.run('DELETE FROM session WHERE account_id = ?', accountId);
        await within.run('DELETE FROM ticket WHERE account_id = ?', accountId);
      }),
    /** Keeps what a passkey is asked to sign. */
    pose: (tokenHash: string, challenge: string) => run(pose, challenge, tokenHash),
    /** What it was asked to sign; that can be answered once. */
    takeChallenge: (tokenHash: string) =>
      together(async (within) => {
        const challenge = (await within.one(find, tokenHash))?.['challenge'];
        await within.run(pose, null, tokenHash);
        return typeof challenge === 'string' ? challenge : undefined;
      }),
  };
}

function heldFrom(row: TableRow): HeldSession {
  const kept = {
    tokenHash: String(row['token_hash']),
    accountId: String(row['account_id']),
    strong: row['strong'] === 1,
    proven: row['proven'] === 1,
    beganAt: Number(row['began_at']),
    seenAt: Number(row['seen_at']),
  };
  return { kept, account: accountOf(row) };
}
