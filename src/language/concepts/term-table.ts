import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import type { ConceptWeights, LanguageWeights } from './concept-weights.ts';

/** Words of one language with the place of each. */
export interface TermTable extends LanguageWeights {
  readonly language: InterfaceLanguage;
  readonly places: ReadonlyMap<string, number>;
}

export type TermTables = ReadonlyMap<InterfaceLanguage, TermTable>;

/** Weights as they were learnt, ready to be asked by the words of each language. */
export function termTables({ languages }: ConceptWeights): TermTables {
  return new Map(
    [...languages].map(([language, weights]) => [
      language,
      { ...weights, language, places: new Map(weights.terms.map((term, place) => [term, place])) },
    ]),
  );
}

const latin: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'pt']);

/**
 * The language under which a word of a text is looked up: that of the text where its script agrees, else the one that
 * is written so (an English name in an Arabic text is cut as English, see `stemmingsOf`).
 */
export function languageOfWord(surface: string, textLanguage: InterfaceLanguage): InterfaceLanguage {
  const first = surface.charCodeAt(0);
  if (first < 0x250) return latin.has(textLanguage) ? textLanguage : 'en';
  if (first >= 0x400 && first < 0x530) return 'ru';
  if (first >= 0x600 && first < 0x780) return 'ar';
  if (first >= 0x3400 && first < 0xa000) return 'zh';
  return textLanguage;
}
