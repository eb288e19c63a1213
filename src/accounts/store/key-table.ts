import type { ApiKey } from '../../operations/ports/api-keys.ts';
import { keyScopes } from '../../operations/ports/api-keys.ts';
import type { Row } from './account-table.ts';
import type { Connection } from './connection.ts';

/** A key as kept: its secret only as a hash. */
export interface KeptKey {
  readonly key: ApiKey;
  readonly secretHash: string;
}

export function keyTable({ db, ask, together }: Connection) {
  const add = db.prepare(`INSERT INTO api_key
    (id, secret_hash, account_id, post, name, scopes, strong, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const named = db.prepare('SELECT 1 FROM api_key WHERE post = ? AND name = ?');
  const count = db.prepare('SELECT count(*) AS keys FROM api_key WHERE post = ?');
  const find = db.prepare('SELECT * FROM api_key WHERE secret_hash = ? AND expires_at > ?');
  const use = db.prepare('UPDATE api_key SET used_on = ? WHERE id = ?');
  const list = db.prepare(
    'SELECT * FROM api_key WHERE post = ? AND expires_at > ? ORDER BY made_at DESC, id',
  );
  const remove = db.prepare('DELETE FROM api_key WHERE id = ?');

  return {
    /** Nothing is added where the name is taken or the post has its most. */
    add: ({ key, secretHash }: KeptKey, most: number) =>
      together((): 'added' | 'named' | 'full' => {
        const { id, account, post, name, scopes, strong, madeAt, endsAt } = key;
        if (named.get(post, name) !== undefined) return 'named';
        if (Number(count.get(post)?.['keys']) >= most) return 'full';
        const row = [id, secretHash, account, post, name, scopes.join(' '), Number(strong)];
        add.run(...row, Date.parse(madeAt), Date.parse(endsAt));
        return 'added';
      }),
    find: (secretHash: string, now: number) =>
      ask(() => {
        const row = find.get(secretHash, now);
        return row === undefined ? undefined : keyOf(row);
      }),
    use: (id: string, day: string) => ask(() => use.run(day, id)),
    list: (post: string, now: number) => ask(() => list.all(post, now).map(keyOf)),
    remove: (id: string) => ask(() => remove.run(id).changes === 1),
  };
}

function keyOf(row: Row): ApiKey {
  const scopes = String(row['scopes']).split(' ');
  const usedOn = row['used_on'];
  return {
    id: String(row['id']),
    post: String(row['post']),
    account: String(row['account_id']),
    name: String(row['name']),
    scopes: keyScopes.filter((scope) => scopes.includes(scope)),
    strong: row['strong'] === 1,
    madeAt: new Date(Number(row['made_at'])).toISOString(),
    endsAt: new Date(Number(row['expires_at'])).toISOString(),
    ...(typeof usedOn === 'string' ? { usedOn } : {}),
  };
}
