import type { BaseWeights } from './classifier-weights.ts';
import type { TextFeatures } from './text-features.ts';

/** The base with its features by name. */
export interface OpenBase extends BaseWeights {
  readonly places: ReadonlyMap<string, number>;
}

/** Weights as they were learnt, ready to be asked by the names of features. */
export function openBase(base: BaseWeights): OpenBase {
  return { ...base, places: new Map(base.features.map((feature, place) => [feature, place])) };
}

/** Damped count times rarity of each known feature, together of length one. */
export function featureValues(
  counts: TextFeatures['counts'],
  places: ReadonlyMap<string, number>,
  rarity: ArrayLike<number>,
): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  let squares = 0;
  for (const [feature, count] of counts) {
    const place = places.get(feature);
    if (place === undefined) continue;
    const value = (count >= 1 ? 1 + Math.log(count) : count) * (rarity[place] ?? 0);
    values.set(place, value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [place, value] of values) values.set(place, value / length);
  return values;
}

export const signalNames = [
  'words',
  'vector',
  'official',
  'wordsRank',
  'vectorRank',
  'officialLead',
  'wordsSure',
] as const;

/** What each label has for it: `signalNames.length` numbers a label. `cosines`: those of `codeCosines`. */
export function signalsOf(
  base: OpenBase,
  text: TextFeatures,
  cosines: Float64Array = codeCosines(base, text),
): Float64Array {
  const words = logShares(wordScores(base, text));
  const vector = logShares(vectorScores(base, text));
  const official = officialScores(base, cosines);
  const [wordsRank, vectorRank] = [ranks(words), ranks(vector)];
  const bestOfficial = Math.max(...official);
  const sure = Math.exp(Math.max(...words));
  const size = signalNames.length;
  const signals = new Float64Array(base.labels.length * size);
  for (let label = 0; label < base.labels.length; label++) {
    signals.set(
      [
        words[label] ?? 0,
        vector[label] ?? 0,
        official[label] ?? 0,
        -Math.log(wordsRank[label] ?? 1),
        -Math.log(vectorRank[label] ?? 1),
        (official[label] ?? 0) - bestOfficial,
        sure,
      ],
      label * size,
    );
  }
  return signals;
}

function wordScores(base: OpenBase, { counts }: TextFeatures): Float64Array {
  const scores = Float64Array.from(base.bias);
  const labels = base.labels.length;
  for (const [place, value] of featureValues(counts, base.places, base.rarity)) {
    const factor = value * (base.scales[place] ?? 0);
    for (let label = 0; label < labels; label++) {
      scores[label] = (scores[label] ?? 0) + factor * (base.weights[place * labels + label] ?? 0);
    }
  }
  return scores;
}

function vectorScores(base: OpenBase, { vector }: TextFeatures): Float64Array {
  return Float64Array.from(base.labels, (_, label) => {
    let score = base.denseBias[label] ?? 0;
    const start = label * base.dimensions;
    for (let d = 0; d < base.dimensions; d++) score += (base.dense[start + d] ?? 0) * (vector[d] ?? 0);
    return score;
  });
}

/** Cosine of a text with each official text. */
export function codeCosines(base: OpenBase, { vector }: TextFeatures): Float64Array {
  const cosines = new Float64Array(base.codes.length);
  for (let at = 0; at < cosines.length; at++) {
    const start = at * base.dimensions;
    let sum = 0;
    for (let d = 0; d < base.dimensions; d++) sum += (base.codeVectors[start + d] ?? 0) * (vector[d] ?? 0);
    cosines[at] = sum / 127;
  }
  return cosines;
}

/** The best cosine with an official text of each label. */
function officialScores(base: OpenBase, cosines: Float64Array): Float64Array {
  const best = new Float64Array(base.labels.length);
  cosines.forEach((cosine, at) => {
    const label = base.codeLabels[at] ?? 0;
    best[label] = Math.max(best[label] ?? 0, cosine);
  });
  return best;
}

function logShares(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - most);
  return scores.map((score) => Math.max(-12, score - most - Math.log(sum)));
}

/** 1 for the best; equal ones share the better rank. */
function ranks(scores: Float64Array): Float64Array {
  return scores.map((score) => 1 + scores.reduce((better, other) => better + (other > score ? 1 : 0), 0));
}
