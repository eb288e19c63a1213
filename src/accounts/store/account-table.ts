import type { SQLOutputValue } from 'node:sqlite';
import { Fault } from '../../kernel/fault.ts';
import { isInterfaceLanguage } from '../../kernel/language-tag.ts';
import type { Account } from '../../operations/ports/accounts.ts';
import type { Connection } from './connection.ts';

export type Row = Record<string, SQLOutputValue>;

/** An account, and what its password is checked against. */
export interface KeptAccount {
  readonly account: Account;
  readonly passwordHash: string | undefined;
}

const columns = `id, email, name, language, name_shown, digest, password_hash,
  EXISTS (SELECT 1 FROM authenticator WHERE account_id = id AND confirmed = 1)
    OR EXISTS (SELECT 1 FROM passkey WHERE account_id = account.id) AS second_factor`;

export function accountTable({ db, ask, together }: Connection) {
  const any = db.prepare('SELECT 1 FROM account LIMIT 1');
  const add = db.prepare(`INSERT INTO account
    (id, email, email_key, name, language, name_shown, digest, password_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (email_key) DO NOTHING`);
  const byId = db.prepare(`SELECT ${columns} FROM account WHERE id = ?`);
  const byEmail = db.prepare(`SELECT ${columns} FROM account WHERE email_key = ?`);
  const byIds = db.prepare(`SELECT ${columns} FROM account WHERE id IN (SELECT value FROM json_each(?))`);
  const change = db.prepare(
    'UPDATE account SET name = ?, language = ?, name_shown = ?, digest = ? WHERE id = ?',
  );
  const setPassword = db.prepare('UPDATE account SET password_hash = ? WHERE id = ?');
  const endOthers = db.prepare('DELETE FROM session WHERE account_id = ? AND token_hash <> ?');
  const dropTickets = db.prepare('DELETE FROM ticket WHERE account_id = ?');
  const remove = db.prepare('DELETE FROM account WHERE id = ?');
  const removeInvitations = db.prepare(
    'DELETE FROM letter WHERE email_key IN (SELECT value FROM json_each(?))',
  );
  const removeFailures = db.prepare('DELETE FROM failure WHERE who IN (SELECT value FROM json_each(?))');

  return {
    isEmpty: () => ask(() => any.get() === undefined),
    /** False when somebody has the address. */
    add: ({ account, passwordHash }: KeptAccount, emailKey: string) =>
      ask(() => {
        const { id, email, name, language, nameShown, digest } = account;
        const row = [id, email, emailKey, name, language, Number(nameShown), Number(digest)];
        return add.run(...row, passwordHash ?? null).changes === 1;
      }),
    find: (id: string) => ask(() => kept(byId.get(id))),
    findByEmail: (emailKey: string) => ask(() => kept(byEmail.get(emailKey))),
    findAll: (ids: readonly string[]) => ask(() => byIds.all(JSON.stringify(ids)).map(accountOf)),
    change: ({ id, name, language, nameShown, digest }: Account) =>
      ask(() => change.run(name, language, Number(nameShown), Number(digest), id)),
    setPassword: (id: string, hash: string) => ask(() => setPassword.run(hash, id)),
    /** The new password, and no session or ticket but this session. */
    replacePassword: (id: string, hash: string, sessionHash: string) =>
      together(() => {
        setPassword.run(hash, id);
        endOthers.run(id, sessionHash);
        dropTickets.run(id);
      }),
    /**
     * The account and everything that hangs on it, failures under these names too. No byte is left: the file is written
     * anew without them, and the log ahead of it is emptied. @throws Fault `logBusy` while another process reads; the
     * bytes then go with the next call.
     */
    erase: async (id: string, emailKeys: readonly string[], whos: readonly string[]) => {
      await together(() => {
        remove.run(id);
        removeInvitations.run(JSON.stringify(emailKeys));
        removeFailures.run(JSON.stringify(whos));
      });
      await ask(() => {
        db.exec('VACUUM');
        const { busy } = { ...db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() };
        if (busy === 1) throw new Fault('logBusy', { file: db.location() ?? '' });
      });
    },
  };
}

function kept(row: Row | undefined): KeptAccount | undefined {
  if (row === undefined) return undefined;
  const hash = row['password_hash'];
  return { account: accountOf(row), passwordHash: typeof hash === 'string' ? hash : undefined };
}

function accountOf(row: Row): Account {
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
