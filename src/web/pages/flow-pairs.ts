import type { Flow } from '../../operations/flows.ts';
import type { FacetCount } from '../../operations/ports.ts';

/** Pairs out of the counts of the facet `flow`; only the chosen ones where some are chosen. */
export function pairsIn(counts: readonly FacetCount[] = [], only?: readonly string[]): readonly Flow[] {
  return counts
    .filter(({ value }) => only === undefined || only.includes(value))
    .map(({ value, count }) => ({ from: value.slice(0, 2), to: value.slice(3), count }));
}
