import { unknownLanguage } from '../../kernel/language-tag.ts';
import { saysSomething } from '../words-of-text.ts';
import { featureValues, type OpenBase } from './base-scores.ts';
import { pairsOf, type ReadText, type TextFeatures } from './text-features.ts';

/** Words shown with a suggestion. */
const mostWords = 5;

/**
 * Gives for a label the words of a text that speak most for it: what each adds, in the model of words, to the score of the
 * label beyond what it adds to the others on average. A pair of words counts for both.
 */
export function leadingWords(
  base: OpenBase,
  { features, words }: ReadText,
): (label: string) => readonly string[] {
  let parts: readonly Part[] | undefined;
  return (label) => {
    parts ??= partsOf(knownFeatures(base, features), words);
    // A function word counts where it was learnt, but says nothing to whoever reads the reasons.
    const telling = parts.filter(({ surface }) =>
      saysSomething(surface, features.language ?? unknownLanguage),
    );
    return strongest(base, telling, base.labels.indexOf(label));
  };
}

/** That a word of the text stands behind a feature, and with which share. */
interface Part {
  readonly surface: string;
  readonly feature: KnownFeature;
  readonly weight: number;
}

/** Each word of the text counts once for each feature, however often it stands there. */
function partsOf(known: ReadonlyMap<string, KnownFeature>, words: ReadText['words']): readonly Part[] {
  const parts: Part[] = [];
  const seen = new Set<string>();
  const add = (surface: string, key: string, weight: number): void => {
    const feature = known.get(key);
    if (feature === undefined) return;
    const once = `${surface} ${key}`;
    if (seen.has(once)) return;
    seen.add(once);
    parts.push({ surface, feature, weight });
  };
  words.forEach((word, at) => {
    const next = words[at + 1];
    for (const { stem, weight } of word.stems) add(word.surface, stem, weight);
    for (const { key, weight } of pairsOf(word, next)) {
      add(word.surface, key, weight / 2);
      if (next !== undefined) add(next.surface, key, weight / 2);
    }
  });
  return parts;
}

/** What each feature adds to the label, less what it adds to all labels on average, goes to the words behind it. */
function strongest({ weights }: OpenBase, parts: readonly Part[], label: number): readonly string[] {
  const sums = new Map<string, number>();
  for (const { surface, feature, weight } of parts) {
    const added = feature.value * ((weights[feature.row + label] ?? 0) - feature.average);
    sums.set(surface, (sums.get(surface) ?? 0) + added * weight);
  }
  return [...sums]
    .filter(([, sum]) => sum > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostWords)
    .map(([surface]) => surface);
}

/** A feature of the text for which the model has weights. */
interface KnownFeature {
  /** Where they begin. */
  readonly row: number;
  readonly value: number;
  /** Of its weights. */
  readonly average: number;
}

function knownFeatures(base: OpenBase, { counts }: TextFeatures): ReadonlyMap<string, KnownFeature> {
  const size = base.labels.length;
  const known = new Map<string, KnownFeature>();
  for (const [place, value] of featureValues(counts, base.places, base.rarity)) {
    const feature = base.features[place];
    if (feature === undefined) continue;
    const row = place * size;
    let sum = 0;
    for (let at = 0; at < size; at++) sum += base.weights[row + at] ?? 0;
    known.set(feature, { row, value: value * (base.scales[place] ?? 0), average: sum / size });
  }
  return known;
}
