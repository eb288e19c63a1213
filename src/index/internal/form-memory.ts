import { mostWords, type WordList } from '../../language/tokens.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * Which form of the lexicon a word is, remembered by the place of the word in the lists of the language room, so that
 * the texts of a word are looked up once and not each time it occurs.
 */
export class FormMemory {
  readonly #lexicon: Lexicon;
  /** For each list of words, by their place there: the form + 1, and 0 where it is not known. */
  readonly #known = new WeakMap<WordList, Int32Array>();
  /** The list that was asked about last, and what is known of it. */
  #words: WordList = [];
  #forms: Int32Array = new Int32Array(0);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** @param place and `words` as told by `forEachWord`. */
  formOf(place: number, words: WordList): number {
    if (words !== this.#words) this.#turnTo(words);
    const known = this.#forms[place] ?? 0;
    if (known > 0) return known - 1;
    const { surface, term } = words[place] ?? { surface: '', term: '' };
    const form = this.#lexicon.formOf(surface, term);
    this.#forms[place] = form + 1;
    return form;
  }

  #turnTo(words: WordList): void {
    const known = this.#known.get(words) ?? new Int32Array(mostWords);
    this.#known.set(words, known);
    this.#words = words;
    this.#forms = known;
  }
}
