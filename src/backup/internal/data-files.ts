import { existsSync } from 'node:fs';
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { SharedParts } from '../shared-parts.ts';
import { fileFault } from './file-fault.ts';

/** A file of the data folder, by its path in it. It can be read until the next one is asked for. */
interface DataFile {
  readonly path: string;
  readonly mode: number;
  /** Its bytes in order, each piece but the last of `pieceBytes`. */
  pieces(): AsyncIterable<Buffer>;
}

/** So much of a file goes at a time: memory stays flat, and of a database that has grown only what is new is sent. */
export const pieceBytes = 8 * 1_024 * 1_024;

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
    yield* snapshot(folder, path);
  }
  for (const path of shareable) yield* filesAt(folder, path);
}

async function* filesAt(dataDir: string, path: string): AsyncGenerator<DataFile> {
  const at = join(dataDir, path);
  if (!existsSync(at)) return;
  const about = await stat(at);
  if (about.isDirectory()) {
    for (const name of (await readdir(at)).sort()) yield* filesAt(dataDir, `${path}/${name}`);
  } else yield { path, mode: about.mode & 0o777, pieces: () => piecesOf(at) };
}

/** The database as of one moment, whole, whoever writes to it. */
async function* snapshot(dataDir: string, path: string): AsyncGenerator<DataFile> {
  const folder = await mkdtemp(join(tmpdir(), 'southbridge-backup-'));
  const copy = join(folder, 'copy');
  try {
    const db = new DatabaseSync(join(dataDir, path), { readOnly: true, timeout: 5_000 });
    try {
      await backup(db, copy);
    } finally {
      db.close();
    }
    yield { path, mode: 0o600, pieces: () => piecesOf(copy) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  try {
    const opened = await open(file);
    try {
      for (;;) {
        const piece = Buffer.allocUnsafe(pieceBytes);
        let filled = 0;
        while (filled < pieceBytes) {
          const { bytesRead } = await opened.read(piece, filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        if (filled > 0) yield piece.subarray(0, filled);
        if (filled < pieceBytes) return;
      }
    } finally {
      await opened.close();
    }
  } catch (error) {
    throw fileFault(error, file);
  }
}
