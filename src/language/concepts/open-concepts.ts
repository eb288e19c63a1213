import type { InterfaceLanguage, LanguageTag } from '../../kernel/language-tag.ts';
import { characterShares } from './character-shares.ts';
import { unpackConcepts } from './concept-weights.ts';
import { contentTerms, isCharacter } from './content-terms.ts';
import { type StandIn, standInFor } from './kin-words.ts';
import { languageToRead } from './language-to-read.ts';
import { translator } from './lexicon.ts';
import { languageOfWord, type TermTable, type TermTables, termTables } from './term-table.ts';

/** A word of a text, and how much it moved the text toward something: the parts of all words add up to one cosine. */
export interface MovingWord {
  /** As it stands in the text, folded. */
  readonly surface: string;
  readonly stem: string;
  readonly language: InterfaceLanguage;
  readonly part: number;
}

export interface Translation {
  readonly stem: string;
  /** Probability, 0 … 1. */
  readonly weight: number;
}

/**
 * What texts are about, without their language. Learnt from official aligned texts (`content/weights/CARD.md`); knows
 * no grammar and no facts: two texts are near when their words were used for the same things.
 */
export interface Concepts {
  /** Length of every vector. */
  readonly dimensions: number;
  /** As which of the seven languages a text is read: its own, or a guess where nobody said; undefined for another one. */
  languageOf(text: string, language: LanguageTag): InterfaceLanguage | undefined;
  /**
   * A language-free unit vector of a text: the dot product of two is their cosine. All zeros when nothing in it is
   * known. Stems are those of `forEachToken`. Reads at most `longestReadForSense` units, so time is bounded.
   * @param language that of the text; `und` is guessed, and a language that is not one of the seven knows nothing.
   */
  vectorOf(text: string, language: LanguageTag): Float32Array;
  /**
   * Likely stems in `to` for a stem in `from`, best first, at most `limit`; none for a stem that is not known. Between
   * two languages of which none is English the way leads through English.
   */
  translations(stem: string, from: LanguageTag, to: LanguageTag, limit?: number): readonly Translation[];
  /**
   * The words of a text that moved it most toward a vector (its own when none is given), most first, for showing
   * reasons. Words that moved it away, and single Chinese characters, are left out.
   */
  movingWords(
    text: string,
    language: LanguageTag,
    options?: { readonly toward?: Float32Array; readonly limit?: number },
  ): readonly MovingWord[];
}

/** Opens the concept layer when first asked, once for all who ask: it is the largest of the weights in memory. */
export function conceptsWhenAsked(read: () => Uint8Array): () => Concepts {
  let opened: Concepts | undefined;
  return () => {
    opened ??= openConcepts(read());
    return opened;
  };
}

/**
 * Opens the weights of `content/weights/concepts.bin`.
 * @throws Fault `damagedWeights`.
 */
export function openConcepts(bytes: Uint8Array): Concepts {
  const weights = unpackConcepts(bytes);
  const tables = termTables(weights);
  const { dimensions } = weights;
  const vectorOf = (text: string, language: LanguageTag): Float32Array => {
    const vector = new Float32Array(dimensions);
    for (const word of knownWords(tables, text, language)) addTo(vector, word, dimensions);
    return madeUnit(vector);
  };
  return {
    dimensions,
    languageOf: (text, language) => languageToRead(tables, text, language),
    vectorOf,
    translations: translator(tables),
    movingWords: (text, language, { toward = vectorOf(text, language), limit = 5 } = {}) => {
      const words = knownWords(tables, text, language);
      const whole = new Float32Array(dimensions);
      for (const word of words) addTo(whole, word, dimensions);
      const length = lengthOf(whole);
      return words
        .map((word) => ({ ...shown(word), part: dotWith(toward, word, dimensions) / length }))
        .filter(({ part, surface }) => part > 0 && !isCharacter(surface))
        .sort((a, b) => b.part - a.part || (a.stem < b.stem ? -1 : 1))
        .slice(0, limit);
    },
  };
}

interface KnownWord {
  readonly surface: string;
  readonly table: TermTable;
  readonly place: number;
  /** Damped number of times it stands in the text; less of a word that only stands in for it. */
  readonly times: number;
}

/** Each known stem of a text once; for a stem that is not known one that stands in for it. */
function knownWords(tables: TermTables, text: string, language: LanguageTag): readonly KnownWord[] {
  const read = languageToRead(tables, text, language);
  if (read === undefined) return [];
  const found = new Map<string, { surface: string; word: StandIn; count: number }>();
  const note = (surface: string, term: string, share: number): void => {
    const table = tables.get(languageOfWord(surface, read));
    const word = table && standInFor(tables, table, term);
    if (word === undefined) return;
    const key = `${word.table.language} ${word.place}`;
    const known = found.get(key);
    if (known === undefined)
      found.set(key, { surface, word: { ...word, share: share * word.share }, count: 1 });
    else known.count += 1;
  };
  const terms = contentTerms(text, read);
  for (const { surface, term } of terms) if (!isCharacter(term)) note(surface, term, 1);
  const chinese = tables.get('zh')?.places;
  const shares = characterShares(
    terms.map(({ term }) => term),
    (pair) => chinese?.has(pair) === true,
  );
  for (const { character, share } of shares) note(character, character, share);
  return [...found.values()].map(({ surface, word: { table, place, share }, count }) => ({
    surface,
    table,
    place,
    times: share * (1 + Math.log(count)),
  }));
}

function shown({ surface, table, place }: KnownWord): Omit<MovingWord, 'part'> {
  const { language } = table;
  return { surface, stem: table.terms[place] ?? surface, language };
}

function addTo(vector: Float32Array, { table, place, times }: KnownWord, dimensions: number): void {
  const scale = times * (table.scales[place] ?? 0);
  const start = place * dimensions;
  for (let d = 0; d < dimensions; d++) {
    vector[d] = (vector[d] ?? 0) + scale * (table.vectors[start + d] ?? 0);
  }
}

function dotWith(vector: Float32Array, { table, place, times }: KnownWord, dimensions: number): number {
  const start = place * dimensions;
  let sum = 0;
  for (let d = 0; d < dimensions; d++) sum += (vector[d] ?? 0) * (table.vectors[start + d] ?? 0);
  return sum * times * (table.scales[place] ?? 0);
}

function lengthOf(vector: Float32Array): number {
  let sum = 0;
  for (const part of vector) sum += part * part;
  return Math.sqrt(sum) || 1;
}

function madeUnit(vector: Float32Array): Float32Array {
  const length = lengthOf(vector);
  return vector.map((part) => part / length);
}
