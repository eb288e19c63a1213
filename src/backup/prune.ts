import { getManifest, manifestNames, namesIn } from './manifest.ts';
import type { BackupPlace } from './place.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Removes backups older than `keepDays`, but never the newest, and whatever no backup names any more. What was put within a
 * day stays: it may belong to a backup that is just being written. Gives how many backups went.
 */
export async function prune(
  place: BackupPlace,
  { now, keepDays }: { readonly now: Date; readonly keepDays: number },
): Promise<number> {
  const oldest = now.getTime() - keepDays * dayMs;
  const names = await manifestNames(place);
  const kept = new Set<string>();
  let removed = 0;
  for (const [order, name] of names.entries()) {
    const manifest = await getManifest(place, name);
    if (order < names.length - 1 && Date.parse(manifest.at) < oldest) {
      await place.remove(name);
      removed += 1;
    } else for (const one of namesIn(manifest)) kept.add(one);
  }
  for (const prefix of ['log/', 'files/'])
    for (const { name, at } of await place.list(prefix))
      if (!kept.has(name) && at < now.getTime() - dayMs) await place.remove(name);
  return removed;
}
