import type { Concepts } from '../concepts/open-concepts.ts';
import { type Classifier, openClassifier } from './open-classifier.ts';

/** What can be suggested from a text. */
export interface Suggesters {
  /** Goals of the 2030 Agenda, each with the nearest target. */
  readonly goals: Classifier;
  /** DAC sectors of three digits, each with the nearest purpose code. */
  readonly sectors: Classifier;
}

/**
 * Opens the suggesters when first asked: a node where nobody asks keeps no weights in memory.
 * @param read the bytes of a file of `content/weights`
 */
export function suggestersWhenAsked(
  concepts: () => Concepts,
  read: (name: string) => Uint8Array,
): () => Suggesters {
  let opened: Suggesters | undefined;
  return () => {
    opened ??= {
      goals: openClassifier(read('goals.bin'), concepts()),
      sectors: openClassifier(read('sectors.bin'), concepts()),
    };
    return opened;
  };
}
