import type { Statements, TableRow, Tables } from '../../database/tables.ts';
import type { LetterSecret } from '../../operations/ports/accounts.ts';

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

type Invitation = Extract<LetterSecret, { purpose: 'invitation' }>;

export function letterTable({ one, all, run, together }: Tables) {
  return {
    /** `emailKey` is the address that the letter invites. A letter for an account that is gone is not kept. */
    add: (letter: KeptLetter, emailKey: string | undefined) => keep({ run }, letter, emailKey),
    /**
     * Keeps a link to sign in unless the account has asked for too many: then nothing is kept, and the instant of the
     * oldest of these is given. Counted and kept in one, so that of links asked for at the same moment none is too many.
     */
    addSignIn: (letter: KeptLetter, accountId: string, { most, since }: LetterLimit) =>
      together(async (within) => {
        const made = await within.all(
          'SELECT made_at, body FROM letter WHERE account_id = ? AND made_at > ? ORDER BY made_at DESC',
          ...[accountId, since],
        );
        const oldest = made.filter(isSignIn)[most - 1]?.['made_at'];
        if (oldest !== undefined) return Number(oldest);
        await keep(within, letter, undefined);
        return undefined;
      }),
    find: async (hash: string, now: number) =>
      whatOf(await one('SELECT body FROM letter WHERE hash = ? AND expires_at > ?', hash, now)),
    /** Undefined when it is used up, withdrawn, expired or was never made: of two who use one secret only one gets it. */
    use: (hash: string, now: number) =>
      together(async (within) => {
        const what = whatOf(
          await within.one('SELECT body FROM letter WHERE hash = ? AND expires_at > ?', hash, now),
        );
        if (what?.purpose === 'withdrawnInvitation') return undefined;
        await within.run('DELETE FROM letter WHERE hash = ? AND expires_at > ?', hash, now);
        return what;
      }),
    /** Invitations of everybody that hold at the instant given, oldest first. */
    invitations: async (now: number) => {
      const rows = await all(
        'SELECT body, expires_at FROM letter WHERE email_key IS NOT NULL AND expires_at > ? ORDER BY made_at, hash',
        now,
      );
      return rows.flatMap((row) => {
        const what = whatOf(row);
        return isInvitation(what) ? [{ what, expiresAt: Number(row['expires_at']) }] : [];
      });
    },
    /** Ends those of one address to one post, but for the letter with the hash `but`. */
    endInvitations: (emailKey: string, post: string, but: string) =>
      together(async (within) => {
        const rows = await within.all('SELECT hash, body FROM letter WHERE email_key = ?', emailKey);
        for (const row of rows) {
          const what = whatOf(row);
          if (!isInvitation(what) || what.post !== post || row['hash'] === but) continue;
          await within.run('DELETE FROM letter WHERE hash = ?', String(row['hash']));
        }
      }),
    /** Of those of one address to one post that hold at the instant only that they were withdrawn is kept. */
    withdrawInvitations: (emailKey: string, post: string, now: number) =>
      together(async (within) => {
        const rows = await within.all(
          'SELECT hash, body FROM letter WHERE email_key = ? AND expires_at > ?',
          emailKey,
          now,
        );
        const withdrawn: LetterSecret = { purpose: 'withdrawnInvitation' };
        for (const row of rows) {
          const what = whatOf(row);
          if (!isInvitation(what) || what.post !== post) continue;
          await within.run(
            'UPDATE letter SET body = ?, email_key = NULL WHERE hash = ?',
            JSON.stringify(withdrawn),
            String(row['hash']),
          );
        }
      }),
  };
}

function isInvitation(what: LetterSecret | undefined): what is Invitation {
  return what?.purpose === 'invitation';
}

async function keep(
  { run }: Pick<Statements, 'run'>,
  { hash, what, madeAt, expiresAt }: KeptLetter,
  emailKey: string | undefined,
): Promise<void> {
  const accountId = 'accountId' in what ? what.accountId : null;
  await run(
    `INSERT INTO letter (hash, account_id, email_key, body, made_at, expires_at)
      SELECT CAST(?1 AS TEXT), CAST(?2 AS TEXT), CAST(?3 AS TEXT), CAST(?4 AS TEXT), CAST(?5 AS BIGINT), CAST(?6 AS BIGINT)
      WHERE CAST(?2 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM account WHERE id = ?2)`,
    ...[hash, accountId, emailKey ?? null, JSON.stringify(what), madeAt, expiresAt],
  );
}

/** Whether a kept letter is a link to sign in. */
export function isSignIn(row: TableRow): boolean {
  return whatOf(row)?.purpose === 'signIn';
}

/** Written by `add` alone, hence the form. */
function whatOf(row: { body?: unknown } | undefined): LetterSecret | undefined {
  return row === undefined ? undefined : (JSON.parse(String(row.body)) as LetterSecret);
}
