import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, sha256 } from '../kernel/canonical-json.ts';
import type { RecordLog } from '../operations/ports.ts';

/** Says in the folder of the projections of which log they are. */
const mark = 'of-log';

/**
 * Throws projections away that were made of another log, as a folder copied from another node holds them: served, they
 * would show its records here. The first entry, with its salt, is that of one log alone; projections that were marked
 * while a log was empty and not since (`markOwnProjection`) may be of any. Gives whether anything was thrown away.
 */
export async function keepOwnProjection(log: RecordLog, folder: string): Promise<boolean> {
  const right = await markOf(log);
  const got = await readFile(join(folder, mark), 'utf8').catch(() => undefined);
  if (got === right) return false;
  const foreign = got !== undefined;
  if (foreign) await rm(folder, { recursive: true, force: true });
  await writeMark(folder, right);
  return foreign;
}

/** Says of which log projections are whose log was empty when they were opened: as soon as it has begun. */
export async function markOwnProjection(log: RecordLog, folder: string): Promise<void> {
  await writeMark(folder, await markOf(log));
}

async function markOf(log: RecordLog): Promise<string> {
  const [first] = await log.since(0, 1);
  return first === undefined ? '' : sha256(canonicalJson(first));
}

async function writeMark(folder: string, right: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, mark), right);
}
