import { featureValues, type OpenBase } from './base-scores.ts';
import { pairsOf, type ReadText, type TextFeatures } from './text-features.ts';

/** Words shown with a suggestion. */
const mostWords = 5;

/**
 * The words of a text that speak most for a label: what each adds, in the model of words, to the score of the label beyond
 * what it adds to the others on average. A pair of words counts for both.
 */
export function leadingWords(
  base: OpenBase,
  { features, words }: ReadText,
  label: string,
): readonly string[] {
  const said = partsOfFeatures(base, features, base.labels.indexOf(label));
  const parts = new Map<string, number>();
  // Each word of the text counts once for each feature, however often it stands there.
  const seen = new Set<string>();
  const add = (surface: string, key: string, weight: number): void => {
    const part = said.get(key);
    const once = `${surface} ${key}`;
    if (part === undefined || seen.has(once)) return;
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

/** What each known feature of the text adds to the label, less what it adds to all labels on average. */
function partsOfFeatures(
  base: OpenBase,
  { counts }: TextFeatures,
  label: number,
): ReadonlyMap<string, number> {
  const size = base.labels.length;
  const parts = new Map<string, number>();
  for (const [place, value] of featureValues(counts, base.places, base.rarity)) {
    const row = base.weights.subarray(place * size, (place + 1) * size);
    const average = row.reduce((sum, weight) => sum + weight, 0) / size;
    const feature = base.features[place];
    if (feature === undefined) continue;
    parts.set(feature, value * (base.scales[place] ?? 0) * ((row[label] ?? 0) - average));
  }
  return parts;
}
