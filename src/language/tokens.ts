import { kindAt, kinds, widthAt } from './internal/character-kinds.ts';
import { stemmingsOf } from './internal/stemming-of.ts';
import { forEachSyllablePair, forEachUnspacedWord } from './internal/unspaced.ts';
import { WordCache } from './internal/word-cache.ts';

/**
 * Told of one token. `surface` is the word as it stands, folded; `term` its stem, under which it is looked for;
 * `start` and `end` its place in the original text (UTF-16 units, end exclusive). `number` stands, for as long as the
 * process lives, for this surface and term alone; a pair has several numbers over time.
 */
export type TokenUse = (surface: string, term: string, start: number, end: number, number: number) => void;

/** Longer words (encoded files, hostile input) count by their first 64 units only. */
const longestWord = 64;

/**
 * Cuts a text into tokens, in order of `start`. Each call of `use` is one position for phrases.
 *
 * - Scripts with spaces: words of letters and digits; hyphens separate; `l'`, `d'`, `qu'` … before a vowel and a
 *   possessive `'s` are left out; the term is the stem in `lang` (see `stemmingsOf` for unknown languages).
 * - Han, kana, Hangul: every two characters that touch, and at the end of a run the last character alone. So any
 *   string of characters is found by its pairs, whatever a dictionary thinks of the words around it, and a single
 *   character by prefix. These tokens overlap.
 * - Thai, Lao, Khmer, Burmese: words of `Intl.Segmenter`.
 *
 * @param lang BCP 47 tag; `und` when unknown.
 */
export function forEachToken(text: string, lang: string, use: TokenUse): void {
  const words = cacheFor(lang);
  const useWord = (start: number, end: number): void => {
    const cut = cutAt(text, start, end);
    const { surface, term, number } = words.at(text, start, cut);
    if (surface !== '') use(surface, term, start, cut, number);
  };
  const useFolded = (start: number, end: number): void => {
    const { surface, term, number } = unstemmed.at(text, start, end);
    if (surface !== '') use(surface, term, start, end, number);
  };
  for (let i = 0; i < text.length; ) {
    const kind = kindAt(text, i);
    if (kind === kinds.letter) i = scanWord(text, i, useWord);
    else if (kind === kinds.syllable) i = forEachSyllablePair(text, i, useFolded);
    else if (kind === kinds.unspaced) i = forEachUnspacedWord(text, i, useFolded);
    else i += widthAt(text, i);
  }
}

/** One cache for each combination of stemmings: at most 5 × 2 × 2, however many languages are named. */
const caches = new Map<string, WordCache>();
const unstemmed = new WordCache({ latin: 'none', cyrillic: 'none', arabic: 'none' });

function cacheFor(lang: string): WordCache {
  const stemmings = stemmingsOf(lang);
  const key = `${stemmings.latin} ${stemmings.cyrillic} ${stemmings.arabic}`;
  const known = caches.get(key);
  if (known !== undefined) return known;
  const made = new WordCache(stemmings);
  caches.set(key, made);
  return made;
}

function cutAt(text: string, start: number, end: number): number {
  if (end - start <= longestWord) return end;
  const cut = start + longestWord;
  return widthAt(text, cut - 1) === 2 ? cut - 1 : cut;
}

/** Words that lose their vowel before an apostrophe in French, Italian, Catalan and Portuguese. */
const elided: ReadonlySet<string> = new Set(
  'l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu quelqu un dell all dall nell sull quest'.split(' '),
);
const longestElided = 7;

/** Finds the word that begins at `from`, tells `use`, and returns where it ends. */
function scanWord(text: string, from: number, use: (start: number, end: number) => void): number {
  let start = from;
  let i = from;
  while (i < text.length) {
    const kind = kindAt(text, i);
    if (kind === kinds.letter || kind === kinds.mark) {
      i += widthAt(text, i);
      continue;
    }
    if (kind !== kinds.apostrophe || kindAt(text, i + 1) !== kinds.letter) break;
    if (isPossessive(text, i)) {
      use(start, i);
      return i + 2;
    }
    if (i - start <= longestElided && elided.has(text.slice(start, i).toLowerCase())) start = i + 1;
    i += 1;
  }
  use(start, i);
  return i;
}

function isPossessive(text: string, apostrophe: number): boolean {
  const letter = text[apostrophe + 1];
  if (letter !== 's' && letter !== 'S') return false;
  const after = apostrophe + 2 < text.length ? kindAt(text, apostrophe + 2) : kinds.gap;
  return after !== kinds.letter && after !== kinds.mark && after !== kinds.apostrophe;
}
