import type { InterfaceLanguage } from '../../src/kernel/language-tag.ts';
import type { LanguageWeights } from '../../src/language/concepts/concept-weights.ts';
import { addScaled } from '../learn/sparse-matrix.ts';
import type { Counterpart } from './learn-lexicons.ts';
import type { TermColumns } from './term-columns.ts';

export interface Learnt {
  /** `dimensions` numbers for each column of the joint matrix. */
  readonly directions: Float32Array;
  readonly dimensions: number;
  readonly firsts: ReadonlyMap<InterfaceLanguage, number>;
  readonly columns: ReadonlyMap<InterfaceLanguage, TermColumns>;
  readonly counterparts: ReadonlyMap<InterfaceLanguage, ReadonlyMap<number, readonly Counterpart[]>>;
}

/** How what was learnt becomes a vector for each word. */
export interface Mixing {
  /** Share of a word's vector that comes from its counterparts in English. */
  readonly lexiconShare: number;
  /** Vectors are divided by this power of their length: 0 lets frequent words rule, 1 takes rare ones at their word. */
  readonly lengthPower: number;
}

/** In use; `npm run choose` compares them with others on texts for development (docs/reference/learning-settings.md). */
export const chosenMixing: Mixing = { lexiconShare: 0.7, lengthPower: 0.75 };

export function languageWeights(
  language: InterfaceLanguage,
  learnt: Learnt,
  mixing: Mixing,
): LanguageWeights {
  const { dimensions } = learnt;
  const { terms, rarity } = learnt.columns.get(language) ?? { terms: [], rarity: new Float64Array() };
  const vectors = new Int8Array(terms.length * dimensions);
  const scales = new Float32Array(terms.length);
  for (let place = 0; place < terms.length; place++) {
    const vector = mixed(language, place, learnt, mixing);
    const length = Math.hypot(...vector);
    const largest = vector.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    if (largest === 0) continue;
    scales[place] = ((rarity[place] ?? 0) * (largest / 127)) / length ** mixing.lengthPower;
    vector.forEach((part, d) => {
      vectors[place * dimensions + d] = Math.round((part * 127) / largest);
    });
  }
  return { terms, vectors, scales, ...packedLexicon(terms.length, learnt.counterparts.get(language)) };
}

function mixed(
  language: InterfaceLanguage,
  place: number,
  learnt: Learnt,
  { lexiconShare }: Mixing,
): Float32Array {
  const { directions, dimensions, firsts, counterparts } = learnt;
  const own = ((firsts.get(language) ?? 0) + place) * dimensions;
  const vector = new Float32Array(dimensions);
  const isEnglish = language === 'en';
  addScaled(vector, 0, directions, own, isEnglish ? 1 : 1 - lexiconShare, dimensions);
  for (const { term, trust } of counterparts.get(language)?.get(place) ?? []) {
    const english = ((firsts.get('en') ?? 0) + term) * dimensions;
    addScaled(vector, 0, directions, english, lexiconShare * trust, dimensions);
  }
  return vector;
}

/** @param size number of words of the language. */
function packedLexicon(
  size: number,
  counterparts: ReadonlyMap<number, readonly Counterpart[]> | undefined,
): Pick<LanguageWeights, 'lexiconStarts' | 'lexiconTerms' | 'lexiconThere' | 'lexiconBack'> {
  const rows = Array.from({ length: size }, (_, place) => counterparts?.get(place) ?? []);
  const flat = rows.flat();
  const lexiconStarts = new Uint32Array(size + 1);
  rows.forEach((row, place) => {
    lexiconStarts[place + 1] = (lexiconStarts[place] ?? 0) + row.length;
  });
  return {
    lexiconStarts,
    lexiconTerms: Uint16Array.from(flat, ({ term }) => term),
    lexiconThere: Uint8Array.from(flat, ({ there }) => Math.round(there * 255)),
    lexiconBack: Uint8Array.from(flat, ({ back }) => Math.round(back * 255)),
  };
}
