import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { fileFault } from './file-fault.ts';

/** A file of the data folder, by its path in it. */
interface DataFile {
  readonly path: string;
  readonly mode: number;
  readonly bytes: Buffer;
}

/** Databases with people in them: taken as snapshots, since a running node writes to them. */
const databases = ['accounts.db', 'outbox.db', 'uploads.db'];
/** Files that are replaced whole, and folders of such. The log goes another way; the index is not worth it. */
const plain = ['write.key', 'log-keys', 'reports', 'vocabulary', 'outbox'];

/** What lies beside the log in a data folder. @throws Fault `noRight`, `diskFull`. */
export async function* filesIn(dataDir: string): AsyncGenerator<DataFile> {
  for (const path of databases) {
    if (!existsSync(join(dataDir, path))) continue;
    yield { path, mode: 0o600, bytes: await snapshot(join(dataDir, path)) };
  }
  for (const path of plain) yield* filesAt(dataDir, path);
}

async function* filesAt(dataDir: string, path: string): AsyncGenerator<DataFile> {
  const at = join(dataDir, path);
  if (!existsSync(at)) return;
  const about = await stat(at);
  if (about.isDirectory()) {
    for (const name of (await readdir(at)).sort()) yield* filesAt(dataDir, `${path}/${name}`);
  } else {
    try {
      yield { path, mode: about.mode & 0o777, bytes: await readFile(at) };
    } catch (error) {
      throw fileFault(error, at);
    }
  }
}

/** The database as of one moment, whole, whoever writes to it. */
async function snapshot(file: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'southbridge-backup-'));
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    await backup(db, join(folder, 'copy'));
    return await readFile(join(folder, 'copy'));
  } finally {
    db.close();
    await rm(folder, { recursive: true });
  }
}
