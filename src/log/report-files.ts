import { hash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

const digestForm = /^[0-9a-f]{64}$/;

/**
 * Files of closed reports in a folder, each under its SHA-256: written beside its place, on disk before it is there, and
 * never written again. Meets the port `ReportArchive`.
 */
export function reportFiles(folder: string) {
  const find = async (sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    if (!digestForm.test(sha256)) return undefined;
    try {
      const bytes = new Uint8Array(await readFile(join(folder, sha256)));
      return hash('sha256', bytes) === sha256 ? bytes : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    find,
    put: async (sha256: string, bytes: Uint8Array): Promise<void> => {
      if ((await find(sha256)) !== undefined) return;
      await mkdir(folder, { recursive: true });
      const beside = join(folder, `${sha256}.${randomUUID()}`);
      const file = await open(beside, 'wx', 0o444);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, join(folder, sha256));
    },
  };
}
