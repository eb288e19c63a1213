import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, sha256 } from '../kernel/canonical-json.ts';
import type { RecordLog } from '../operations/ports.ts';

/** Says in the folder of the projections of which log they are. */
const mark = 'of-log';

/**
 * Throws projections away that were made of another log, as a folder copied from another node holds them: served, they
 * would show its records here. The first entry, with its salt, is that of one log alone. Gives whether anything was thrown away.
 */
export async function keepOwnProjection(log: RecordLog, folder: string): Promise<boolean> {
  const file = join(folder, mark);
  const [first] = await log.since(0, 1);
  const right = first === undefined ? '' : sha256(canonicalJson(first));
  const got = await readFile(file, 'utf8').catch(() => undefined);
  if (got === right) return false;
  const foreign = got !== undefined && got !== '';
  if (foreign) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(file, right);
  return foreign;
}
