import { chmodSync, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../kernel/fault.ts';
import { isInterfaceLanguage } from '../kernel/language-tag.ts';
import type { Upload, UploadedRecord, UploadStage, Uploads } from '../operations/ports/uploads.ts';

/** Says in the file's header that it is ours: the letters SUPL. */
const applicationId = 0x5355504c;

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

/** Opens the shelf of uploads; `:memory:` keeps it in memory. @throws Fault `logDamaged` for a file that is none of ours. */
export function openUploads({ file }: { readonly file: string }): Uploads {
  const fresh = file !== ':memory:' && !existsSync(file);
  const db = new DatabaseSync(file, { timeout: 5000 });
  // What a ministry has not published yet: for the node's own user alone.
  if (fresh) chmodSync(file, 0o600);
  const found = Number(db.prepare('PRAGMA application_id').get()?.['application_id'] ?? 0);
  if (found !== 0 && found !== applicationId) {
    db.close();
    throw new Fault('logDamaged', { file });
  }
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON');
  db.exec(`PRAGMA application_id = ${applicationId}`);
  db.exec(schema);
  return new SqliteUploads(db);
}

type Row = Readonly<Record<string, unknown>>;

class SqliteUploads implements Uploads {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  async put(upload: Upload, bytes: Uint8Array): Promise<void> {
    this.#db
      .prepare('INSERT INTO upload VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(...columnsOf(upload), bytes);
  }

  async update(upload: Upload): Promise<void> {
    const { id, stage, until, rows, release } = upload;
    this.#db
      .prepare('UPDATE upload SET stage = ?, until = ?, rows = ?, release = ? WHERE id = ?')
      .run(stage, until, rows, Number(release), id);
  }

  async find(id: string): Promise<Upload | undefined> {
    const row = this.#db.prepare('SELECT * FROM upload WHERE id = ?').get(id);
    return row === undefined ? undefined : uploadFrom(row);
  }

  async bytes(id: string): Promise<Uint8Array | undefined> {
    const bytes = this.#db.prepare('SELECT bytes FROM upload WHERE id = ?').get(id)?.['bytes'];
    return bytes instanceof Uint8Array ? bytes : undefined;
  }

  async ofPost(post: string): Promise<readonly Upload[]> {
    const columns = "id, post, account, file, size, language, as_what, release, stage, at, until, '' AS rows";
    return this.#db
      .prepare(`SELECT ${columns} FROM upload WHERE post = ? ORDER BY at DESC, id`)
      .all(post)
      .map(uploadFrom);
  }

  async noteRecord(id: string, { register, recordId, before }: UploadedRecord): Promise<void> {
    this.#db
      .prepare('INSERT OR IGNORE INTO uploaded_record VALUES (?, ?, ?, ?)')
      .run(id, recordId, register, before);
  }

  async records(id: string): Promise<readonly UploadedRecord[]> {
    return this.#db
      .prepare('SELECT record, register, before FROM uploaded_record WHERE upload = ?')
      .all(id)
      .map((row) => ({
        recordId: String(row['record']),
        register: String(row['register']),
        before: Number(row['before']),
      }));
  }

  async discard(id: string): Promise<void> {
    this.#db.prepare('DELETE FROM upload WHERE id = ?').run(id);
    this.#db.prepare('DELETE FROM uploaded_record WHERE upload = ?').run(id);
  }

  async sweep(at: string): Promise<void> {
    for (const { id } of this.#db.prepare('SELECT id FROM upload WHERE until < ?').all(at))
      await this.discard(String(id));
  }

  async close(): Promise<void> {
    this.#db.close();
  }
}

function columnsOf(upload: Upload) {
  const { id, post, account, file, size, language, as, release, stage, at, until, rows } = upload;
  return [id, post, account, file, size, language, as, Number(release), stage, at, until, rows] as const;
}

/** Rows were written by `columnsOf`: each column holds what its type says. */
function uploadFrom(row: Row): Upload {
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
