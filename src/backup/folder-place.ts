import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileFault, isAbsent } from './internal/file-fault.ts';
import type { BackupPlace } from './place.ts';

/** A folder, made where it is not there, for its owner alone: accounts are in it. */
export function folderPlace(folder: string): BackupPlace {
  return {
    name: folder,
    list: async (prefix) => {
      const inside = dirname(`${prefix}x`);
      const names = await whereThere(() => readdir(join(folder, inside)), []);
      const wanted = names
        .filter((name) => !name.endsWith(unfinished))
        .map((name) => `${inside}/${name}`)
        .filter((name) => name.startsWith(prefix));
      return Promise.all(
        wanted.sort().map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
      );
    },
    get: (name) => whereThere<Uint8Array | undefined>(() => readFile(join(folder, name)), undefined),
    put: async (name, bytes) => {
      const file = join(folder, name);
      try {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        const beside = await open(`${file}${unfinished}`, 'w', 0o600);
        try {
          await beside.writeFile(bytes);
          await beside.sync();
        } finally {
          await beside.close();
        }
        await rename(`${file}${unfinished}`, file);
        await syncFolder(dirname(file));
      } catch (error) {
        throw fileFault(error, file);
      }
    },
    remove: async (name) => rm(join(folder, name), { force: true }),
  };
}

/** What a stop has left in the middle of writing ends so; it is written over by the next try. */
const unfinished = '.part';

async function whereThere<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isAbsent(error)) return otherwise;
    throw fileFault(error, '');
  }
}

/** A new name is on disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
