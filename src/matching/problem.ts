import { unknownLanguage } from '../kernel/language-tag.ts';
import { guessLanguage } from '../language/guess-language.ts';
import { wordsOfText } from '../language/words-of-text.ts';
import { countryCode } from '../vocabulary/countries.ts';
import { isAskingWord } from './asking-words.ts';
import { fieldWords, isFieldWord } from './field-words.ts';
import { longestProblem, plainText } from './plain-text.ts';
import { languageOfShort } from './short-text.ts';
import { isSmallWord } from './small-words.ts';
import { elsewhereShare, fieldShare, leastKeptSense, synonymShare, translatedShare } from './weights.ts';

/** One way in which a record may say a word. */
export interface Way {
  readonly terms: readonly string[];
  /** 1 as it was typed; less in another language, by how sure the dictionary is. */
  readonly weight: number;
  /** The language in which it is said so; absent where that of the text is not known. */
  readonly lang?: string;
  /** Share of `weight` that it counts in records that have no text in that language; all where nothing is said. */
  readonly elsewhere?: number;
  /** Whether a list or the dictionary led to it from another language. */
  readonly translated?: true;
}

export interface ProblemWord {
  /** As it stands in the text. */
  readonly shown: string;
  readonly lang: string;
  readonly weight: number;
  /** As it was typed first. */
  readonly ways: readonly Way[];
}

/** What somebody asks, as it was understood. */
export interface Problem {
  /** The text without markup, as far as it was read. */
  readonly text: string;
  /** The words that tell most, those first. */
  readonly words: readonly ProblemWord[];
  /** Languages of the text, the commonest first; `und` where nothing told. */
  readonly languages: readonly string[];
  /** Whether only a part of it was read. */
  readonly cut: boolean;
  /** Words that no record has in any way. */
  readonly unheard: readonly string[];
  /** How many different words said something. */
  readonly distinct: number;
}

/** What is known of words beside the text. */
export interface Knowledge {
  /** How many records there are. */
  readonly records: number;
  /** In how many records a word with one of these stems stands. */
  spread(terms: readonly string[]): number;
  /** Words of another language for a stem, the likeliest first; weights from 0 to 1. */
  translations?(
    stem: string,
    from: string,
    to: string,
  ): readonly { readonly stem: string; readonly weight: number }[];
}

const mostWords = 32;
const mostUnheard = 8;
const mostTranslations = 2;
/** What a dictionary is less sure of than this is left out. */
const leastSure = 0.2;
const dictionaryLanguages = ['en', 'fr', 'es', 'ar', 'ru', 'zh', 'pt'] as const;

/**
 * Reads a problem: which languages it is in, which of its words tell most (often in the text, seldom in the records),
 * and how records in other languages may say them. Names of countries are left out: the place of a problem is not what
 * it is about.
 *
 * @param lang language of the reader: that of a text too short to tell.
 */
export function readProblem(text: string, lang: string, knowledge: Knowledge): Problem {
  const plain = plainText(text);
  const parts = inLanguages(plain, lang, knowledge);
  const found = new Map<
    string,
    { readonly word: Omit<ProblemWord, 'ways' | 'weight'>; ways: Way[]; count: number }
  >();
  for (const { lang: own, text: part } of parts) {
    for (const { surface, shown, stem: key, terms, count } of wordsOfText(part, own)) {
      if (isAskingWord(surface) || isSmallWord(surface, own) || isCountryName(shown)) continue;
      // Two forms of a word are one word: pump, pumps.
      const known = found.get(key);
      if (known !== undefined) known.count += count;
      else
        found.set(key, {
          word: { shown, lang: own },
          ways: [asTyped(terms, own), ...otherWays(key, own, knowledge)],
          count,
        });
    }
  }
  const weighed = [...found].map(([key, { word, ways, count }]) => {
    const weight = (1 + Math.log(count)) * (isFieldWord(key, word.lang) ? fieldShare : 1);
    return { telling: weight * rarity(ways, knowledge), word: { ...word, ways, weight } };
  });
  const telling = weighed.filter((one) => one.telling > 0).sort((a, b) => b.telling - a.telling);
  return {
    text: plain,
    words: (telling.length === 0 ? weighed : telling).slice(0, mostWords).map(({ word }) => word),
    languages: [...new Set(parts.toSorted((a, b) => b.text.length - a.text.length).map((part) => part.lang))],
    cut: text.length > longestProblem,
    unheard: weighed.flatMap((one) => (one.telling > 0 ? [] : [one.word.shown])).slice(0, mostUnheard),
    distinct: found.size,
  };
}

/** Short names (`EAU`, the Emirates) are words first. */
function isCountryName(shown: string): boolean {
  return [...shown].length > 3 && countryCode(shown) !== undefined;
}

/** Of a word that no record has in any way: nothing, it cannot find anything. */
function rarity(ways: readonly Way[], { records, spread }: Knowledge): number {
  const most = Math.max(...ways.map(({ terms }) => spread(terms)));
  return most === 0 ? 0 : Math.log(1 + Math.max(0, records - most + 0.5) / (most + 0.5));
}

function otherWays(stem: string, from: string, { translations }: Knowledge): readonly Way[] {
  return dictionaryLanguages.flatMap((to): readonly Way[] => {
    const own = fieldWords(stem, from, to);
    if (to === from)
      return own.map((one) => ({ terms: [one], weight: synonymShare, lang: to, elsewhere: 0 }));
    if (own.length > 0) {
      return ofOneSense(own, to, translations).map((one) => ({
        terms: [one],
        weight: translatedShare,
        ...translatedTo(to),
      }));
    }
    return (translations?.(stem, from, to) ?? [])
      .slice(0, mostTranslations)
      .filter(({ weight }) => weight >= leastSure)
      .map((found) => ({
        terms: [found.stem],
        weight: translatedShare * Math.min(1, found.weight),
        ...translatedTo(to),
      }));
  });
}

/** Names and words that many languages share stand in records of any, so do other words that only look the same. */
function asTyped(terms: readonly string[], lang: string): Way {
  return { terms, weight: 1, ...(lang === unknownLanguage ? {} : { lang, elsewhere: elsewhereShare }) };
}

function translatedTo(lang: string): Pick<Way, 'lang' | 'elsewhere' | 'translated'> {
  return { lang, elsewhere: 0, translated: true };
}

/** Words of the list without those whose stem, as the dictionary knows it, is that of another thing too. */
function ofOneSense(
  stems: readonly string[],
  lang: string,
  translations: Knowledge['translations'],
): readonly string[] {
  const kept = stems.filter((stem) => {
    const known = lang === 'en' ? [] : (translations?.(stem, lang, 'en') ?? []);
    const same = new Set(fieldWords(stem, lang, 'en'));
    const sum = known.reduce((all, { weight }) => all + weight, 0);
    const ours = known.reduce((all, one) => all + (same.has(one.stem) ? one.weight : 0), 0);
    return sum === 0 || ours === 0 || ours >= leastKeptSense * sum;
  });
  return kept.length === 0 ? stems : kept;
}

interface Part {
  readonly lang: string;
  readonly text: string;
}

/** Whole sentences by language: a text may be in several. */
function inLanguages(text: string, reader: string, knowledge: Knowledge): readonly Part[] {
  const whole = guessLanguage(text);
  const byLanguage = new Map<string, string[]>();
  for (const sentence of text.split(/(?<=[.!?。؟！？])\s+|\n+/u)) {
    if (sentence.trim() === '') continue;
    const guessed = guessLanguage(sentence);
    const lang =
      guessed !== unknownLanguage ? guessed : languageOfShort(sentence, { whole, reader, knowledge });
    byLanguage.set(lang, [...(byLanguage.get(lang) ?? []), sentence]);
  }
  return [...byLanguage].map(([lang, sentences]) => ({ lang, text: sentences.join('\n') }));
}
