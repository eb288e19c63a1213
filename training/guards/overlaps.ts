import { contentTerms } from '../../src/language/concepts/content-terms.ts';
import { fold } from '../../src/language/fold.ts';

/** Words in a row that two texts must share to count as copies of one another. */
export const wordsInARow = 8;

/** Every string of eight words of a text, folded; the whole of a shorter one. Chinese counts pairs of characters. */
export function runsOf(text: string, language: string): ReadonlySet<string> {
  const words = /\p{sc=Han}/u.test(text)
    ? contentTerms(text, language).map(({ term }) => term)
    : (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);
  if (words.length === 0) return new Set();
  if (words.length <= wordsInARow) return new Set([words.join(' ')]);
  return new Set(
    Array.from({ length: words.length - wordsInARow + 1 }, (_, at) =>
      words.slice(at, at + wordsInARow).join(' '),
    ),
  );
}

interface Text {
  readonly text: string;
  readonly language: string;
}

/** The texts for training without those that share eight words in a row with a text kept aside. */
export function withoutOverlaps<T extends Text>(
  training: readonly T[],
  aside: readonly Text[],
): readonly T[] {
  const seen = new Set<string>();
  for (const { text, language } of aside) for (const run of runsOf(text, language)) seen.add(run);
  return training.filter(({ text, language }) => {
    for (const run of runsOf(text, language)) if (seen.has(run)) return false;
    return true;
  });
}

/** Each text once: later copies (the same words, whatever the case and marks) are left out. */
export function withoutCopies<T extends { readonly text: string }>(texts: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return texts.filter(({ text }) => {
    const key = (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
