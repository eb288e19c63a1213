/**
 * The places of the `limit` highest keys, highest first; of equal keys the one with the higher `ties` value (looked up
 * by document), then the later place. A heap of `limit` places, so that the rest is never sorted.
 */
export function highest(
  keys: Float64Array,
  limit: number,
  ties: (place: number) => number,
): readonly number[] {
  const most = Math.min(limit, keys.length);
  if (most <= 0) return [];
  const before = (a: number, b: number): boolean => {
    const left = keys[a] ?? 0;
    const right = keys[b] ?? 0;
    if (left !== right) return left > right;
    const tie = ties(a) - ties(b);
    return tie === 0 ? a > b : tie > 0;
  };
  const heap = new Int32Array(most);
  // From the end, where the newest stand: these usually stay.
  let place = keys.length - 1;
  for (let size = 0; size < most; size += 1, place -= 1) rise(heap, size, place, before);
  for (; place >= 0; place -= 1) {
    if (before(place, heap[0] ?? 0)) sink(heap, place, before);
  }
  return Array.from(heap).sort((a, b) => (before(a, b) ? -1 : 1));
}

type Before = (a: number, b: number) => boolean;

/** Puts a place at the end of the heap (its root is the last in order) and lets it rise. */
function rise(heap: Int32Array, size: number, place: number, before: Before): void {
  let at = size;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const other = heap[above] ?? 0;
    if (!before(other, place)) break;
    heap[at] = other;
    at = above;
  }
  heap[at] = place;
}

/** Replaces the root. */
function sink(heap: Int32Array, place: number, before: Before): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && before(heap[below] ?? 0, heap[below + 1] ?? 0)) below += 1;
    const other = heap[below] ?? 0;
    if (!before(place, other)) break;
    heap[at] = other;
    at = below;
  }
  heap[at] = place;
}
