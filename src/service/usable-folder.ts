import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../kernel/fault.ts';

/** Files that have to be writable where they are there. */
const stores = ['southbridge.db', 'accounts.db', 'outbox.db', 'uploads.db'];

/**
 * Makes the data folder where there is none, and sees to it that the program may use it and what lies in it.
 * @throws Fault `noRight` {file, got}; `diskFull` {file}; `notAFile` {file} where something else is in its place.
 */
export async function usableFolder(dataDir: string): Promise<void> {
  await refusing(dataDir, () => mkdir(dataDir, { recursive: true, mode: 0o700 }));
  await refusing(dataDir, () => access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK));
  for (const name of stores) {
    const file = join(dataDir, name);
    await refusing(file, () => access(file, constants.R_OK | constants.W_OK));
  }
}

async function refusing(file: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new Fault('noRight', { file, got: code }, error);
    if (code === 'ENOSPC') throw new Fault('diskFull', { file }, error);
    if (code === 'EEXIST' || code === 'ENOTDIR') throw new Fault('notAFile', { file }, error);
    throw error;
  }
}
