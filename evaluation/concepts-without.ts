import { packConcepts } from '../src/language/concepts/concept-weights.ts';
import { type Concepts, openConcepts } from '../src/language/concepts/open-concepts.ts';
import type { AlignedText } from '../training/aligned/aligned-text.ts';
import { chosenMixing, type Learnt, type Mixing } from '../training/concepts/language-weights.ts';
import { conceptDimensions, learnUnmixed, mixConcepts } from '../training/concepts/learn-concepts.ts';
import { runsOf } from '../training/guards/overlaps.ts';
import { withoutTermsWithin } from '../training/guards/terms-within.ts';
import type { Tools } from './measure.ts';

/** Aligned texts kept aside, and what was learnt from the others. */
interface Unmixed {
  readonly aside: readonly AlignedText[];
  readonly learnt: Learnt;
}

/** Aligned texts kept aside, and a concept layer that has never seen them. */
export interface KeptAside {
  readonly aside: readonly AlignedText[];
  readonly concepts: Concepts;
}

const unmixed = new Map<string, Unmixed>();
const mixed = new Map<string, KeptAside>();

/** The concept layer as it is trained, but without the groups whose name begins so. */
export function conceptsWithout(prefix: string, tools: Tools): KeptAside {
  const before = mixed.get(prefix);
  if (before !== undefined) return before;
  const { aside, learnt } = learntWithout(prefix, tools);
  const kept = { aside, concepts: mixedBy(learnt, chosenMixing) };
  mixed.set(prefix, kept);
  return kept;
}

export function mixedBy(learnt: Learnt, mixing: Mixing): Concepts {
  return openConcepts(packConcepts(mixConcepts(learnt, mixing)));
}

/**
 * Learns without the groups whose name begins so: a text, its translations and its description are kept aside together,
 * and so is every text that shares eight words in a row with one of them in any language, and every term of our own
 * glossary, name and title of our own records that stands in one of them.
 */
export function learntWithout(prefix: string, { seed, onStep, aligned }: Tools): Unmixed {
  const before = unmixed.get(prefix);
  if (before !== undefined) return before;
  const isAside = ({ group }: AlignedText): boolean => group.startsWith(prefix);
  const all = aligned();
  const aside = all.filter(isAside);
  const runs = new Set(aside.flatMap(runsOfAll));
  const own = all.filter(isOurOwn);
  const terms = new Set(withoutTermsWithin(own, aside));
  const rest = all.filter(
    (text) =>
      !isAside(text) && (!isOurOwn(text) || terms.has(text)) && !runsOfAll(text).some((run) => runs.has(run)),
  );
  onStep(
    `concepts without ${prefix}: ${rest.length} texts of ${all.length}, ${terms.size} terms of ${own.length}`,
  );
  const kept = { aside, learnt: learnUnmixed(rest, { seed, dimensions: conceptDimensions }) };
  unmixed.set(prefix, kept);
  return kept;
}

function isOurOwn({ id }: AlignedText): boolean {
  return id.startsWith('glossary/') || id.startsWith('records/');
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
