import {
  type InterfaceLanguage,
  interfaceLanguages,
  isInterfaceLanguage,
  type LanguageTag,
  unknownLanguage,
} from '../../kernel/language-tag.ts';
import { guessLanguage } from '../guess-language.ts';
import { contentTerms } from './content-terms.ts';
import { languageOfWord, type TermTables } from './term-table.ts';

/** What is read of a text to find out in which language its words are known. */
const longestTried = 2000;

/**
 * The language as which a text is read: its own; where nobody said, the guessed one; and for texts too short to guess
 * the one that knows most of their words. Undefined for a language that is not one of the seven.
 */
export function languageToRead(
  tables: TermTables,
  text: string,
  language: LanguageTag,
): InterfaceLanguage | undefined {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  if (isInterfaceLanguage(primary)) return primary;
  if (![unknownLanguage, '', 'mul'].includes(primary)) return undefined;
  const guessed = guessLanguage(text);
  if (isInterfaceLanguage(guessed)) return guessed;
  const tried = text.slice(0, longestTried);
  let best: { lang: InterfaceLanguage; known: number } | undefined;
  for (const lang of interfaceLanguages) {
    const words = contentTerms(tried, lang);
    const known = words.filter(({ surface, term }) =>
      tables.get(languageOfWord(surface, lang))?.places.has(term),
    ).length;
    if (known > (best?.known ?? 0)) best = { lang, known };
  }
  return best?.lang;
}
