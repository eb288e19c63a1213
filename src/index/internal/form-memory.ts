import type { Lexicon } from './lexicon.ts';

/** Words remembered: more than the language room remembers of one language. */
const places = 2 ** 17;

/**
 * Which form of the lexicon a word is, remembered by the number the language room has given the word, so that the
 * texts of a word are looked up once and not each time it occurs. Two numbers may share a place: the later stays.
 */
export class FormMemory {
  readonly #lexicon: Lexicon;
  /** Word number and form, side by side. Numbers of words outgrow 32 bits one day, so no Int32Array. */
  readonly #known = new Float64Array(2 * places);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** @param number as told by `forEachWord`. */
  formOf(number: number, { surface, term }: { readonly surface: string; readonly term: string }): number {
    // The low bits, of numbers past 32 bits too: a remainder of floating-point numbers takes ten times as long.
    const place = (number & (places - 1)) * 2;
    if (this.#known[place] === number) return this.#known[place + 1] ?? 0;
    const form = this.#lexicon.formOf(surface, term);
    this.#known[place] = number;
    this.#known[place + 1] = form;
    return form;
  }
}
