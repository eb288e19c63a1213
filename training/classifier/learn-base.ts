import { featureValues } from '../../src/language/suggest/base-scores.ts';
import type { BaseWeights } from '../../src/language/suggest/classifier-weights.ts';
import type { TextFeatures } from '../../src/language/suggest/text-features.ts';
import { learnSoftmax, type SoftmaxRow } from '../learn/softmax.ts';

/** A text as the classifier sees it, with its labels. */
export interface Example {
  readonly features: TextFeatures;
  readonly labels: readonly string[];
  /** How much it counts among those of its label. */
  readonly weight: number;
}

/** An official text of a label: its code, and its vector. */
export interface OfficialText {
  readonly code: string;
  readonly label: string;
  readonly vector: Float32Array;
}

export interface BaseOptions {
  readonly labels: readonly string[];
  readonly official: readonly OfficialText[];
  readonly seed: number;
  /** Texts in which a word or pair must stand. */
  readonly fewest: number;
  /** Words and pairs kept, those with the largest weights first. */
  readonly mostFeatures: number;
  /** How far a weight moves at its first step. */
  readonly pace: number;
}

export function learnBase(examples: readonly Example[], options: BaseOptions): BaseWeights {
  const { labels, official, seed, pace } = options;
  const { features, rarity } = featuresOf(examples, options.fewest);
  const places = new Map(features.map((feature, place) => [feature, place]));
  const shares = sharesOf(examples, labels);
  const rows = (values: (example: Example) => ReadonlyMap<number, number>): readonly SoftmaxRow[] =>
    examples.map((example, at) => ({ values: values(example), ...(shares[at] ?? noShares) }));
  const classes = labels.length;
  const words = learnSoftmax(
    rows(({ features: { counts } }) => featureValues(counts, places, rarity)),
    { width: features.length, classes, seed, rounds: 8, decay: 1e-4, pace },
  );
  const dimensions = examples[0]?.features.vector.length ?? 0;
  const vectors = learnSoftmax(
    rows(({ features: { vector } }) => new Map(vector.entries())),
    { width: dimensions, classes, seed, rounds: 12, decay: 1e-5, pace },
  );
  return {
    labels,
    dimensions,
    ...pruned(features, rarity, words.weights, { classes, most: options.mostFeatures }),
    bias: words.bias,
    dense: Float32Array.from({ length: classes * dimensions }, (_, at) => {
      const [label, d] = [Math.floor(at / dimensions), at % dimensions];
      return vectors.weights[d * classes + label] ?? 0;
    }),
    denseBias: vectors.bias,
    codes: official.map(({ code }) => code),
    codeLabels: Uint16Array.from(official, ({ label }) => labels.indexOf(label)),
    codeVectors: Int8Array.from(
      official.flatMap(({ vector }) => Array.from(vector, (part) => Math.round(part * 127))),
    ),
  };
}

const noShares = { shares: new Map<number, number>(), weight: 0 };

function featuresOf(
  examples: readonly Example[],
  fewest: number,
): { readonly features: readonly string[]; readonly rarity: Float32Array } {
  const counts = new Map<string, number>();
  for (const { features } of examples) {
    for (const [feature, count] of features.counts) {
      counts.set(feature, (counts.get(feature) ?? 0) + Math.min(1, count));
    }
  }
  const kept = [...counts].filter(([, count]) => count >= fewest).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    features: kept.map(([feature]) => feature),
    rarity: Float32Array.from(kept, ([, count]) => 1 + Math.log((examples.length + 1) / (count + 1))),
  };
}

/** A text with several labels is shared between them; rare labels weigh as much as frequent ones, up to a limit. */
function sharesOf(
  examples: readonly Example[],
  labels: readonly string[],
): readonly { readonly shares: ReadonlyMap<number, number>; readonly weight: number }[] {
  const totals = new Float64Array(labels.length);
  const places = examples.map(({ labels: given, weight }) => {
    const known = given.map((label) => labels.indexOf(label)).filter((place) => place >= 0);
    for (const place of known) totals[place] = (totals[place] ?? 0) + weight / known.length;
    return known;
  });
  const average = totals.reduce((sum, total) => sum + total, 0) / labels.length;
  return examples.map(({ weight }, at) => {
    const known = places[at] ?? [];
    const balance = known.map((place) => Math.min(3, Math.sqrt(average / (totals[place] || 1))));
    return {
      shares: new Map(known.map((place) => [place, 1 / known.length])),
      weight: (weight * balance.reduce((sum, factor) => sum + factor, 0)) / (known.length || 1),
    };
  });
}

/** The features whose weights differ most between labels, as bytes. */
function pruned(
  features: readonly string[],
  rarity: Float32Array,
  weights: Float32Array,
  { classes, most }: { readonly classes: number; readonly most: number },
): Pick<BaseWeights, 'features' | 'rarity' | 'weights' | 'scales'> {
  const largest = (place: number): number =>
    weights
      .subarray(place * classes, (place + 1) * classes)
      .reduce((max, w) => Math.max(max, Math.abs(w)), 0);
  const kept = features
    .map((_, place) => ({ place, size: largest(place) }))
    .sort((a, b) => b.size - a.size || a.place - b.place)
    .slice(0, most)
    .sort((a, b) => a.place - b.place);
  return {
    features: kept.map(({ place }) => features[place] ?? ''),
    rarity: Float32Array.from(kept, ({ place }) => rarity[place] ?? 0),
    scales: Float32Array.from(kept, ({ size }) => size / 127),
    weights: Int8Array.from(
      kept.flatMap(({ place, size }) =>
        Array.from(weights.subarray(place * classes, (place + 1) * classes), (weight) =>
          Math.round((weight * 127) / (size || 1)),
        ),
      ),
    ),
  };
}
