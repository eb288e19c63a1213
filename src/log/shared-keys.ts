import type { Statements, Tables, TablesPart } from '../database/tables.ts';
import type { KeyStatement } from '../operations/ports/log-proofs.ts';

/** The keys that sign heads of the log, for all nodes that write it. Place: the order in which it was said. */
export const keysPart: TablesPart = {
  name: 'log keys',
  applicationId: 0,
  migrations: [],
  shared: [
    `CREATE TABLE log_key_statement (place INTEGER NOT NULL PRIMARY KEY, body TEXT NOT NULL);
     CREATE TABLE log_key_secret (key TEXT PRIMARY KEY, pem TEXT NOT NULL);`,
  ],
  tables: ['log_key_statement', 'log_key_secret'],
  damaged: 'logDamaged',
};

/** Meets the port `KeyStore` of the room proofs, in tables. */
export function sharedKeys(tables: Tables) {
  return {
    ...keysOver(tables),
    alone: <Answer>(work: (keys: ReturnType<typeof keysOver>) => Promise<Answer>): Promise<Answer> =>
      tables.together((statements) => work(keysOver(statements))),
  };
}

function keysOver({ all, one, run }: Statements) {
  return {
    statements: async (): Promise<readonly KeyStatement[]> =>
      (await all('SELECT body FROM log_key_statement ORDER BY place')).map(
        // Only `write` puts them here; whoever reads them checks every signature.
        ({ body }) => JSON.parse(String(body)) as KeyStatement,
      ),
    write: async (said: readonly KeyStatement[]): Promise<void> => {
      await run('DELETE FROM log_key_statement');
      for (const [place, statement] of said.entries())
        await run(
          'INSERT INTO log_key_statement (place, body) VALUES (?, ?)',
          place,
          JSON.stringify(statement),
        );
    },
    keep: async (key: string, pem: string): Promise<void> => {
      await run('INSERT INTO log_key_secret (key, pem) VALUES (?, ?)', key, pem);
    },
    secret: async (key: string): Promise<string | undefined> => {
      const pem = (await one('SELECT pem FROM log_key_secret WHERE key = ?', key))?.['pem'];
      return typeof pem === 'string' ? pem : undefined;
    },
    forget: async (key: string): Promise<void> => {
      await run('DELETE FROM log_key_secret WHERE key = ?', key);
    },
  };
}
