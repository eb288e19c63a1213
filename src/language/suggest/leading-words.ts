import type { Concepts } from '../concepts/open-concepts.ts';
import { featureValues, type OpenBase } from './base-scores.ts';
import { inEnglish, pairsOf, type TextFeatures } from './text-features.ts';

/** Words shown with a suggestion. */
const mostWords = 5;

/**
 * The words of a text that speak most for a label: what each adds to the score of the label beyond what it adds to the
 * others on average, in the model of words (a pair counts for both its words) and in that of vectors.
 */
export function leadingWords(
  base: OpenBase,
  concepts: Concepts,
  {
    text,
    features,
    label,
  }: { readonly text: string; readonly features: TextFeatures; readonly label: string },
): readonly string[] {
  if (features.language === undefined) return [];
  const place = base.labels.indexOf(label);
  const parts = new Map<string, number>();
  const add = (surface: string, part: number): void => {
    parts.set(surface, (parts.get(surface) ?? 0) + part);
  };
  const said = partsOfFeatures(base, features, place);
  const words = inEnglish(text, features.language, concepts);
  const seen = new Set<string>();
  words.forEach((word, at) => {
    const next = words[at + 1];
    const sources = [
      ...word.stems.map(({ stem, weight }) => ({ key: stem, weight, surfaces: [word.surface] })),
      ...pairsOf(word, next).map((pair) => ({ ...pair, surfaces: [word.surface, next?.surface ?? ''] })),
    ];
    for (const { key, weight, surfaces } of sources) {
      const part = said.get(key);
      if (part === undefined) continue;
      for (const surface of surfaces) {
        // Each word of the text counts once for each feature, however often it stands there.
        const once = `${surface} ${key}`;
        if (!seen.has(once)) add(surface, (part * weight) / surfaces.length);
        seen.add(once);
      }
    }
  });
  const toward = Float32Array.from(
    base.dense.subarray(place * base.dimensions, (place + 1) * base.dimensions),
  );
  for (const { surface, part } of concepts.movingWords(text, features.language, { toward, limit: 40 })) {
    add(surface, part * vectorShare);
  }
  return [...parts]
    .filter(([, part]) => part > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostWords)
    .map(([surface]) => surface);
}

/** The model of vectors has larger numbers than that of words. */
const vectorShare = 0.5;

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
