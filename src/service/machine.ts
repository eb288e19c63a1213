import { readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { LastDone, Machine } from '../operations/ports/machine.ts';

/** The machine of a data folder. */
export function machineOf(dataDir: string): Machine {
  return {
    disk: async () => {
      const { bavail, blocks, bsize } = await statfs(dataDir);
      return { free: bavail * bsize, total: blocks * bsize };
    },
    last: async (what) => {
      try {
        // Only our own commands write the file.
        return JSON.parse(await readFile(join(dataDir, `last-${what}.json`), 'utf8')) as LastDone;
      } catch {
        return undefined;
      }
    },
  };
}
