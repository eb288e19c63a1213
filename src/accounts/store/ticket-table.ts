import type { Tables } from '../../database/tables.ts';

/** Half a sign-in: the first factor was right, the second one is still to be shown. Kept only as a hash. */
export interface KeptTicket {
  readonly hash: string;
  readonly accountId: string;
  /** Whether mail or the government's sign-on was the first factor. */
  readonly proven: boolean;
  readonly expiresAt: number;
}

const find = 'SELECT * FROM ticket WHERE hash = ? AND expires_at > ?';
const pose = 'UPDATE ticket SET challenge = ? WHERE hash = ?';

export function ticketTable({ one, run, together }: Tables) {
  return {
    add: ({ hash, accountId, proven, expiresAt }: KeptTicket) =>
      run(
        'INSERT INTO ticket (hash, account_id, proven, expires_at) VALUES (?, ?, ?, ?)',
        ...[hash, accountId, Number(proven), expiresAt],
      ),
    find: async (hash: string, now: number): Promise<KeptTicket | undefined> => {
      const row = await one(find, hash, now);
      if (row === undefined) return undefined;
      const { account_id: accountId, proven, expires_at: expiresAt } = row;
      return { hash, accountId: String(accountId), proven: proven === 1, expiresAt: Number(expiresAt) };
    },
    /** False when somebody else was faster: a ticket is good once. */
    use: async (hash: string) => (await run('DELETE FROM ticket WHERE hash = ?', hash)) === 1,
    /** Keeps what a passkey is asked to sign. */
    pose: (hash: string, challenge: string) => run(pose, challenge, hash),
    /** What it was asked to sign; that can be answered once. */
    takeChallenge: (hash: string, now: number) =>
      together(async (within) => {
        const challenge = (await within.one(find, hash, now))?.['challenge'];
        await within.run(pose, null, hash);
        return typeof challenge === 'string' ? challenge : undefined;
      }),
  };
}
