import type { LetterSecret } from '../../operations/ports/accounts.ts';
import type { Connection } from './connection.ts';

/** A mailed secret, kept only as a hash. Instants in milliseconds. */
export interface KeptLetter {
  readonly hash: string;
  readonly what: LetterSecret;
  readonly madeAt: number;
  readonly expiresAt: number;
}

/** How many links to sign in an account may ask for since an instant. */
export interface LetterLimit {
  readonly most: number;
  readonly since: number;
}

export function letterTable({ db, ask, together }: Connection) {
  const add = db.prepare(`INSERT INTO letter (hash, account_id, email_key, body, made_at, expires_at)
    SELECT ?, ?, ?, ?, ?, ? WHERE ?2 IS NULL OR EXISTS (SELECT 1 FROM account WHERE id = ?2)`);
  const find = db.prepare('SELECT body FROM letter WHERE hash = ? AND expires_at > ?');
  const use = db.prepare('DELETE FROM letter WHERE hash = ? AND expires_at > ? RETURNING body');
  const made = db.prepare(`SELECT made_at FROM letter
    WHERE account_id = ? AND made_at > ? AND body ->> 'purpose' = 'signIn' ORDER BY made_at DESC`);

  const keep = ({ hash, what, madeAt, expiresAt }: KeptLetter, emailKey: string | undefined) => {
    const accountId = 'accountId' in what ? what.accountId : null;
    add.run(hash, accountId, emailKey ?? null, JSON.stringify(what), madeAt, expiresAt);
  };

  return {
    /** `emailKey` is the address that the letter invites. A letter for an account that is gone is not kept. */
    add: (letter: KeptLetter, emailKey: string | undefined) => ask(() => keep(letter, emailKey)),
    /**
     * Keeps a link to sign in unless the account has asked for too many: then nothing is kept, and the instant of the
     * oldest of these is given. Counted and kept in one, so that of links asked for at the same moment none is too many.
     */
    addSignIn: (letter: KeptLetter, accountId: string, { most, since }: LetterLimit) =>
      together(() => {
        const oldest = made.all(accountId, since)[most - 1]?.['made_at'];
        if (oldest !== undefined) return Number(oldest);
        keep(letter, undefined);
        return undefined;
      }),
    find: (hash: string, now: number) => ask(() => whatOf(find.get(hash, now))),
    /** Undefined when it is used up, expired or was never made: of two who use one secret only one gets it. */
    use: (hash: string, now: number) => ask(() => whatOf(use.get(hash, now))),
  };
}

/** Written by `add` alone, hence the form. */
function whatOf(row: { body?: unknown } | undefined): LetterSecret | undefined {
  return row === undefined ? undefined : (JSON.parse(String(row.body)) as LetterSecret);
}
