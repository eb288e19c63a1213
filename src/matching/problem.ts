import { unknownLanguage } from '../kernel/language-tag.ts';
import { stemWithoutGlued } from '../language/arabic-glued.ts';
import { guessLanguage } from '../language/guess-language.ts';
import { wordsOfText } from '../language/words-of-text.ts';
import { countryCode } from '../vocabulary/countries.ts';
import { isAskingWord } from './asking-words.ts';
import { phrasesIn, thingsInOneWord } from './field-phrases.ts';
import { isFieldWord, namesOfWord } from './field-words.ts';
import { nameOf, wholeWays } from './phrase-ways.ts';
import { longestProblem, plainText } from './plain-text.ts';
import { type RelatedThing, relatedThings, type SaidThing } from './related.ts';
import { languageOfShort } from './short-text.ts';
import { isSmallWord } from './small-words.ts';
import { asTyped, otherWays, type Way } from './ways.ts';
import { fieldShare, phraseShare, wordShare } from './weights.ts';

export interface ProblemWord {
  /** As it stands in the text. */
  readonly shown: string;
  readonly lang: string;
  readonly weight: number;
  /** As it was typed first. */
  readonly ways: readonly Way[];
  /** Whether it is a phrase of our lists, whose words are counted beside it. */
  readonly isPhrase?: true;
}

/** What somebody asks, as it was understood. */
export interface Problem {
  /** The text without markup, as far as it was read. */
  readonly text: string;
  /** The words that tell most, those first. */
  readonly words: readonly ProblemWord[];
  /** What answers these or is near to them, the surest first. */
  readonly related: readonly RelatedThing[];
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
    for (const { surface, shown, stem, terms: read, count } of wordsOfText(part, own)) {
      if (isAskingWord(surface) || isSmallWord(surface, own) || isCountryName(shown)) continue;
      const key = own === 'ar' ? unglued(surface, stem, knowledge) : stem;
      const terms = key === stem ? read : [key, ...read];
      // Two forms of a word are one word: pump, pumps.
      const known = found.get(key);
      if (known !== undefined) known.count += count;
      else
        found.set(key, {
          word: { shown, lang: own },
          ways: [asTyped(terms, own), ...otherWays(key, own, knowledge), ...waysOfOneWord(key, own)],
          count,
        });
    }
  }
  const weighed = [...found].map(([key, { word, ways, count }]) => {
    const weight = (1 + Math.log(count)) * (isFieldWord(key, word.lang) ? fieldShare : 1);
    return { telling: weight * rarity(ways, knowledge), word: { ...word, ways, weight } };
  });
  const phrases = parts.flatMap(({ lang: own, text: part }) =>
    phrasesIn(part, own).map((phrase) => ({ ...phrase, lang: own })),
  );
  const phraseWords = phrases.map(
    ({ shown, ways, lang: own }): ProblemWord => ({
      shown,
      lang: own,
      ways,
      weight: phraseShare,
      isPhrase: true,
    }),
  );
  const said = [
    ...phrases.flatMap(({ shown, names }) => names.map((name) => ({ shown, name, share: 1 }))),
    ...[...found].flatMap(([key, { word }]) => saidBy(key, word)),
  ];
  const telling = weighed.filter((one) => one.telling > 0).sort((a, b) => b.telling - a.telling);
  return {
    text: plain,
    words: [...phraseWords, ...(telling.length === 0 ? weighed : telling).map(({ word }) => word)].slice(
      0,
      mostWords,
    ),
    related: relatedThings(said, parts[0]?.lang ?? lang),
    languages: [...new Set(parts.toSorted((a, b) => b.text.length - a.text.length).map((part) => part.lang))],
    cut: text.length > longestProblem,
    unheard: weighed.flatMap((one) => (one.telling > 0 ? [] : [one.word.shown])).slice(0, mostUnheard),
    distinct: found.size,
  };
}

/** A word that is a whole thing of our lists of phrases is said in their ways, where the list of words does not know it. */
function waysOfOneWord(stem: string, lang: string): readonly Way[] {
  return isFieldWord(stem, lang) ? [] : wholeWays(thingsInOneWord(stem, lang), lang);
}

/** A single word may mean several things of our lists: each the less surely. */
function saidBy(
  stem: string,
  { shown, lang }: { readonly shown: string; readonly lang: string },
): readonly SaidThing[] {
  const names = [...new Set([...namesOfWord(stem, lang), ...thingsInOneWord(stem, lang).map(nameOf)])];
  return names.map((name) => ({ shown, name, share: wordShare / names.length }));
}

/** An Arabic word is read without what is glued before it where only so it is known, to our list or else to the dictionary. */
function unglued(surface: string, stem: string, { translations }: Knowledge): string {
  const bare = stemWithoutGlued(surface);
  if (bare === undefined || isFieldWord(stem, 'ar')) return stem;
  if (isFieldWord(bare, 'ar')) return bare;
  const isKnown = (one: string): boolean => (translations?.(one, 'ar', 'en') ?? []).length > 0;
  return !isKnown(stem) && isKnown(bare) ? bare : stem;
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
