import type { RecordId } from '../../kernel/ids.ts';
import type { TrackedFacts } from '../ports/tracking.ts';

/** The way on which a measure would wait for itself, from it back to it; undefined where it waits for none that waits for it. */
export function findCycle(
  tracking: {
    find(id: RecordId): { readonly tracked: Pick<TrackedFacts, 'dependsOn'> } | undefined;
  },
  id: RecordId,
  dependsOn: readonly RecordId[],
): readonly RecordId[] | undefined {
  const seen = new Set<RecordId>();
  const ways = dependsOn.map((one): readonly RecordId[] => [id, one]);
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const last = way.at(-1) ?? id;
    if (last === id) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of tracking.find(last)?.tracked.dependsOn ?? []) ways.push([...way, next]);
  }
  return undefined;
}
