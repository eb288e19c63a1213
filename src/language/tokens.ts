import { kindIn, kinds, widthIn } from './internal/character-kinds.ts';
import { withDesk } from './internal/desk.ts';
import { scanWord } from './internal/scan-word.ts';
import { stemmingsOf } from './internal/stemming-of.ts';
import { forEachSyllablePair, forEachUnspacedWord } from './internal/unspaced.ts';
import { WordCache, type WordUse } from './internal/word-cache.ts';

export { mostWords, type Word, type WordList, type WordUse } from './internal/word-cache.ts';

/**
 * Told of one token. `surface` is the word as it stands, folded; `term` its stem, under which it is looked for;
 * `start` and `end` its place in the original text (UTF-16 units, end exclusive).
 */
export type TokenUse = (surface: string, term: string, start: number, end: number) => void;

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
  forEachWord(text, lang, (place, start, end, words) => {
    const word = words[place];
    if (word !== undefined) use(word.surface, word.term, start, end);
  });
}

/** As `forEachToken`, told by places in lists of words: for those who remember something about many words. */
export function forEachWord(text: string, lang: string, use: WordUse): void {
  const stemmed = cacheFor(lang);
  withDesk(text, ({ units, batch }) => {
    let cache = stemmed;
    const tell = (): void => {
      cache.tell(units, batch, use);
      batch.clear();
    };
    const turnTo = (next: WordCache): void => {
      if (next === cache) return;
      tell();
      cache = next;
    };
    const note = (start: number, end: number): void => {
      if (batch.isFull) tell();
      batch.add(start, end);
    };
    for (let i = 0; i < text.length; ) {
      const kind = kindIn(units, i);
      if (kind === kinds.letter || kind === kinds.syllable || kind === kinds.unspaced) {
        turnTo(kind === kinds.letter ? stemmed : unstemmed);
        if (kind === kinds.letter) i = scanWord(units, i, note);
        else if (kind === kinds.syllable) i = forEachSyllablePair(text, i, note);
        else i = forEachUnspacedWord(text, i, note);
      } else i += widthIn(units, i);
    }
    tell();
  });
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
