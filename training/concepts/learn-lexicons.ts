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

/** For each word of a language (by its number) its counterparts in English, most trusted first. */
export function counterpartsInEnglish(
  texts: readonly CutText[],
  language: InterfaceLanguage,
  columns: ReadonlyMap<InterfaceLanguage, TermColumns>,
  weightOf: (id: string) => number,
): ReadonlyMap<number, readonly Counterpart[]> {
  const [own, english] = [columns.get(language), columns.get('en')];
  if (own === undefined || english === undefined || language === 'en') return new Map();
  const pairs = texts.flatMap(({ id, terms }): WordPair[] => {
    const from = numbersOf(terms.get(language), own);
    const to = numbersOf(terms.get('en'), english);
    if (from.length === 0 || to.length === 0 || from.length > longestAligned) return [];
    return [{ from, to, weight: weightOf(id) / Math.sqrt(from.length) }];
  });
  const there = learnLexicon(pairs);
  const back = learnLexicon(pairs.map(({ from, to, weight }) => ({ from: to, to: from, weight })));
  return new Map([...there].map(([word, row]) => [word, trusted(word, row, back)]));
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

/** Single characters are parts of words that are there already. */
function numbersOf(terms: readonly string[] | undefined, { places }: TermColumns): readonly number[] {
  const words = new Set((terms ?? []).filter((term) => !isCharacter(term)));
  return [...words].flatMap((term) => places.get(term) ?? []);
}
