import type { TableRow, Tables } from '../../database/tables.ts';

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

const find = 'SELECT * FROM session WHERE token_hash = ?';
const pose = 'UPDATE session SET challenge = ? WHERE token_hash = ?';

export function sessionTable({ one, run, together }: Tables) {
  return {
    open: ({ tokenHash, accountId, strong, proven, beganAt, seenAt }: KeptSession) =>
      run(
        `INSERT INTO session (token_hash, account_id, strong, proven, began_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)`,
        ...[tokenHash, accountId, Number(strong), Number(proven), beganAt, seenAt],
      ),
    find: async (tokenHash: string) => sessionOf(await one(find, tokenHash)),
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

function sessionOf(row: TableRow | undefined): KeptSession | undefined {
  if (row === undefined) return undefined;
  return {
    tokenHash: String(row['token_hash']),
    accountId: String(row['account_id']),
    strong: row['strong'] === 1,
    proven: row['proven'] === 1,
    beganAt: Number(row['began_at']),
    seenAt: Number(row['seen_at']),
  };
}
