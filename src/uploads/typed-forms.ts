import type { Tables } from '../database/tables.ts';
import type { Uploads } from '../operations/ports/uploads.ts';

/** Forms of records that were typed and asked something of before they were saved. */
export function typedForms({ one, run, together }: Pick<Tables, 'one' | 'run' | 'together'>) {
  return {
    keepForm: ({ id, account, fields, at, until }, most) =>
      together(async (within) => {
        await within.run('INSERT INTO typed_form VALUES (?, ?, ?, ?, ?)', id, account, fields, at, until);
        const kept = 'SELECT id FROM typed_form WHERE account = ?1 ORDER BY at DESC, id LIMIT ?2';
        await within.run(
          `DELETE FROM typed_form WHERE account = ?1 AND id <> ?3 AND id NOT IN (${kept})`,
          ...[account, most, id],
        );
      }),
    formOf: async (account, id, at) => {
      const row = await one(
        'SELECT * FROM typed_form WHERE id = ? AND account = ? AND until >= ?',
        id,
        account,
        at,
      );
      if (row === undefined) return undefined;
      const text = (name: string) => String(row[name]);
      return { id, account, fields: text('fields'), at: text('at'), until: text('until') };
    },
    forgetForms: async (account) => void (await run('DELETE FROM typed_form WHERE account = ?', account)),
  } satisfies Partial<Uploads>;
}
