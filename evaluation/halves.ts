import { sectorCategory } from '../src/vocabulary/sectors.ts';
import { foldsOf } from '../training/guards/folds.ts';
import type { LabelledText } from '../training/labelled/labelled-text.ts';
import { seededRandom, shuffled } from '../training/learn/random.ts';

/** Settings are chosen on the half for development; the half for the test is only reported on. */
export interface Halves<T> {
  readonly development: readonly T[];
  readonly test: readonly T[];
}

/**
 * Deals what is kept aside to two halves of about the same size, kin always to the same one: kin with the most texts
 * first, in an order that the seed gives, to the smaller half.
 */
export function halvesOf<T>(things: readonly T[], kinOf: (thing: T) => string, seed: number): Halves<T> {
  const families = [...Map.groupBy(things, kinOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  const dealt = shuffled(families, seededRandom(seed)).sort(([, a], [, b]) => b.length - a.length);
  const sizes = { development: 0, test: 0 };
  const halfOf = new Map<string, keyof Halves<T>>();
  for (const [kin, family] of dealt) {
    const half = sizes.development <= sizes.test ? 'development' : 'test';
    halfOf.set(kin, half);
    sizes[half] += family.length;
  }
  const of = (half: keyof Halves<T>): readonly T[] =>
    things.filter((thing) => halfOf.get(kinOf(thing)) === half);
  return { development: of('development'), test: of('test') };
}

/** What speaks of the same thing: the goal of an indicator, the sector (three digits) of a code, the topic of a message. */
export function kinOf({ group, topic }: { readonly group: string; readonly topic?: string }): string {
  const goal = /^sdg\/\w+\/(\d+)/.exec(group)?.[1];
  if (goal !== undefined) return `goal ${goal}`;
  const sector = /^iati\/Sector\/(\d+)/.exec(group)?.[1];
  if (sector !== undefined) return `sector ${sectorCategory(sector) ?? sector}`;
  return topic === undefined ? group : `topic ${topic}`;
}

/** Texts that people have labelled, dealt in three parts by country, publisher and copies: the third is only learnt from. */
export function labelledHalves(
  texts: readonly LabelledText[],
  seed: number,
): Halves<LabelledText> & { readonly onlyLearnt: readonly LabelledText[] } {
  // By country alone: what is copied from one country to another is taken out of what is learnt from.
  const parts = foldsOf(
    texts.map((text) => ({ ...text, text: '' })),
    { count: 3, seed },
  );
  const of = (part: number): readonly LabelledText[] => texts.filter((_, at) => parts[at] === part);
  return { development: of(0), test: of(1), onlyLearnt: of(2) };
}

/** Texts of a source without countries or publishers: copies of one another stand in the same half. */
export function ungroupedHalves(texts: readonly LabelledText[], seed: number): Halves<LabelledText> {
  const ungrouped = new Set(texts.map(({ group }) => group));
  const parts = foldsOf(texts, { count: 2, seed, ungrouped });
  const of = (part: number): readonly LabelledText[] => texts.filter((_, at) => parts[at] === part);
  return { development: of(0), test: of(1) };
}
