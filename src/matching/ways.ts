import { interfaceLanguages, unknownLanguage } from '../kernel/language-tag.ts';
import { fieldWords } from './field-words.ts';
import type { Knowledge } from './problem.ts';
import { elsewhereShare, leastKeptSense, synonymShare, translatedShare } from './weights.ts';

/** One way in which a record may say a word. */
export interface Way {
  readonly terms: readonly string[];
  /** Of a phrase: the stems of the words that follow, one after the other. */
  readonly next?: readonly string[];
  /** Of a phrase whose words stand apart: the stems of its other words. */
  readonly beside?: readonly string[];
  /** 1 as it was typed; less in another language, by how sure the dictionary is. */
  readonly weight: number;
  /** The language in which it is said so; absent where that of the text is not known. */
  readonly lang?: string;
  /** Share of `weight` that it counts in records that have no text in that language; all where nothing is said. */
  readonly elsewhere?: number;
  /** Whether a list or the dictionary led to it from another language. */
  readonly translated?: true;
}

const mostTranslations = 2;
/** What a dictionary is less sure of than this is left out. */
const leastSure = 0.2;

/** Names and words that many languages share stand in records of any, so do other words that only look the same. */
export function asTyped(terms: readonly string[], lang: string): Way {
  return { terms, weight: 1, ...(lang === unknownLanguage ? {} : { lang, elsewhere: elsewhereShare }) };
}

/** Of a word in another language. */
function translatedTo(lang: string): Pick<Way, 'lang' | 'elsewhere' | 'translated'> {
  return { lang, elsewhere: 0, translated: true };
}

/** Of a thing of our lists, in the language of the text or in another one. */
export function listedIn(lang: string, from: string): Omit<Way, 'terms'> {
  return lang === from
    ? { weight: 1, lang, elsewhere: 0 }
    : { weight: translatedShare, ...translatedTo(lang) };
}

/** How records in each of the languages may say a word, beside as it was typed: by our list, else by the dictionary. */
export function otherWays(stem: string, from: string, { translations }: Knowledge): readonly Way[] {
  const meant = new Set([...fieldWords(stem, from, 'en'), ...(from === 'en' ? [stem] : [])]);
  return interfaceLanguages.flatMap((to): readonly Way[] => {
    const found = fieldWords(stem, from, to);
    if (to === from)
      return found.map((one) => ({ terms: [one], weight: synonymShare, lang: to, elsewhere: 0 }));
    const own = ofOneSense(found, to, meant, translations);
    if (own.length > 0) {
      return own.map((one) => ({
        terms: [one],
        weight: translatedShare,
        ...translatedTo(to),
      }));
    }
    return (translations?.(stem, from, to) ?? [])
      .slice(0, mostTranslations)
      .filter(({ weight }) => weight >= leastSure)
      .map(({ stem: one, weight }) => ({
        terms: [one],
        weight: translatedShare * Math.min(1, weight),
        ...translatedTo(to),
      }));
  });
}

/** Words of the list without those whose stem, as the dictionary knows it, is rather that of another thing than what is meant. */
function ofOneSense(
  stems: readonly string[],
  lang: string,
  meant: ReadonlySet<string>,
  translations: Knowledge['translations'],
): readonly string[] {
  return stems.filter((stem) => {
    const known = lang === 'en' ? [] : (translations?.(stem, lang, 'en') ?? []);
    const sum = known.reduce((all, { weight }) => all + weight, 0);
    const ours = known.reduce((all, one) => all + (meant.has(one.stem) ? one.weight : 0), 0);
    return sum === 0 || ours >= leastKeptSense * sum;
  });
}
