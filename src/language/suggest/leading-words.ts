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
  let known: readonly KnownFeature[] | undefined;
  return (label) => {
    known ??= knownFeatures(base, features);
    return wordsFor(partsOf(base, known, base.labels.indexOf(label)), words);
  };
}

function wordsFor(said: ReadonlyMap<string, number>, words: ReadText['words']): readonly string[] {
  const parts = new Map<string, number>();
  // Each word of the text counts once for each feature, however often it stands there.
  const seen = new Set<string>();
  const add = (surface: string, key: string, weight: number): void => {
    const part = said.get(key);
    if (part === undefined) return;
    const once = `${surface} ${key}`;
    if (seen.has(once)) return;
    seen.add(once);
    parts.set(surface, (parts.get(surface) ?? 0) + part * weight);
  };
  words.forEach((word, at) => {
    const next = words[at + 1];
    for (const { stem, weight } of word.stems) add(word.surface, stem, weight);
    for (const { key, weight } of pairsOf(word, next)) {
      add(word.surface, key, weight / 2);
      if (next !== undefined) add(next.surface, key, weight / 2);
    }
  });
  return [...parts]
    .filter(([, part]) => part > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostWords)
    .map(([surface]) => surface);
}

interface KnownFeature {
  readonly feature: string;
  /** Where its weights begin. */
  readonly row: number;
  readonly value: number;
  /** Of its weights. */
  readonly average: number;
}

function knownFeatures(base: OpenBase, { counts }: TextFeatures): readonly KnownFeature[] {
  const size = base.labels.length;
  const known: KnownFeature[] = [];
  for (const [place, value] of featureValues(counts, base.places, base.rarity)) {
    const feature = base.features[place];
    if (feature === undefined) continue;
    const row = place * size;
    let sum = 0;
    for (let at = 0; at < size; at++) sum += base.weights[row + at] ?? 0;
    known.push({ feature, row, value: value * (base.scales[place] ?? 0), average: sum / size });
  }
  return known;
}

/** What each known feature of the text adds to the label, less what it adds to all labels on average. */
function partsOf(
  { weights }: OpenBase,
  known: readonly KnownFeature[],
  label: number,
): ReadonlyMap<string, number> {
  return new Map(
    known.map(({ feature, row, value, average }) => [
      feature,
      value * ((weights[row + label] ?? 0) - average),
    ]),
  );
}
