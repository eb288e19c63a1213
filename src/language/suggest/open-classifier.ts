import type { InterfaceLanguage, LanguageTag } from '../../kernel/language-tag.ts';
import type { Concepts } from '../concepts/open-concepts.ts';
import { codeCosines, type OpenBase, openBase, signalNames, signalsOf } from './base-scores.ts';
import { type Calibration, unpackClassifier } from './classifier-weights.ts';
import { leadingWords } from './leading-words.ts';
import { readText, type TextFeatures } from './text-features.ts';

/** How likely a label fits a text. */
export interface LabelScore {
  readonly label: string;
  /** Calibrated: of texts with 0.3, about three in ten were given the label by people. */
  readonly probability: number;
  /** The verdict yes or no, at the threshold where either is as often right. */
  readonly fits: boolean;
}

export interface Suggestion extends LabelScore {
  /** The official text of the label that the text is nearest to, such as a target of a goal, and how near (cosine). */
  readonly nearest?: { readonly code: string; readonly nearness: number };
  /** Words of the text that speak for the label, strongest first, as they stand there (folded). */
  readonly words: readonly string[];
}

export interface Classified {
  /** As which language the text was read; absent where it is none of the seven. */
  readonly language?: InterfaceLanguage;
  /** Whether enough was known of the text to suggest anything. */
  readonly isSure: boolean;
  /** The likeliest labels, best first: none when not sure. */
  readonly suggestions: readonly Suggestion[];
  /** Every label in the order of the weights. */
  readonly scores: readonly LabelScore[];
}

export interface Classifier {
  readonly labels: readonly string[];
  /** Reads at most `longestReadForSense` units, so time is bounded. */
  classify(text: string, language: LanguageTag, most?: number): Classified;
}

/** Fewer known words than this say nothing sure. */
const fewestKnown = 2;
/** The best label must be at least this likely, or nothing is suggested. */
const leastProbable = 0.12;

/**
 * Opens the weights of a classifier (`content/weights/goals.bin`, `sectors.bin`).
 * @throws Fault `damagedWeights`.
 */
export function openClassifier(bytes: Uint8Array, concepts: Concepts): Classifier {
  const weights = unpackClassifier(bytes);
  const base = openBase(weights.base);
  const { calibration } = weights;
  return {
    labels: base.labels,
    classify: (text, language, most = 3) => {
      const { features, words } = readText(text, language, concepts);
      const cosines = codeCosines(base, features);
      const scores = calibrated(base, calibration, features, cosines);
      const best = [...scores].sort((a, b) => b.probability - a.probability).slice(0, most);
      const isSure =
        knownWords(base, features) >= fewestKnown && (best[0]?.probability ?? 0) >= leastProbable;
      const leading = leadingWords(base, { features, words });
      return {
        ...(features.language === undefined ? {} : { language: features.language }),
        isSure,
        suggestions: isSure
          ? best.map((score) => ({
              ...score,
              ...nearestCode(base, cosines, score.label),
              words: leading(score.label),
            }))
          : [],
        scores,
      };
    },
  };
}

/** How likely each label is, in the order of the labels. `cosines`: those of `codeCosines`. */
export function calibrated(
  base: OpenBase,
  { signals: factors, labels, thresholds }: Calibration,
  features: TextFeatures,
  cosines?: Float64Array,
): readonly LabelScore[] {
  const signals = signalsOf(base, features, cosines);
  return base.labels.map((label, at) => {
    let score = labels[at] ?? 0;
    signalNames.forEach((_, signal) => {
      score += (factors[signal] ?? 0) * (signals[at * signalNames.length + signal] ?? 0);
    });
    const probability = 1 / (1 + Math.exp(-score));
    return { label, probability, fits: probability >= (thresholds[at] ?? 0.5) };
  });
}

/** Different words that the model has weights for. */
function knownWords(base: OpenBase, { counts }: TextFeatures): number {
  let known = 0;
  for (const feature of counts.keys()) if (base.places.has(feature) && !feature.includes(' ')) known += 1;
  return known;
}

function nearestCode(base: OpenBase, cosines: Float64Array, label: string): Pick<Suggestion, 'nearest'> {
  let nearest: Suggestion['nearest'];
  cosines.forEach((nearness, at) => {
    const code = base.codes[at];
    if (code === undefined || base.labels[base.codeLabels[at] ?? 0] !== label || code === label) return;
    if (nearness > (nearest?.nearness ?? 0)) nearest = { code, nearness };
  });
  return nearest === undefined ? {} : { nearest };
}
