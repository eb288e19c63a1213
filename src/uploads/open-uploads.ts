import { openSqliteTables } from '../database/sqlite-tables.ts';
import type { TableRow, Tables, TablesPart } from '../database/tables.ts';
import { isInterfaceLanguage } from '../kernel/language-tag.ts';
import type { Upload, UploadedRecord, UploadStage, Uploads } from '../operations/ports/uploads.ts';
import { typedForms } from './typed-forms.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS upload (
    id TEXT PRIMARY KEY, post TEXT NOT NULL, account TEXT NOT NULL, file TEXT NOT NULL, size INTEGER NOT NULL,
    language TEXT NOT NULL, as_what TEXT NOT NULL, release INTEGER NOT NULL, stage TEXT NOT NULL,
    at TEXT NOT NULL, until TEXT NOT NULL, rows TEXT NOT NULL, bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS upload_post ON upload (post, at);
  CREATE TABLE IF NOT EXISTS uploaded_record (
    upload TEXT NOT NULL, record TEXT NOT NULL, register TEXT NOT NULL, before INTEGER NOT NULL,
    PRIMARY KEY (upload, record)
  ) STRICT, WITHOUT ROWID;
`;

const forms = `
  CREATE TABLE typed_form (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, fields TEXT NOT NULL, at TEXT NOT NULL, until TEXT NOT NULL
  ) STRICT;
  CREATE INDEX typed_form_account ON typed_form (account, at);
`;

/** Files that people have sent. What a ministry has not published yet is for the node's own user alone. */
export const uploadsPart: TablesPart = {
  name: 'uploads',
  // The letters SUPL.
  applicationId: 0x5355504c,
  migrations: [schema, forms],
  shared: [schema, forms],
  tables: ['upload', 'uploaded_record', 'typed_form'],
  damaged: 'logDamaged',
};

/**
 * Opens the shelf of uploads: in a file (`:memory:` keeps it in memory), or in tables shared with other nodes.
 * @throws Fault `logDamaged` for a file that is none of ours.
 */
export function openUploads({ file, tables }: { readonly file: string; readonly tables?: Tables }): Uploads {
  return uploadsIn(tables ?? openSqliteTables(file, uploadsPart));
}

function uploadsIn({ all, one, run, together, close }: Tables): Uploads {
  const discard = (id: string) =>
    together(async (within) => {
      await within.run('DELETE FROM upload WHERE id = ?', id);
      await within.run('DELETE FROM uploaded_record WHERE upload = ?', id);
    });
  return {
    put: async (upload, bytes) => {
      await run(
        'INSERT INTO upload VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        ...columnsOf(upload),
        bytes,
      );
    },
    update: async ({ id, stage, until, rows, release }) => {
      const change = 'UPDATE upload SET stage = ?, until = ?, rows = ?, release = ? WHERE id = ?';
      await run(change, stage, until, rows, Number(release), id);
    },
    find: async (id) => {
      const row = await one('SELECT * FROM upload WHERE id = ?', id);
      return row === undefined ? undefined : uploadFrom(row);
    },
    bytes: async (id) => {
      const bytes = (await one('SELECT bytes FROM upload WHERE id = ?', id))?.['bytes'];
      return bytes instanceof Uint8Array ? bytes : undefined;
    },
    ofPost: async (post) => {
      const columns =
        "id, post, account, file, size, language, as_what, release, stage, at, until, '' AS rows";
      return (await all(`SELECT ${columns} FROM upload WHERE post = ? ORDER BY at DESC, id`, post)).map(
        uploadFrom,
      );
    },
    noteRecord: async (id, { register, recordId, before }) => {
      const note = 'INSERT INTO uploaded_record VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
      await run(note, id, recordId, register, before);
    },
    records: async (id) =>
      (await all('SELECT record, register, before FROM uploaded_record WHERE upload = ?', id)).map(
        recordFrom,
      ),
    discard,
    ...typedForms({ one, run, together }),
    sweep: async (at) => {
      await run('DELETE FROM typed_form WHERE until < ?', at);
      for (const { id } of await all('SELECT id FROM upload WHERE until < ?', at)) await discard(String(id));
    },
    close,
  };
}

function recordFrom(row: TableRow): UploadedRecord {
  return {
    recordId: String(row['record']),
    register: String(row['register']),
    before: Number(row['before']),
  };
}

function columnsOf(upload: Upload) {
  const { id, post, account, file, size, language, as, release, stage, at, until, rows } = upload;
  return [id, post, account, file, size, language, as, Number(release), stage, at, until, rows] as const;
}

/** Rows were written by `columnsOf`: each column holds what its type says. */
function uploadFrom(row: TableRow): Upload {
  const text = (name: string) => String(row[name]);
  const language = text('language');
  return {
    id: text('id'),
    post: text('post'),
    account: text('account'),
    file: text('file'),
    size: Number(row['size']),
    language: isInterfaceLanguage(language) ? language : 'en',
    as: text('as_what') === 'party' ? 'party' : 'thirdParty',
    release: Number(row['release']) === 1,
    stage: text('stage') as UploadStage,
    at: text('at'),
    until: text('until'),
    rows: text('rows'),
  };
}
