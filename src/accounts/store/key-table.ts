import type { TableRow, Tables } from '../../database/tables.ts';
import type { ApiKey } from '../../operations/ports/api-keys.ts';
import { keyScopes } from '../../operations/ports/api-keys.ts';

/** A key as kept: its secret only as a hash. */
export interface KeptKey {
  readonly key: ApiKey;
  readonly secretHash: string;
}

/** Stands where the scopes of a program would. */
const forCalendar = 'calendar';

export function keyTable({ all, one, run, together }: Tables) {
  return {
    /** Nothing is added where the name is taken or the post has its most. */
    add: ({ key, secretHash }: KeptKey, most: number) =>
      together(async (within): Promise<'added' | 'named' | 'full'> => {
        const { id, account, post, name, scopes, calendar, strong, madeAt, endsAt } = key;
        const named = await within.one('SELECT 1 FROM api_key WHERE post = ? AND name = ?', post, name);
        if (named !== undefined) return 'named';
        const count = await within.one('SELECT count(*) AS keys FROM api_key WHERE post = ?', post);
        if (Number(count?.['keys']) >= most) return 'full';
        const may = calendar === true ? [forCalendar] : scopes;
        const row = [id, secretHash, account, post, name, may.join(' '), Number(strong)];
        await within.run(
          `INSERT INTO api_key (id, secret_hash, account_id, post, name, scopes, strong, made_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          ...[...row, Date.parse(madeAt), Date.parse(endsAt)],
        );
        return 'added';
      }),
    find: async (secretHash: string, now: number) => {
      const row = await one(
        'SELECT * FROM api_key WHERE secret_hash = ? AND expires_at > ?',
        secretHash,
        now,
      );
      return row === undefined ? undefined : keyOf(row);
    },
    use: (id: string, day: string) => run('UPDATE api_key SET used_on = ? WHERE id = ?', day, id),
    list: async (post: string, now: number) =>
      (
        await all(
          'SELECT * FROM api_key WHERE post = ? AND expires_at > ? ORDER BY made_at DESC, id',
          post,
          now,
        )
      ).map(keyOf),
    remove: async (id: string) => (await run('DELETE FROM api_key WHERE id = ?', id)) === 1,
  };
}

function keyOf(row: TableRow): ApiKey {
  const scopes = String(row['scopes']).split(' ');
  const usedOn = row['used_on'];
  return {
    id: String(row['id']),
    post: String(row['post']),
    account: String(row['account_id']),
    name: String(row['name']),
    scopes: keyScopes.filter((scope) => scopes.includes(scope)),
    ...(scopes.includes(forCalendar) ? { calendar: true } : {}),
    strong: row['strong'] === 1,
    madeAt: new Date(Number(row['made_at'])).toISOString(),
    endsAt: new Date(Number(row['expires_at'])).toISOString(),
    ...(typeof usedOn === 'string' ? { usedOn } : {}),
  };
}
