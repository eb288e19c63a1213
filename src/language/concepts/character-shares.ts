import { charactersOf, isCharacter } from './content-terms.ts';

/** A Chinese character of a text and what it counts, where a pair counts 1. */
export interface CharacterShare {
  readonly character: string;
  readonly share: number;
}

/** What a character counts beside a known pair that it stands in; one of which no pair is known counts as a word. */
const besideKnownPair = 0.3;

/**
 * The characters of overlapping pairs, in order, with what they count: a pair that is known has said already what its
 * characters would, one that is not known has nothing but them. Chosen on texts for development.
 */
export function characterShares(
  terms: readonly string[],
  isKnown: (pair: string) => boolean,
): readonly CharacterShare[] {
  const found: CharacterShare[] = [];
  const isPairKnown = (term: string): boolean => term.length === 2 && isKnown(term);
  let before = '';
  for (const term of terms) {
    // The last character of a run stands alone after its pair.
    for (const character of isCharacter(term) ? [term] : charactersOf([term])) {
      const inKnown = isPairKnown(term) || (before.endsWith(character) && isPairKnown(before));
      found.push({ character, share: inKnown ? besideKnownPair : 1 });
    }
    before = term;
  }
  return found;
}
