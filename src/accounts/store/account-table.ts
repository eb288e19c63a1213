import type { TableRow, Tables } from '../../database/tables.ts';
import { isInterfaceLanguage } from '../../kernel/language-tag.ts';
import type { Account } from '../../operations/ports/accounts.ts';

/** An account, and what its password is checked against. */
export interface KeptAccount {
  readonly account: Account;
  readonly passwordHash: string | undefined;
}

/** Of the table `account`. */
export const accountColumns = `id, email, name, language, name_shown, digest, password_hash,
  CASE WHEN EXISTS (SELECT 1 FROM authenticator WHERE account_id = account.id AND confirmed = 1)
    OR EXISTS (SELECT 1 FROM passkey WHERE account_id = account.id) THEN 1 ELSE 0 END AS second_factor`;

export function accountTable({ all, one, run, together, scrub }: Tables) {
  return {
    isEmpty: async () => (await one('SELECT 1 FROM account LIMIT 1')) === undefined,
    /** False when somebody has the address. */
    add: async ({ account, passwordHash }: KeptAccount, emailKey: string) => {
      const { id, email, name, language, nameShown, digest } = account;
      const added = await run(
        `INSERT INTO account (id, email, email_key, name, language, name_shown, digest, password_hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (email_key) DO NOTHING`,
        ...[id, email, emailKey, name, language, Number(nameShown), Number(digest), passwordHash ?? null],
      );
      return added === 1;
    },
    find: async (id: string) => kept(await one(`SELECT ${accountColumns} FROM account WHERE id = ?`, id)),
    findByEmail: async (emailKey: string) =>
      kept(await one(`SELECT ${accountColumns} FROM account WHERE email_key = ?`, emailKey)),
    findAll: async (ids: readonly string[]) => {
      const found: Account[] = [];
      for (let from = 0; from < ids.length; from += placesAtOnce) {
        const some = ids.slice(from, from + placesAtOnce);
        const rows = await all(
          `SELECT ${accountColumns} FROM account WHERE id IN (${placesFor(some)})`,
          ...some,
        );
        found.push(...rows.map(accountOf));
      }
      return found;
    },
    change: ({ id, name, language, nameShown, digest }: Account) =>
      run(
        'UPDATE account SET name = ?, language = ?, name_shown = ?, digest = ? WHERE id = ?',
        ...[name, language, Number(nameShown), Number(digest), id],
      ),
    setPassword: (id: string, hash: string) =>
      run('UPDATE account SET password_hash = ? WHERE id = ?', hash, id),
    /** The new password, and no session or ticket but this session. */
    replacePassword: (id: string, hash: string, sessionHash: string) =>
      together(async (within) => {
        await within.run('UPDATE account SET password_hash = ? WHERE id = ?', hash, id);
        await within.run('DELETE FROM session WHERE account_id = ? AND token_hash <> ?', id, sessionHash);
        await within.run('DELETE FROM ticket WHERE account_id = ?', id);
      }),
    /**
     * The account and everything that hangs on it, failures under these names too. No byte is left in the tables: they
     * are written anew without them. @throws Fault `logBusy` while another process reads; the bytes then go with the next
     * call.
     */
    erase: async (id: string, emailKeys: readonly string[], whos: readonly string[]) => {
      await together(async (within) => {
        await within.run('DELETE FROM account WHERE id = ?', id);
        for (const emailKey of emailKeys) {
          await within.run('DELETE FROM letter WHERE email_key = ?', emailKey);
          await within.run('DELETE FROM interest WHERE email_key = ?', emailKey);
        }
        for (const who of whos) await within.run('DELETE FROM failure WHERE who = ?', who);
      });
      await scrub();
    },
  };
}

const placesAtOnce = 500;

function placesFor(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

function kept(row: TableRow | undefined): KeptAccount | undefined {
  if (row === undefined) return undefined;
  const hash = row['password_hash'];
  return { account: accountOf(row), passwordHash: typeof hash === 'string' ? hash : undefined };
}

export function accountOf(row: TableRow): Account {
  const language = String(row['language']);
  return {
    id: String(row['id']),
    email: String(row['email']),
    name: String(row['name']),
    language: isInterfaceLanguage(language) ? language : 'en',
    nameShown: row['name_shown'] === 1,
    secondFactor: row['second_factor'] === 1,
    digest: row['digest'] === 1,
  };
}
