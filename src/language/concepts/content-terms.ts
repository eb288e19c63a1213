import type { LanguageTag } from '../../kernel/language-tag.ts';
import { isStopWord } from '../internal/stop-words.ts';
import { forEachToken } from '../tokens.ts';

/** Text beyond this many UTF-16 units adds nothing to what a text is about, and would only cost time. */
export const longestReadForSense = 40_000;

/** A word of a text that may carry sense. */
export interface ContentTerm {
  readonly surface: string;
  /** The stem, as `forEachToken` cuts it. */
  readonly term: string;
}

/**
 * The words of a text that may say what it is about, in order: no function words, no numbers, no single Latin letters,
 * no markup. Only the first `longestReadForSense` units are read.
 */
export function contentTerms(text: string, language: LanguageTag): readonly ContentTerm[] {
  const read = text.slice(0, longestReadForSense).replace(/<\/?[a-z!][^<>]{0,2000}>|https?:\/\/\S+/gi, ' ');
  const found: ContentTerm[] = [];
  forEachToken(read, language, (surface, term) => {
    if (term === '' || isStopWord(surface) || /^[\p{N}]|^\p{sc=Latin}$/u.test(surface)) return;
    found.push({ surface, term });
  });
  return found;
}

/** Whether a term is one Chinese character: part of a word, too little to be shown. */
export function isCharacter(term: string): boolean {
  return term.length === 1 && isHan(term, 0);
}

/**
 * The first character of each pair, but for function words: Chinese is cut into overlapping pairs, and a pair that is
 * not known often has a character that is (水 of 水产).
 */
export function charactersOf(terms: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const term of terms) {
    if (term.length !== 2 || !isHan(term, 0) || !isHan(term, 1)) continue;
    const first = term.charAt(0);
    if (!isStopWord(first)) found.push(first);
  }
  return found;
}

/** Of the characters in common use; asked for every word of every text, so without a search by script. */
function isHan(term: string, at: number): boolean {
  const code = term.charCodeAt(at);
  return code >= 0x3400 && code < 0xa000;
}
