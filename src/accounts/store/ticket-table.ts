import type { Connection } from './connection.ts';

/** Half a sign-in: the first factor was right, the second one is still to be shown. Kept only as a hash. */
export interface KeptTicket {
  readonly hash: string;
  readonly accountId: string;
  /** Whether mail or the government's sign-on was the first factor. */
  readonly proven: boolean;
  readonly expiresAt: number;
}

export function ticketTable({ db, ask, together }: Connection) {
  const add = db.prepare('INSERT INTO ticket (hash, account_id, proven, expires_at) VALUES (?, ?, ?, ?)');
  const find = db.prepare('SELECT * FROM ticket WHERE hash = ? AND expires_at > ?');
  const use = db.prepare('DELETE FROM ticket WHERE hash = ?');
  const pose = db.prepare('UPDATE ticket SET challenge = ? WHERE hash = ?');

  return {
    add: ({ hash, accountId, proven, expiresAt }: KeptTicket) =>
      ask(() => add.run(hash, accountId, Number(proven), expiresAt)),
    find: (hash: string, now: number): Promise<KeptTicket | undefined> =>
      ask(() => {
        const row = find.get(hash, now);
        if (row === undefined) return undefined;
        const { account_id: accountId, proven, expires_at: expiresAt } = row;
        return { hash, accountId: String(accountId), proven: proven === 1, expiresAt: Number(expiresAt) };
      }),
    /** False when somebody else was faster: a ticket is good once. */
    use: (hash: string) => ask(() => use.run(hash).changes === 1),
    /** Keeps what a passkey is asked to sign. */
    pose: (hash: string, challenge: string) => ask(() => pose.run(challenge, hash)),
    /** What it was asked to sign; that can be answered once. */
    takeChallenge: (hash: string, now: number) =>
      together(() => {
        const challenge = find.get(hash, now)?.['challenge'];
        pose.run(null, hash);
        return typeof challenge === 'string' ? challenge : undefined;
      }),
  };
}
