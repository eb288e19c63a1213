import type { InterfaceLanguage } from '../../src/kernel/language-tag.ts';
import { isCharacter } from '../../src/language/concepts/content-terms.ts';
import { type Lexicon, learnLexicon, type WordPair } from '../learn/lexicon.ts';
import type { CutText, TermColumns } from './term-columns.ts';

/** A word of English that a word stands for. */
export interface Counterpart {
  readonly term: number;
  /** p(English | word) and p(word | English). */
  readonly there: number;
  readonly back: number;
  /** Their geometric mean: both directions must agree. */
  readonly trust: number;
}

/** Longer texts say too little about which word is which. */
const longestAligned = 60;
const mostCounterparts = 6;
const leastTrust = 0.01;

/**
 * For each word of a language (by its number) its counterparts in English, most trusted first. Chinese characters have a
 * lexicon of their own: they are parts of words that are there already, and would take the place of these.
 */
export function counterpartsInEnglish(
  texts: readonly CutText[],
  language: InterfaceLanguage,
  columns: ReadonlyMap<InterfaceLanguage, TermColumns>,
  weightOf: (id: string) => number,
): ReadonlyMap<number, readonly Counterpart[]> {
  const [own, english] = [columns.get(language), columns.get('en')];
  if (own === undefined || english === undefined || language === 'en') return new Map();
  const learnt = (
    isKept: (term: string) => boolean,
  ): readonly (readonly [number, readonly Counterpart[]])[] => {
    const pairs = texts.flatMap(({ id, terms }): WordPair[] => {
      const from = numbersOf((terms.get(language) ?? []).filter(isKept), own);
      const to = numbersOf(terms.get('en') ?? [], english);
      if (from.length === 0 || to.length === 0 || from.length > longestAligned) return [];
      return [{ from, to, weight: weightOf(id) / Math.sqrt(from.length) }];
    });
    const there = learnLexicon(pairs);
    const back = learnLexicon(pairs.map(({ from, to, weight }) => ({ from: to, to: from, weight })));
    return [...there].map(([word, row]) => [word, trusted(word, row, back)] as const);
  };
  const words = learnt((term) => !isCharacter(term));
  return new Map(language === 'zh' ? [...words, ...learnt(isCharacter)] : words);
}

function trusted(word: number, row: ReadonlyMap<number, number>, back: Lexicon): readonly Counterpart[] {
  return [...row]
    .map(([term, probability]) => {
      const returned = back.get(term)?.get(word) ?? 0;
      return { term, there: probability, back: returned, trust: Math.sqrt(probability * returned) };
    })
    .filter(({ trust }) => trust > leastTrust)
    .sort((a, b) => b.trust - a.trust || a.term - b.term)
    .slice(0, mostCounterparts);
}

function numbersOf(terms: readonly string[], { places }: TermColumns): readonly number[] {
  return [...new Set(terms)].flatMap((term) => places.get(term) ?? []);
}
