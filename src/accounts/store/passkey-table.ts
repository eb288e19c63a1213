import type { Row } from './account-table.ts';
import type { Connection } from './connection.ts';
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

export function passkeyTable({ db, ask, together }: Connection) {
  const { start, extend, settle } = factorChange(db);
  const list = db.prepare('SELECT * FROM passkey WHERE account_id = ? ORDER BY added_at, id');
  const add = db.prepare('INSERT INTO passkey VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const count = db.prepare('UPDATE passkey SET counter = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM passkey WHERE id = ? AND account_id = ?');

  return {
    list: (accountId: string) => ask(() => list.all(accountId).map(passkeyOf)),
    /** With `codeHashes` it is the first second factor of its account. False when the passkey is kept already. */
    add: (passkey: KeptPasskey, tokenHash: string, codeHashes: readonly string[] | undefined) =>
      together(() => {
        const { id, accountId, publicKey, counter, transports, label, addedAt } = passkey;
        const row = [id, accountId, publicKey, counter, JSON.stringify(transports), label, addedAt];
        if (add.run(...row).changes !== 1) return false;
        if (codeHashes === undefined) extend(tokenHash);
        else start(accountId, codeHashes, tokenHash);
        return true;
      }),
    count: (id: string, counter: number) => ask(() => count.run(counter, id)),
    remove: (accountId: string, id: string) =>
      together(() => {
        remove.run(id, accountId);
        settle(accountId);
      }),
  };
}

function passkeyOf(row: Row): KeptPasskey {
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
