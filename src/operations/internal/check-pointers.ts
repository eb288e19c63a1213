import type { Finding } from '../../kernel/finding.ts';
import type { Kept } from './keep-what-holds.ts';

/**
 * Figures and participants point into the record's list of sources by position. Where a source was left out of the
 * list, pointers move with the others; one that points at no source is taken away, the figure stays.
 */
export function checkPointers(kept: ReadonlyMap<string, Kept>, findings: Finding[]): Record<string, unknown> {
  const listed = kept.get('sources')?.positions ?? [];
  const nowAt = new Map(listed.map((came, now) => [came, now]));
  const values: Record<string, unknown> = {};
  for (const [name, { value, positions }] of kept) {
    values[name] = withPointers(value, (pointer, i) => {
      const now = nowAt.get(pointer);
      if (now === undefined) {
        findings.push({
          severity: 'warning',
          path: `${name}.${positions[i] ?? i}.source`,
          code: 'noSuchSource',
          params: { got: pointer, limit: listed.length },
        });
      }
      return now;
    });
  }
  return values;
}

/** A list with the `source` of each thing as `move` says; undefined takes the pointer away. Other values stay as they are. */
export function withPointers(
  value: unknown,
  move: (pointer: number, position: number) => number | undefined,
): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown, position) => {
    if (typeof item !== 'object' || item === null || !('source' in item)) return item;
    const { source, ...rest } = item;
    if (typeof source !== 'number') return item;
    const moved = move(source, position);
    if (moved === source) return item;
    return moved === undefined ? rest : { ...item, source: moved };
  });
}
