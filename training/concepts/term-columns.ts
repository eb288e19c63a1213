import { type InterfaceLanguage, interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { charactersOf, contentTerms, isCharacter } from '../../src/language/concepts/content-terms.ts';
import type { AlignedText } from '../aligned/aligned-text.ts';
import { wholeWordPairs } from './whole-word-pairs.ts';

/** A text cut once: its stems by language, with repetitions; of Chinese also the characters of its pairs. */
export interface CutText {
  readonly id: string;
  readonly terms: ReadonlyMap<InterfaceLanguage, readonly string[]>;
}

/** The words of one language that are kept: their numbers, and how rare they are. */
export interface TermColumns {
  readonly terms: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** Logarithm of one over the share of texts in which the term stands. */
  readonly rarity: Float64Array;
}

export function cut(texts: readonly AlignedText[]): readonly CutText[] {
  return texts.map(({ id, texts: said }) => ({
    id,
    terms: new Map(
      interfaceLanguages.flatMap((lang) => {
        const text = said[lang];
        if (text === undefined) return [];
        const stems = contentTerms(text, lang).map(({ term }) => term);
        return [[lang, lang === 'zh' ? [...stems, ...charactersOf(stems)] : stems] as const];
      }),
    ),
  }));
}

/**
 * Numbers the words of a language in the order of the alphabet.
 * @param fewest texts in which a word must stand
 */
export function termColumns(
  cutTexts: readonly CutText[],
  texts: readonly AlignedText[],
  language: InterfaceLanguage,
  fewest = 1,
): TermColumns {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { terms } of cutTexts) {
    const said = terms.get(language);
    if (said === undefined) continue;
    all += 1;
    for (const term of new Set(said)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const isKept = language === 'zh' ? wholeWordPairs(texts) : () => true;
  const kept = [...counts].filter(([term, count]) => count >= fewest && (isCharacter(term) || isKept(term)));
  const ordered = kept.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    terms: ordered.map(([term]) => term),
    places: new Map(ordered.map(([term], place) => [term, place])),
    rarity: Float64Array.from(ordered, ([, count]) => Math.log((all + 1) / (count + 0.5))),
  };
}

/** Weight of each known term in one text: damped count times rarity, of length one. */
export function weighted(terms: readonly string[], { places, rarity }: TermColumns): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) {
    const place = places.get(term);
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  let squares = 0;
  for (const [place, count] of counts) {
    const weight = (1 + Math.log(count)) * (rarity[place] ?? 0);
    counts.set(place, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [place, weight] of counts) counts.set(place, weight / length);
  return counts;
}
