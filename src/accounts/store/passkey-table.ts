import type { TableRow, Tables } from '../../database/tables.ts';
import { factorChange } from './factor-change.ts';

/** A passkey as kept: the public half. */
export interface KeptPasskey {
  readonly id: string;
  readonly accountId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** How often it has signed, where it counts; 0 where it does not. */
  readonly counter: number;
  /** How the browser reaches it: `usb`, `internal` … (WebAuthn 5.8.4). */
  readonly transports: readonly string[];
  readonly label: string;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

export function passkeyTable({ all, run, together }: Tables) {
  return {
    list: async (accountId: string) =>
      (await all('SELECT * FROM passkey WHERE account_id = ? ORDER BY added_at, id', accountId)).map(
        passkeyOf,
      ),
    /** With `codeHashes` it is the first second factor of its account. False when the passkey is kept already. */
    add: (passkey: KeptPasskey, tokenHash: string, codeHashes: readonly string[] | undefined) =>
      together(async (within) => {
        const { id, accountId, publicKey, counter, transports, label, addedAt } = passkey;
        const row = [id, accountId, publicKey, counter, JSON.stringify(transports), label, addedAt];
        const added = await within.run(
          'INSERT INTO passkey VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
          ...row,
        );
        if (added !== 1) return false;
        if (codeHashes === undefined) await factorChange(within).extend(tokenHash);
        else await factorChange(within).start(accountId, codeHashes, tokenHash);
        return true;
      }),
    count: (id: string, counter: number) => run('UPDATE passkey SET counter = ? WHERE id = ?', counter, id),
    remove: (accountId: string, id: string) =>
      together(async (within) => {
        await within.run('DELETE FROM passkey WHERE id = ? AND account_id = ?', id, accountId);
        await factorChange(within).settle(accountId);
      }),
  };
}

function passkeyOf(row: TableRow): KeptPasskey {
  const key = row['public_key'];
  return {
    id: String(row['id']),
    accountId: String(row['account_id']),
    publicKey: key instanceof Uint8Array ? new Uint8Array(key) : new Uint8Array(),
    counter: Number(row['counter']),
    // Written by `add` alone, hence the form.
    transports: JSON.parse(String(row['transports'])) as string[],
    label: String(row['label']),
    addedAt: Number(row['added_at']),
  };
}
