import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../kernel/fault.ts';
import type { RecordLog } from '../operations/ports.ts';
import { checkLog } from '../proofs/check-log.ts';
import { fileFault } from './internal/file-fault.ts';
import { readSegment, segmentOf } from './internal/segments.ts';
import { type Manifest, newestManifest } from './manifest.ts';
import type { BackupPlace } from './place.ts';
import { checkWhole, getPart, readFilePart } from './verify-backup.ts';

export interface RestoreOptions {
  readonly log: RecordLog;
  readonly dataDir: string;
  onProgress(done: number, all: number): void;
}

/** In the data folder while a restoring is under way: which backup it is of. */
const marker = 'restoring.json';

/**
 * Reads the newest finished backup into an empty node, and holds the restored log against the root of the backup. Stopped,
 * it goes on where it was when it is called again.
 * @throws Fault `folderNotEmpty` {file} where there is a node already; `backupUnfinished`, `backupDamaged`, `diskFull`, `noRight`.
 */
export async function restoreBackup(
  place: BackupPlace,
  { log, dataDir, onProgress }: RestoreOptions,
): Promise<Manifest> {
  const manifest = await newestManifest(place);
  checkWhole(place, manifest);
  await begin(log, dataDir, manifest);
  const done = await log.head();
  for (const name of manifest.segments) {
    const segment = segmentOf(name);
    if (segment === undefined || segment.to <= done) continue;
    const entries = await readSegment(name, await getPart(place, name));
    await log.append(entries.slice(Math.max(0, done + 1 - segment.from)));
    onProgress(segment.to, manifest.size);
  }
  for (const file of manifest.files) await putFile(dataDir, file, await readFilePart(place, file));
  const { standing } = await checkLog(log, manifest);
  if (standing !== 'fits') throw new Fault('backupDamaged', { file: `${place.name} ${manifest.at}` });
  await rm(join(dataDir, marker));
  return manifest;
}

/** Only an empty node is written to, or one to which this very backup is already being restored. */
async function begin(log: RecordLog, dataDir: string, { root, files }: Manifest): Promise<void> {
  const underWay = join(dataDir, marker);
  if (existsSync(underWay)) {
    if ((await readFile(underWay, 'utf8')).trim() === root) return;
  } else if ((await log.head()) === 0 && !files.some(({ path }) => existsSync(join(dataDir, path)))) {
    await writeFile(underWay, `${root}\n`);
    return;
  }
  throw new Fault('folderNotEmpty', { file: dataDir });
}

async function putFile(
  dataDir: string,
  { path, mode }: Manifest['files'][number],
  bytes: Buffer,
): Promise<void> {
  const file = join(dataDir, path);
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const beside = await open(`${file}.restoring`, 'w', mode);
    try {
      await beside.writeFile(bytes);
      await beside.sync();
    } finally {
      await beside.close();
    }
    await rename(`${file}.restoring`, file);
  } catch (error) {
    throw fileFault(error, file);
  }
}
