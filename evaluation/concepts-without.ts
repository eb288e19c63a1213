import { packConcepts } from '../src/language/concepts/concept-weights.ts';
import { type Concepts, openConcepts } from '../src/language/concepts/open-concepts.ts';
import type { AlignedText } from '../training/aligned/aligned-text.ts';
import { conceptDimensions, learnConcepts } from '../training/concepts/learn-concepts.ts';
import { runsOf } from '../training/guards/overlaps.ts';
import type { Tools } from './measure.ts';

/** Aligned texts kept aside, and a concept layer that has never seen them. */
export interface KeptAside {
  readonly aside: readonly AlignedText[];
  readonly concepts: Concepts;
}

const learnt = new Map<string, KeptAside>();

/**
 * Learns the concept layer without the groups whose name begins so: a text, its translations and its description are
 * kept aside together, and so is every text that shares eight words in a row with one of them in any language.
 */
export function conceptsWithout(prefix: string, { seed, onStep, aligned }: Tools): KeptAside {
  const before = learnt.get(prefix);
  if (before !== undefined) return before;
  const isAside = ({ group }: AlignedText): boolean => group.startsWith(prefix);
  const all = aligned();
  const aside = all.filter(isAside);
  const runs = new Set(aside.flatMap(runsOfAll));
  const rest = all.filter((text) => !isAside(text) && !runsOfAll(text).some((run) => runs.has(run)));
  onStep(`concepts without ${prefix}: ${rest.length} texts of ${all.length}`);
  const bytes = packConcepts(learnConcepts(rest, { seed, dimensions: conceptDimensions }));
  const kept = { aside, concepts: openConcepts(bytes) };
  learnt.set(prefix, kept);
  return kept;
}

function runsOfAll({ texts }: AlignedText): readonly string[] {
  return Object.entries(texts).flatMap(([lang, text]) =>
    [...runsOf(text, lang)].filter(isLong).map((run) => `${lang} ${run}`),
  );
}

/** A short name (“agriculture”) is no copy of a sentence. */
function isLong(run: string): boolean {
  return run.split(' ').length >= 8;
}
