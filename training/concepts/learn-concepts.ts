import { type InterfaceLanguage, interfaceLanguages } from '../../src/kernel/language-tag.ts';
import type { ConceptWeights } from '../../src/language/concepts/concept-weights.ts';
import type { AlignedText } from '../aligned/aligned-text.ts';
import { type SingularVectors, singularVectors } from '../learn/singular-vectors.ts';
import { sparseMatrix } from '../learn/sparse-matrix.ts';
import { chosenMixing, type Learnt, languageWeights, type Mixing } from './language-weights.ts';
import { type Counterpart, counterpartsInEnglish } from './learn-lexicons.ts';
import { type CutText, cut, type TermColumns, termColumns, weighted } from './term-columns.ts';

/**
 * Numbers of each vector: with more of them short names find more on texts for development; all weights together,
 * compressed, are to stay below 8 MB.
 */
export const conceptDimensions = 256;

export interface ConceptOptions {
  readonly seed: number;
  /** Numbers of each vector. */
  readonly dimensions: number;
  readonly onStep?: (step: string) => void;
}

/** Official goals weigh twice; sentences of the program's own pages speak of forms more than of cooperation. */
function weightOf(id: string): number {
  if (id.startsWith('sdg/')) return 2;
  return id.startsWith('messages/') ? 0.7 : 1;
}

/**
 * Learns the concept layer from aligned texts (and, where given, texts in one language, which only widen what is known
 * of its words):
 *
 * 1. CL-LSI: singular vectors of the joint matrix, a row a text, a column a word of a language (Dumais and others 1997).
 * 2. A lexicon to and from English (IBM Model 1), trusted where both directions agree.
 * 3. A word's vector is a mixture of its own and those of its counterparts; words that stand everywhere weigh less.
 */
export function learnConcepts(texts: readonly AlignedText[], options: ConceptOptions): ConceptWeights {
  return mixConcepts(learnUnmixed(texts, options), chosenMixing);
}

/** The first two steps: what does not depend on how words are mixed. */
export function learnUnmixed(
  texts: readonly AlignedText[],
  { seed, dimensions, onStep = () => undefined }: ConceptOptions,
): Learnt {
  onStep('words');
  const cutTexts = cut(texts);
  const columns = new Map(
    interfaceLanguages.map((lang) => [lang, termColumns(cutTexts, texts, lang)] as const),
  );
  onStep('singular vectors');
  const { firsts, width } = placesOf(columns);
  const rows = cutTexts.map((text) => jointRow(text, columns, firsts));
  const learnt = singularVectors(sparseMatrix(rows, width), dimensions, { seed });
  const directions = directionsOf(learnt, dimensions);
  const counterparts = new Map<InterfaceLanguage, ReadonlyMap<number, readonly Counterpart[]>>();
  for (const lang of interfaceLanguages) {
    onStep(`lexicon ${lang}`);
    counterparts.set(lang, counterpartsInEnglish(cutTexts, lang, columns, weightOf));
  }
  return { directions, dimensions, firsts, columns, counterparts };
}

/** The third step: a vector for each word. */
export function mixConcepts(learnt: Learnt, mixing: Mixing): ConceptWeights {
  return {
    dimensions: learnt.dimensions,
    languages: new Map(interfaceLanguages.map((lang) => [lang, languageWeights(lang, learnt, mixing)])),
  };
}

type Columns = ReadonlyMap<InterfaceLanguage, TermColumns>;

/** The first column of each language in the joint matrix. */
function placesOf(columns: Columns): {
  readonly firsts: ReadonlyMap<InterfaceLanguage, number>;
  readonly width: number;
} {
  const firsts = new Map<InterfaceLanguage, number>();
  let width = 0;
  for (const [lang, { terms }] of columns) {
    firsts.set(lang, width);
    width += terms.length;
  }
  return { firsts, width };
}

function jointRow(
  { id, terms }: CutText,
  columns: Columns,
  firsts: ReadonlyMap<InterfaceLanguage, number>,
): ReadonlyMap<number, number> {
  const row = new Map<number, number>();
  for (const [lang, said] of terms) {
    const known = columns.get(lang);
    if (known === undefined) continue;
    for (const [place, weight] of weighted(said, known)) {
      row.set((firsts.get(lang) ?? 0) + place, weight * weightOf(id));
    }
  }
  return row;
}

/** Every direction counts alike, however often it was spoken of: the numbers are divided by the singular value. */
function directionsOf({ columns, singularValues }: SingularVectors, dimensions: number): Float32Array {
  return columns.map((value, at) => value / (singularValues[at % dimensions] || 1));
}
