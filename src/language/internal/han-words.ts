import { isStopWord } from './stop-words.ts';

/** Made when it is first needed: it loads a dictionary. */
let segmenter: Intl.Segmenter | undefined;

/**
 * The words that a reader means by a run of Chinese or Japanese: those of `Intl.Segmenter` without function words,
 * where characters that it left single are joined with their neighbours (南|南|合作 → 南南, 合作; 可|持续|发展 → 可持续, 发展).
 * In texts, words are found as strings of characters, so it does not matter how the same words would be cut there.
 */
export function hanWords(run: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const groups: string[][] = [[]];
  for (const { segment } of segmenter.segment(run)) {
    if (isStopWord(segment)) groups.push([]);
    else groups.at(-1)?.push(segment);
  }
  const words = groups.flatMap(withoutSingles);
  return words.length === 0 ? [run] : words;
}

/** Joins segments that touch until none is a single character, as far as possible. */
function withoutSingles(segments: readonly string[]): readonly string[] {
  const words: string[] = [];
  let single = '';
  for (const segment of segments) {
    single += segment;
    if ([...single].length === 1) continue;
    words.push(single);
    single = '';
  }
  const last = words.pop();
  if (last === undefined) return single === '' ? [] : [single];
  return [...words, last + single];
}
