import { kindAt, kinds, widthAt } from './character-kinds.ts';

type PlaceUse = (start: number, end: number) => void;

/**
 * Tells `use` of every two characters that touch in the run at `from`, and of the last one alone; returns the end of
 * the run. A character is taken with the marks that follow it.
 */
export function forEachSyllablePair(text: string, from: number, use: PlaceUse): number {
  let first = from;
  let second = characterEnd(text, from);
  while (second < text.length && kindAt(text, second) === kinds.syllable) {
    const end = characterEnd(text, second);
    use(first, end);
    first = second;
    second = end;
  }
  use(first, second);
  return second;
}

/** Marks past this number belong to no real character. */
const mostMarks = 8;

function characterEnd(text: string, from: number): number {
  let end = from + widthAt(text, from);
  for (let marks = 0; marks < mostMarks && end < text.length; marks += 1) {
    if (kindAt(text, end) !== kinds.mark) break;
    end += widthAt(text, end);
  }
  return end;
}

/** A dictionary is asked about this much at a time, so that a megabyte without a space costs no more than its length. */
const longestRun = 1000;

/** Made when it is first needed: it loads a dictionary. */
let segmenter: Intl.Segmenter | undefined;

/** Tells `use` of every word of the unspaced run at `from`; returns the end of the run. */
export function forEachUnspacedWord(text: string, from: number, use: PlaceUse): number {
  let end = from;
  while (end < text.length && end - from < longestRun) {
    const kind = kindAt(text, end);
    if (kind !== kinds.unspaced && kind !== kinds.mark) break;
    end += widthAt(text, end);
  }
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, end))) {
    if (isWordLike) use(from + index, from + index + segment.length);
  }
  return end;
}
