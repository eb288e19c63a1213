/**
 * Words that say nothing about a subject, folded. Very common ones only, and none that means something in another of
 * the languages: `sur` is French "on" but Spanish "south", `mais` French "but" and, with its accent, "maize".
 */
const lists: readonly string[] = [
  'the of and in to for a an on with by at from or as is are be',
  'le la les de du des et en au aux un une pour dans par est',
  'el los las del y o con por para una su al',
  'os do da dos das e em na nos nas ao aos com um uma',
  'في من علي الي عن مع او ان ثم التي الذي هذا هذه بين',
  'и в во на с со по для из от к о об у при или не',
  '的 和 与 與 及 在 对 對 了 等 是 之 以 为 為',
];

const all: ReadonlySet<string> = new Set(lists.flatMap((list) => list.split(' ')));

/** @param surface a folded word. */
export function isStopWord(surface: string): boolean {
  return all.has(surface);
}
