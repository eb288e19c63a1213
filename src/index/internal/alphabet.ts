import type { Lexicon } from './lexicon.ts';

/** Forms that came since the last sorting are looked through one by one until there are this many. */
const mostUnsorted = 2048;

/** The forms of a lexicon in order of their surfaces, kept up lazily: nothing is sorted until somebody asks. */
export class Alphabet {
  readonly #lexicon: Lexicon;
  #sorted: Int32Array;

  constructor(lexicon: Lexicon, sorted: Int32Array = new Int32Array(0)) {
    this.#lexicon = lexicon;
    this.#sorted = sorted;
  }

  /** All forms whose surface begins with `prefix`, in no order. */
  beginningWith(prefix: string): Int32Array {
    const { surfaces, size } = this.#lexicon;
    this.mostlySorted();
    const from = this.#place(prefix, 0);
    const to = this.#place(`${prefix}\uffff`, from);
    const found = Array.from(this.#sorted.subarray(from, to));
    for (let form = this.#sorted.length; form < size; form += 1) {
      if (surfaces[form]?.startsWith(prefix)) found.push(form);
    }
    return Int32Array.from(found);
  }

  /** The first forms in order; at most a few of the latest are missing. */
  mostlySorted(): Int32Array {
    return this.#lexicon.size - this.#sorted.length > mostUnsorted ? this.sorted() : this.#sorted;
  }

  /** All forms in order; forms of one surface in order of their number. */
  sorted(): Int32Array {
    const { surfaces, size } = this.#lexicon;
    const known = this.#sorted;
    if (known.length === size) return known;
    const late = Array.from({ length: size - known.length }, (_, i) => known.length + i);
    late.sort((a, b) => compare(surfaces[a] ?? '', surfaces[b] ?? '') || a - b);
    const merged = new Int32Array(size);
    let i = 0;
    let j = 0;
    for (let place = 0; place < size; place += 1) {
      const a = known[i];
      const b = late[j];
      const takeKnown =
        b === undefined || (a !== undefined && compare(surfaces[a] ?? '', surfaces[b] ?? '') <= 0);
      merged[place] = (takeKnown ? a : b) ?? 0;
      if (takeKnown) i += 1;
      else j += 1;
    }
    this.#sorted = merged;
    return merged;
  }

  /** The order as far as it is known, for a lexicon with fewer forms in the same order of arrival; -1: form left out. */
  renumbered(lexicon: Lexicon, numbers: Int32Array): Alphabet {
    const renumbered = this.#sorted.map((form) => numbers[form] ?? -1);
    return new Alphabet(
      lexicon,
      renumbered.filter((form) => form >= 0),
    );
  }

  /** First place from `low` on whose surface is not before `text`. */
  #place(text: string, low: number): number {
    let from = low;
    let to = this.#sorted.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#lexicon.surfaces[this.#sorted[middle] ?? 0] ?? '') < text) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
