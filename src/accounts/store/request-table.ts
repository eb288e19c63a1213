import type { Connection } from './connection.ts';

/** A named request as kept. `run` is that of the program that began it; instants in milliseconds. */
export interface KeptRequest {
  readonly digest: string;
  readonly run: string;
  readonly head: number;
  readonly done: boolean;
  readonly answer: string | undefined;
}

export function requestTable({ db, ask, together }: Connection) {
  const find = db.prepare('SELECT * FROM request WHERE name = ?');
  const add = db.prepare(`INSERT INTO request (name, digest, account_id, run, head, done, expires_at)
    VALUES (?, ?, (SELECT id FROM account WHERE id = ?), ?, ?, 0, ?)`);
  const finish = db.prepare('UPDATE request SET done = 1, answer = ? WHERE name = ?');
  const remove = db.prepare('DELETE FROM request WHERE name = ?');
  const expire = db.prepare('DELETE FROM request WHERE expires_at <= ?');

  return {
    /** What is kept under the name; else it is kept from now on, and undefined is given. */
    begin: (
      request: Omit<KeptRequest, 'done' | 'answer'> & {
        readonly name: string;
        readonly account: string | undefined;
      },
      now: number,
      expiresAt: number,
    ) =>
      together((): KeptRequest | undefined => {
        expire.run(now);
        const { name, digest, account, run, head } = request;
        const row = find.get(name);
        if (row === undefined) {
          add.run(name, digest, account ?? null, run, head, expiresAt);
          return undefined;
        }
        const answer = row['answer'];
        return {
          digest: String(row['digest']),
          run: String(row['run']),
          head: Number(row['head']),
          done: row['done'] === 1,
          answer: typeof answer === 'string' ? answer : undefined,
        };
      }),
    finish: (name: string, answer: string | undefined) => ask(() => finish.run(answer ?? null, name)),
    remove: (name: string) => ask(() => remove.run(name)),
  };
}
