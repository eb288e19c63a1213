import type { Row } from './account-table.ts';
import type { Connection } from './connection.ts';

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

export function sessionTable({ db, ask, together }: Connection) {
  const open = db.prepare(`INSERT INTO session (token_hash, account_id, strong, proven, began_at, seen_at)
    VALUES (?, ?, ?, ?, ?, ?)`);
  const find = db.prepare('SELECT * FROM session WHERE token_hash = ?');
  const see = db.prepare('UPDATE session SET seen_at = ? WHERE token_hash = ?');
  const end = db.prepare('DELETE FROM session WHERE token_hash = ?');
  const endAll = db.prepare('DELETE FROM session WHERE account_id = ?');
  const endTickets = db.prepare('DELETE FROM ticket WHERE account_id = ?');
  const pose = db.prepare('UPDATE session SET challenge = ? WHERE token_hash = ?');

  return {
    open: ({ tokenHash, accountId, strong, proven, beganAt, seenAt }: KeptSession) =>
      ask(() => open.run(tokenHash, accountId, Number(strong), Number(proven), beganAt, seenAt)),
    find: (tokenHash: string) => ask(() => sessionOf(find.get(tokenHash))),
    see: (tokenHash: string, at: number) => ask(() => see.run(at, tokenHash)),
    end: (tokenHash: string) => ask(() => end.run(tokenHash)),
    /** Half-finished sign-ins end too. */
    endAllOf: (accountId: string) =>
      together(() => {
        endAll.run(accountId);
        endTickets.run(accountId);
      }),
    /** Keeps what a passkey is asked to sign. */
    pose: (tokenHash: string, challenge: string) => ask(() => pose.run(challenge, tokenHash)),
    /** What it was asked to sign; that can be answered once. */
    takeChallenge: (tokenHash: string) =>
      together(() => {
        const challenge = find.get(tokenHash)?.['challenge'];
        pose.run(null, tokenHash);
        return typeof challenge === 'string' ? challenge : undefined;
      }),
  };
}

function sessionOf(row: Row | undefined): KeptSession | undefined {
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
