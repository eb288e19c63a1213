import { sha256 } from '../kernel/canonical-json.ts';
import type { NewEntry, RecordLog } from '../operations/ports.ts';
import { rootOfEntries } from '../proofs/check-log.ts';
import { readSegment, type Segment, segmentOf } from './internal/segments.ts';
import { getManifest, manifestNames, namesIn } from './manifest.ts';
import type { BackupPlace } from './place.ts';

/**
 * Segments of this log, by name, that still hold what was erased from it since they were written. The root of the tree
 * over a segment is the same before and after, so that one of another log is not taken for one.
 */
export async function staleSegments(place: BackupPlace, log: RecordLog): Promise<ReadonlySet<string>> {
  const erased = new Map((await log.erased()).map(({ seq, sha256: right }) => [seq, right]));
  const stale = new Set<string>();
  if (erased.size === 0) return stale;
  for (const { name } of await place.list('log/')) {
    const segment = segmentOf(name);
    if (segment === undefined || ![...erased.keys()].some((seq) => isIn(segment, seq))) continue;
    if ((await holdsMore(place, segment, erased)) && (await isOf(log, segment))) stale.add(name);
  }
  return stale;
}

function isIn({ from, to }: Segment, seq: number): boolean {
  return seq >= from && seq <= to;
}

async function isOf(log: RecordLog, { from, to, root }: Segment): Promise<boolean> {
  return rootOfEntries(await log.since(from - 1, to - from + 1)) === root;
}

/** Whether an entry stands in it other than as the log has it since the erasure; one that cannot be read may hold anything. */
async function holdsMore(
  place: BackupPlace,
  { name, from }: Segment,
  erased: ReadonlyMap<number, string>,
): Promise<boolean> {
  const bytes = await place.get(name);
  if (bytes === undefined) return false;
  const entries = await readSegment(name, bytes).catch(() => undefined);
  if (entries === undefined) return true;
  return entries.some((entry, at) => {
    const right = erased.get(from + at);
    return right !== undefined && bodyDigest(entry) !== right;
  });
}

function bodyDigest({ salt, ...entry }: NewEntry): string | undefined {
  return entry.sealed === undefined || salt !== '' ? undefined : sha256(JSON.stringify(entry));
}

/**
 * Removes backups that name such segments, the segments, and what only those backups name: a file of them may hold what was
 * erased as well. To be called when a new backup is there. Gives how many backups went.
 */
export async function dropStale(place: BackupPlace, stale: ReadonlySet<string>): Promise<number> {
  if (stale.size === 0) return 0;
  const kept = new Set<string>();
  const going = new Set(stale);
  let removed = 0;
  for (const name of await manifestNames(place)) {
    const manifest = await getManifest(place, name);
    if (manifest.segments.some((one) => stale.has(one))) {
      await place.remove(name);
      removed += 1;
      for (const one of namesIn(manifest)) going.add(one);
    } else for (const one of namesIn(manifest)) kept.add(one);
  }
  for (const name of going) if (!kept.has(name)) await place.remove(name);
  return removed;
}
