import type { WordClause } from '../query.ts';
import { arabicVariants } from './arabic-stem.ts';
import { type Stemming, stem } from './stem.ts';
import { stemmingsOf } from './stemming-of.ts';

const latinStemmings: readonly Stemming[] = ['en', 'fr', 'es', 'pt'];

/**
 * The clause for one folded word: its stems in all languages of its script, because records are in many languages and
 * the reader's language is only a hint (its stem stands first), and the word itself for languages without a stemmer.
 */
export function wordClause(surface: string, lang: string, prefix: boolean): WordClause {
  return { surface, terms: [...new Set([...stemsOf(surface, lang), surface])], prefix };
}

function stemsOf(surface: string, lang: string): readonly string[] {
  const first = surface.charCodeAt(0);
  if (first >= 0x61 && first < 0x250) {
    return [stemmingsOf(lang).latin, ...latinStemmings].map((stemming) => stem(surface, stemming));
  }
  if (first >= 0x400 && first < 0x530) return [stem(surface, 'ru')];
  if (first >= 0x600 && first < 0x780) return arabicVariants(surface);
  return [];
}
