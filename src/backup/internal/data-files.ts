import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { SharedParts } from '../shared-parts.ts';
import { fileFault } from './file-fault.ts';

/** A file of the data folder, by its path in it. */
interface DataFile {
  readonly path: string;
  readonly mode: number;
  readonly bytes: Buffer;
}

/** Databases with people in them: taken as snapshots, since a running node writes to them. */
const databases = ['accounts.db', 'outbox.db', 'uploads.db'];
/** Files that are replaced whole, and folders of such, that nodes of one database share like those databases. */
const shareable = ['write.key', 'log-keys', 'reports'];
/** The same of each node by itself. The log goes another way; the index is not worth it. */
const own = ['vocabulary', 'outbox'];

/** Whether the nodes of one database share what lies at this path in the folder of a node by itself. */
export function isShareable(path: string): boolean {
  return databases.includes(path) || shareable.includes(path.split('/')[0] ?? '');
}

/** What lies beside the log in a data folder. @throws Fault `noRight`, `diskFull`. */
export async function* filesIn(dataDir: string, shared?: SharedParts): AsyncGenerator<DataFile> {
  if (shared === undefined) yield* shareableIn(dataDir);
  else {
    const folder = await mkdtemp(join(tmpdir(), 'southbridge-backup-'));
    try {
      await shared.layOut(folder);
      yield* shareableIn(folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  for (const path of own) yield* filesAt(dataDir, path);
}

async function* shareableIn(folder: string): AsyncGenerator<DataFile> {
  for (const path of databases) {
    if (!existsSync(join(folder, path))) continue;
    yield { path, mode: 0o600, bytes: await snapshot(join(folder, path)) };
  }
  for (const path of shareable) yield* filesAt(folder, path);
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
