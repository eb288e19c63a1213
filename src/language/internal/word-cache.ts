import { fold } from '../fold.ts';
import { stem } from './stem.ts';
import { type Stemmings, stemmingFor } from './stemming-of.ts';

/** A word as it is looked for. */
export interface Word {
  readonly surface: string;
  readonly term: string;
}

/** Words that a generation of the cache holds: about 3 MB. The vocabulary in daily use is a few thousand. */
const capacity = 20_000;

/**
 * Remembers surface and term of words as written, for one way of stemming. Two generations: when the young one is full
 * it becomes the old one, so that memory is bounded and frequent words are never forgotten.
 */
export class WordCache {
  readonly #stemmings: Stemmings;
  #young = new Map<string, Word>();
  #old = new Map<string, Word>();

  constructor(stemmings: Stemmings) {
    this.#stemmings = stemmings;
  }

  /** @param raw one word as it stands in a text. */
  get(raw: string): Word {
    const known = this.#young.get(raw);
    if (known !== undefined) return known;
    // A slice of a text keeps the whole text alive for as long as it lives: remember a copy.
    const key = ` ${raw}`.slice(1);
    const word = this.#old.get(raw) ?? this.#make(key);
    if (this.#young.size >= capacity) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, word);
    return word;
  }

  #make(raw: string): Word {
    const surface = fold(raw);
    return { surface, term: stem(surface, stemmingFor(surface, this.#stemmings)) };
  }
}
