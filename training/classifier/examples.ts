import type { Concepts } from '../../src/language/concepts/open-concepts.ts';
import type { ClassifierWeights } from '../../src/language/suggest/classifier-weights.ts';
import { readText, type TextFeatures } from '../../src/language/suggest/text-features.ts';
import { foldsOf } from '../guards/folds.ts';
import type { LabelledText } from '../labelled/labelled-text.ts';
import type { OfficialText } from './learn-base.ts';
import { learnClassifier } from './learn-classifier.ts';

/** How classifiers learn. */
export interface ClassifierSettings {
  /** How much a text counts that many hands labelled in haste; a text of other sources counts 1. */
  readonly labsWeight: number;
  /** How much an official name counts. */
  readonly officialWeight: number;
  /** How far a weight moves at its first step. */
  readonly pace: number;
}

/** In use; `npm run choose` compares them with others on texts for development (docs/reference/learning-settings.md). */
export const chosenSettings: ClassifierSettings = { labsWeight: 0.1, officialWeight: 0.1, pace: 0.2 };

export interface LearnOptions {
  readonly labels: readonly string[];
  readonly concepts: Concepts;
  readonly seed: number;
  /** Sources whose texts have no publisher or country. */
  readonly ungrouped: readonly string[];
  /** Parts in which the base is tried for calibration; more are steadier and take longer. */
  readonly parts?: number;
  readonly settings?: ClassifierSettings;
  readonly onStep?: (step: string) => void;
}

/** Learns a classifier from texts that people have labelled and from official texts. */
export function classifierFrom(
  texts: readonly LabelledText[],
  official: readonly LabelledText[],
  { labels, concepts, seed, ungrouped, parts = 4, settings = chosenSettings, onStep }: LearnOptions,
): ClassifierWeights {
  const weights: Readonly<Record<string, number>> = {
    'accelerator-labs': settings.labsWeight,
    official: settings.officialWeight,
  };
  const folds = foldsOf(texts, { count: parts, seed, ungrouped: new Set(ungrouped) });
  const example = (text: LabelledText, fold: number, isOfficial: boolean) => ({
    features: featuresFor(text, concepts),
    labels: text.labels,
    weight: weights[text.source] ?? 1,
    fold,
    isOfficial,
  });
  return learnClassifier(
    [
      ...texts.map((text, at) => example(text, folds[at] ?? 0, false)),
      ...official.map((text) => example(text, 0, true)),
    ],
    {
      labels,
      official: officialVectors(official, concepts),
      seed,
      pace: settings.pace,
      fewest: 3,
      mostFeatures: 30_000,
      ...(onStep === undefined ? {} : { onStep }),
    },
  );
}

/** Features are made once for each text and concept layer, however often a text is learnt from. */
const made = new WeakMap<Concepts, Map<string, TextFeatures>>();

export function featuresFor({ id, text, language }: LabelledText, concepts: Concepts): TextFeatures {
  const known = made.get(concepts) ?? new Map<string, TextFeatures>();
  made.set(concepts, known);
  const features = known.get(id) ?? readText(text, language, concepts).features;
  known.set(id, features);
  return features;
}

/** One vector for each official text: the middle of those of its names in all languages. */
function officialVectors(texts: readonly LabelledText[], concepts: Concepts): readonly OfficialText[] {
  const byGroup = Map.groupBy(texts, ({ group }) => group);
  return [...byGroup].map(([group, said]) => {
    const sum = new Float32Array(concepts.dimensions);
    for (const text of said) {
      featuresFor(text, concepts).vector.forEach((part, d) => {
        sum[d] = (sum[d] ?? 0) + part;
      });
    }
    const length = Math.hypot(...sum) || 1;
    const label = said[0]?.labels[0] ?? '';
    return { code: group.split('/')[2] ?? '', label, vector: sum.map((part) => part / length) };
  });
}
