import type { AlignedText } from '../aligned/aligned-text.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Tells the pairs of Chinese characters that mean something from those that only happen to touch: a pair is kept when
 * it stands inside a word in at least half of the places where it was found.
 */
export function wholeWordPairs(texts: readonly AlignedText[]): (pair: string) => boolean {
  const inside = new Map<string, number>();
  const across = new Map<string, number>();
  for (const { texts: said } of texts) {
    const words = [...segmenter.segment(said.zh ?? '')].map(({ segment }) => segment);
    let last = '';
    for (const word of words) {
      count(across, last + (word[0] ?? ''));
      last = word.at(-1) ?? '';
      if (word.length === 1) count(inside, word);
      for (let at = 0; at + 1 < word.length; at++) count(inside, word.slice(at, at + 2));
    }
  }
  return (pair) => {
    const good = inside.get(pair) ?? 0;
    return good > 0 && good >= (across.get(pair) ?? 0);
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
