import type { Tables } from '../../database/tables.ts';

/** A named request as kept. `run` is that of the program that began it; instants in milliseconds. */
export interface KeptRequest {
  readonly digest: string;
  readonly run: string;
  readonly head: number;
  readonly done: boolean;
  readonly answer: string | undefined;
  readonly expiresAt: number;
}

const find = 'SELECT * FROM request WHERE name = ?';

export function requestTable({ run, together }: Tables) {
  return {
    /**
     * What is kept under the name; else it is kept from now on, and undefined is given. What another run began and did not
     * finish is this run's from now on where `isLeft` says so: of two that come for it one gets it so.
     */
    begin: (
      request: Omit<KeptRequest, 'done' | 'answer' | 'expiresAt'> & {
        readonly name: string;
        readonly account: string | undefined;
      },
      now: number,
      expiresAt: number,
      isLeft: (kept: KeptRequest) => boolean,
    ) =>
      together(async (within): Promise<KeptRequest | undefined> => {
        await within.run('DELETE FROM request WHERE expires_at <= ?', now);
        const { name, digest, account, run: begunBy, head } = request;
        const row = await within.one(find, name);
        if (row === undefined) {
          await within.run(
            `INSERT INTO request (name, digest, account_id, run, head, done, expires_at)
              VALUES (?, ?, (SELECT id FROM account WHERE id = ?), ?, ?, 0, ?)`,
            ...[name, digest, account ?? null, begunBy, head, expiresAt],
          );
          return undefined;
        }
        const answer = row['answer'];
        const kept: KeptRequest = {
          digest: String(row['digest']),
          run: String(row['run']),
          head: Number(row['head']),
          done: row['done'] === 1,
          answer: typeof answer === 'string' ? answer : undefined,
          expiresAt: Number(row['expires_at']),
        };
        if (!isLeft(kept)) return kept;
        await within.run(
          'UPDATE request SET run = ?, expires_at = ? WHERE name = ?',
          begunBy,
          expiresAt,
          name,
        );
        return { ...kept, run: begunBy };
      }),
    finish: (name: string, answer: string | undefined) =>
      run('UPDATE request SET done = 1, answer = ? WHERE name = ?', answer ?? null, name),
    remove: (name: string) => run('DELETE FROM request WHERE name = ?', name),
  };
}
