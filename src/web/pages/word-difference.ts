/** A stretch of text that two versions share, or that only one of them has. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Above so many pairs of words the middle of a text is shown as replaced as a whole. */
const mostPairs = 4_000_000;

/**
 * What was taken out of a text and what was put in, word by word (after `Intl.Segmenter`, so Chinese has words too).
 * Without the added stretches it is the first text, without the removed ones the second.
 */
export function wordDifference(before: string, after: string, lang: string): readonly Stretch[] {
  const [a, b] = [wordsOf(before, lang), wordsOf(after, lang)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const stretches: Stretch[] = [
    ...a.slice(0, start).map((text): Stretch => ({ kind: 'same', text })),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map((text): Stretch => ({ kind: 'same', text })),
  ];
  return joined(stretches);
}

function wordsOf(text: string, lang: string): readonly string[] {
  const segmenter = new Intl.Segmenter(lang === 'und' ? 'en' : lang, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** By the longest common run of words (dynamic programming over all pairs). */
function middle(a: readonly string[], b: readonly string[]): readonly Stretch[] {
  if (a.length * b.length > mostPairs || a.length > 65_000) {
    return [
      ...a.map((text): Stretch => ({ kind: 'removed', text })),
      ...b.map((text): Stretch => ({ kind: 'added', text })),
    ];
  }
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [was, is] = [a[i], b[j]];
    if (was !== undefined && was === is) {
      found.push({ kind: 'same', text: was });
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: 'removed', text: was });
      i += 1;
    } else {
      found.push({ kind: 'added', text: is ?? '' });
      j += 1;
    }
  }
  return found;
}

/** Neighbours of one kind as one stretch; a lone space between two changes belongs to them. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') all.push({ kind: 'removed', text: removed });
    if (added !== '') all.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  stretches.forEach(({ kind, text }, place) => {
    const next = stretches[place + 1];
    const between =
      (removed !== '' || added !== '') && text.trim() === '' && next !== undefined && next.kind !== 'same';
    if (kind === 'removed' || (kind === 'same' && between)) removed += text;
    if (kind === 'added' || (kind === 'same' && between)) added += text;
    if (kind !== 'same' || between) return;
    flush();
    const last = all.at(-1);
    if (last?.kind === 'same') all[all.length - 1] = { kind: 'same', text: last.text + text };
    else all.push({ kind: 'same', text });
  });
  flush();
  return all;
}
