import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Notes in the data folder when something was last done, for the page on how the node stands: `last-backup.json`, `last-verify.json`. */
export async function noteDone(
  dataDir: string,
  what: 'backup' | 'verify',
  note: { readonly at: string; readonly size: number; readonly well: boolean },
): Promise<void> {
  const file = join(dataDir, `last-${what}.json`);
  await writeFile(`${file}.new`, `${JSON.stringify(note)}\n`);
  await rename(`${file}.new`, file);
}
