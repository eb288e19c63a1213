import type { TableRow, Tables } from '../../database/tables.ts';

/** What somebody wants to hear of, as kept. Instants in milliseconds; without `expires_at` it was confirmed. */
export interface KeptInterest {
  readonly id: string;
  readonly email: string;
  readonly emailKey: string;
  readonly language: string;
  readonly body: string;
  readonly told: number;
}

export function interestTable({ run, all, together }: Tables) {
  return {
    /** False, and nothing is kept, where there are so many of the key that wait as well, or that do not wait either. */
    add: (interest: KeptInterest, expiresAt: number | null, most: number) =>
      together(async (within): Promise<boolean> => {
        const { id, email, emailKey, language, body, told } = interest;
        const alike = await within.all(
          `SELECT id FROM interest WHERE email_key = ? AND expires_at IS ${expiresAt === null ? '' : 'NOT '}NULL`,
          emailKey,
        );
        if (alike.length >= most) return false;
        await within.run(
          `INSERT INTO interest (id, email, email_key, language, body, told, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)`,
          ...[id, email, emailKey, language, body, told, expiresAt],
        );
        return true;
      }),
    /** False where it is gone. */
    confirm: (id: string) =>
      together(async (within): Promise<boolean> => {
        await within.run('UPDATE interest SET expires_at = NULL WHERE id = ?', id);
        return (await within.one('SELECT id FROM interest WHERE id = ?', id)) !== undefined;
      }),
    remove: (id: string) => run('DELETE FROM interest WHERE id = ?', id),
    confirmed: async (): Promise<readonly KeptInterest[]> =>
      (await all('SELECT * FROM interest WHERE expires_at IS NULL ORDER BY id')).map(interestFrom),
    /** Language, body and number become what is made of the row as it stands in that moment: nobody writes over the other. */
    rewrite: (id: string, change: (kept: KeptInterest) => KeptInterest) =>
      together(async (within): Promise<void> => {
        const row = await within.one('SELECT * FROM interest WHERE id = ?', id);
        if (row === undefined) return;
        const { language, body, told } = change(interestFrom(row));
        await within.run(
          'UPDATE interest SET language = ?, body = ?, told = ? WHERE id = ?',
          ...[language, body, told, id],
        );
      }),
  };
}

function interestFrom(row: TableRow): KeptInterest {
  return {
    id: String(row['id']),
    email: String(row['email']),
    emailKey: String(row['email_key']),
    language: String(row['language']),
    body: String(row['body']),
    told: Number(row['told']),
  };
}
