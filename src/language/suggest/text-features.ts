import type { InterfaceLanguage, LanguageTag } from '../../kernel/language-tag.ts';
import { type ContentTerm, contentTerms } from '../concepts/content-terms.ts';
import type { Concepts } from '../concepts/open-concepts.ts';
import { languageOfWord } from '../concepts/term-table.ts';

/** What a classifier sees of a text. */
export interface TextFeatures {
  /** As which language it was read; absent where it is none of the seven. */
  readonly language?: InterfaceLanguage;
  /** English stems and pairs of neighbours, with how often they stand: shares where they are translations. */
  readonly counts: ReadonlyMap<string, number>;
  /** The language-free vector of the whole. */
  readonly vector: Float32Array;
}

/** A stem of the text with its English counterparts. */
export interface EnglishWord {
  readonly surface: string;
  readonly stems: readonly { readonly stem: string; readonly weight: number }[];
}

/** Counterparts of a word that are taken along. */
const mostCounterparts = 3;
/** A pair of neighbours is made of their best counterparts, when both are at least this sure. */
const leastSure = 0.25;

/** A text as it was read: its features, and its words in order, for showing which of them led to a label. */
export interface ReadText {
  readonly features: TextFeatures;
  readonly words: readonly EnglishWord[];
}

/** The text that was read last: goals and sectors are suggested from the same, one after the other. */
const lastRead = new WeakMap<
  Concepts,
  { readonly text: string; readonly language: LanguageTag; readonly read: ReadText }
>();

/** Read once where the same text is asked for again. */
export function readText(text: string, language: LanguageTag, concepts: Concepts): ReadText {
  const last = lastRead.get(concepts);
  if (last?.text === text && last.language === language) return last.read;
  const read = readNow(text, language, concepts);
  lastRead.set(concepts, { text, language, read });
  return read;
}

function readNow(text: string, language: LanguageTag, concepts: Concepts): ReadText {
  const read = concepts.languageOf(text, language);
  const vector = concepts.vectorOf(text, read ?? language);
  if (read === undefined) return { features: { counts: new Map(), vector }, words: [] };
  const words = inEnglish(text, read, concepts);
  return { features: { language: read, counts: countsOf(words), vector }, words };
}

/** The words of a text in order, each as English stems. */
function inEnglish(text: string, language: InterfaceLanguage, concepts: Concepts): readonly EnglishWord[] {
  const known = new Map<string, EnglishWord['stems']>();
  return contentTerms(text, language).map(({ surface, term }: ContentTerm) => {
    const from = languageOfWord(surface, language);
    if (from === 'en') return { surface, stems: [{ stem: term, weight: 1 }] };
    const key = `${from} ${term}`;
    const stems = known.get(key) ?? concepts.translations(term, from, 'en', mostCounterparts);
    known.set(key, stems);
    return { surface, stems };
  });
}

function countsOf(words: readonly EnglishWord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string, weight: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + weight);
  };
  words.forEach((word, at) => {
    for (const { stem, weight } of word.stems) add(stem, weight);
    for (const { key, weight } of pairsOf(word, words[at + 1])) add(key, weight);
  });
  return counts;
}

/** Two neighbours as one feature; both ways round where the order of another language may differ. */
export function pairsOf(
  word: EnglishWord,
  next: EnglishWord | undefined,
): readonly { readonly key: string; readonly weight: number }[] {
  const [first, second] = [word.stems[0], next?.stems[0]];
  if (first === undefined || second === undefined) return [];
  if (first.weight < leastSure || second.weight < leastSure) return [];
  const weight = first.weight * second.weight;
  const straight = { key: `${first.stem} ${second.stem}`, weight };
  if (weight === 1) return [straight];
  return [straight, { key: `${second.stem} ${first.stem}`, weight }];
}
