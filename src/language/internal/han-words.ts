import { isStopWord } from './stop-words.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The words that a reader means by a run of Chinese or Japanese: those of `Intl.Segmenter` without function words,
 * where characters that it left single are joined with their neighbours (南|南|合作 → 南南, 合作; 可|持续|发展 → 可持续, 发展).
 * In texts, words are found as strings of characters, so it does not matter how the same words would be cut there.
 */
export function hanWords(run: string): readonly string[] {
  const joined: string[] = [];
  let single = '';
  for (const { segment } of segmenter.segment(run)) {
    if (isStopWord(segment)) {
      if (single !== '') joined.push(single);
      single = '';
    } else if (characters(segment) === 1) {
      single += segment;
      if (characters(single) === 2) {
        joined.push(single);
        single = '';
      }
    } else {
      joined.push(single + segment);
      single = '';
    }
  }
  return single === '' ? joined : withTail(joined, single);
}

/** A single character at the end goes with the word before it, if they touch. */
function withTail(words: readonly string[], tail: string): readonly string[] {
  const last = words.at(-1);
  return last === undefined ? [tail] : [...words.slice(0, -1), last + tail];
}

function characters(text: string): number {
  return [...text].length;
}
