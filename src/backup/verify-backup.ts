import { hash } from 'node:crypto';
import { Fault } from '../kernel/fault.ts';
import { rootOfParts } from '../proofs/check-log.ts';
import { readSegment, segmentEntries, segmentOf, unpacked } from './internal/segments.ts';
import { getManifest, type Manifest, manifestNames } from './manifest.ts';
import type { BackupPlace } from './place.ts';

export interface VerifiedBackup {
  /** Finished backups in the place. */
  readonly backups: number;
  readonly newest: Manifest;
  /** Segments and pieces of files that were read. */
  readonly parts: number;
}

/**
 * Reads everything that the backups in a place hold: each byte against its digest, each entry against the root of its
 * segment, all segments against the root of the log.
 * @throws Fault `backupDamaged` {file} at the first damage; `backupUnfinished` {file} where no backup was finished.
 */
export async function verifyBackup(
  place: BackupPlace,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<VerifiedBackup> {
  const names = await manifestNames(place);
  const manifests = [];
  for (const name of names) manifests.push(await getManifest(place, name));
  const newest = manifests.at(-1);
  if (newest === undefined) throw new Fault('backupUnfinished', { file: place.name });
  const parts = new Set(manifests.flatMap(({ segments }) => segments));
  const files = manifests.flatMap((one) => one.files);
  /** Each piece by its digest, with a file that it is of. */
  const pieces = new Map(files.flatMap((file) => file.pieces.map((piece) => [piece, file] as const)));
  const lengths = new Map<string, number>();
  let done = 0;
  const all = parts.size + pieces.size;
  for (const name of parts) {
    await readSegment(name, await getPart(place, name));
    done += 1;
    onProgress(done, all);
  }
  for (const [piece, file] of pieces) {
    lengths.set(piece, (await readPiece(place, file, piece)).length);
    done += 1;
    onProgress(done, all);
  }
  for (const file of files)
    checkLength(
      place,
      file,
      file.pieces.reduce((sum, piece) => sum + (lengths.get(piece) ?? 0), 0),
    );
  for (const manifest of manifests) checkWhole(place, manifest);
  return { backups: names.length, newest, parts: all };
}

/** @throws Fault `backupDamaged` where the segments do not make up the log that the manifest names. */
export function checkWhole(place: BackupPlace, { segments, size, root, at }: Manifest): void {
  const known = segments.flatMap((name) => segmentOf(name) ?? []);
  const joined = known.every(({ from }, order) => from === order * segmentEntries + 1);
  const whole = known.length === segments.length && joined && (known.at(-1)?.to ?? 0) === size;
  if (!whole || rootOfParts(known, segmentEntries) !== root)
    throw new Fault('backupDamaged', { file: `${place.name} ${at}` });
}

/** @throws Fault `backupDamaged` {file} for a part that is not there. */
export async function getPart(place: BackupPlace, name: string): Promise<Uint8Array> {
  const bytes = await place.get(name);
  if (bytes === undefined) throw new Fault('backupDamaged', { file: `${place.name}/${name}` });
  return bytes;
}

/** A piece of a file as it lay in the data folder. @throws Fault `backupDamaged` {file}. */
export async function readPiece(
  place: BackupPlace,
  { path }: Manifest['files'][number],
  digest: string,
): Promise<Buffer> {
  const small = await getPart(place, `files/${digest}`);
  const file = `${place.name}/files/${digest} (${path})`;
  if (hash('sha256', small) !== digest) throw new Fault('backupDamaged', { file });
  return unpacked(small, file);
}

/** @throws Fault `backupDamaged` where the pieces of a file have not as many bytes as it had. */
export function checkLength(
  place: BackupPlace,
  { path, bytes }: Manifest['files'][number],
  found: number,
): void {
  if (found !== bytes) throw new Fault('backupDamaged', { file: `${place.name} (${path})` });
}
