import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../kernel/fault.ts';
import type { RecordLog } from '../operations/ports.ts';
import { checkLog } from '../proofs/check-log.ts';
import { isShareable } from './internal/data-files.ts';
import { fileFault } from './internal/file-fault.ts';
import { readSegment, segmentOf } from './internal/segments.ts';
import { type Manifest, newestManifest } from './manifest.ts';
import type { BackupPlace } from './place.ts';
import type { SharedParts } from './shared-parts.ts';
import { checkLength, checkWhole, getPart, readPiece } from './verify-backup.ts';

export interface RestoreOptions {
  readonly log: RecordLog;
  readonly dataDir: string;
  /** Where what nodes share goes, where the restored node shares it. */
  readonly shared?: SharedParts | undefined;
  onProgress(done: number, all: number): void;
}

/** In the data folder while a restoring is under way: which backup it is of, and files on their way to what is shared. */
const marker = 'restoring.json';
const onTheWay = 'restoring';

/**
 * Reads the newest finished backup into an empty node, and holds the restored log against the root of the backup. Stopped,
 * it goes on where it was when it is called again.
 * @throws Fault `folderNotEmpty` {file} where there is a node already; `backupUnfinished`, `backupDamaged`, `diskFull`, `noRight`.
 */
export async function restoreBackup(place: BackupPlace, options: RestoreOptions): Promise<Manifest> {
  const { log, dataDir, shared, onProgress } = options;
  const manifest = await newestManifest(place);
  checkWhole(place, manifest);
  await begin(options, manifest);
  const done = await log.head();
  for (const name of manifest.segments) {
    const segment = segmentOf(name);
    if (segment === undefined || segment.to <= done) continue;
    const entries = await readSegment(name, await getPart(place, name));
    await log.append(entries.slice(Math.max(0, done + 1 - segment.from)));
    onProgress(segment.to, manifest.size);
  }
  const apart = join(dataDir, onTheWay);
  for (const file of manifest.files)
    await putFile(place, file, shared !== undefined && isShareable(file.path) ? apart : dataDir);
  if (shared !== undefined && existsSync(apart)) await shared.takeIn(apart);
  const { standing } = await checkLog(log, manifest);
  if (standing !== 'fits') throw new Fault('backupDamaged', { file: `${place.name} ${manifest.at}` });
  await rm(apart, { recursive: true, force: true });
  await rm(join(dataDir, marker));
  return manifest;
}

/** Only an empty node is written to, or one to which this very backup is already being restored. */
async function begin({ log, dataDir, shared }: RestoreOptions, { root, files }: Manifest): Promise<void> {
  const underWay = join(dataDir, marker);
  if (existsSync(underWay)) {
    if ((await readFile(underWay, 'utf8')).trim() === root) return;
  } else if ((await log.head()) === 0 && (await isEmpty(dataDir, shared, files))) {
    await writeFile(underWay, `${root}\n`);
    return;
  }
  throw new Fault('folderNotEmpty', { file: dataDir });
}

async function isEmpty(
  dataDir: string,
  shared: SharedParts | undefined,
  files: Manifest['files'],
): Promise<boolean> {
  const ours = shared === undefined ? files : files.filter(({ path }) => !isShareable(path));
  if (ours.some(({ path }) => existsSync(join(dataDir, path)))) return false;
  return shared === undefined || shared.isEmpty();
}

async function putFile(place: BackupPlace, named: Manifest['files'][number], dataDir: string): Promise<void> {
  const file = join(dataDir, named.path);
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const beside = await open(`${file}.restoring`, 'w', named.mode);
    try {
      let length = 0;
      for (const digest of named.pieces) {
        const piece = await readPiece(place, named, digest);
        // Goes on where the piece before has ended.
        await beside.writeFile(piece);
        length += piece.length;
      }
      checkLength(place, named, length);
      await beside.sync();
    } finally {
      await beside.close();
    }
    await rename(`${file}.restoring`, file);
  } catch (error) {
    throw fileFault(error, file);
  }
}
