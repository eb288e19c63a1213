import type { Lexicon } from './lexicon.ts';

/** Places, a power of two. Each takes three neighbouring cells: surface, term, number of the form. */
const places = 1 << 16;
const width = 3;

/**
 * Stands before a lexicon while records are read. Each word has one place, given by its letters, that a newer word
 * takes over. A known word costs one look into memory where a Map costs five or six: that, not computing, is what
 * indexing spends its time on.
 */
export class FormCache {
  readonly #lexicon: Lexicon;
  readonly #cells: (string | number)[] = Array.from({ length: places * width }, () => '');

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** As `Lexicon.formOf`. */
  formOf(surface: string, term: string): number {
    let hash = surface.length;
    for (let i = 0; i < surface.length; i += 1) hash = Math.imul(hash ^ surface.charCodeAt(i), 0x01000193);
    const place = ((hash ^ (hash >>> 15)) & (places - 1)) * width;
    const cells = this.#cells;
    const known = cells[place + 2];
    if (cells[place] === surface && cells[place + 1] === term && typeof known === 'number') return known;
    const form = this.#lexicon.formOf(surface, term);
    cells[place] = surface;
    cells[place + 1] = term;
    cells[place + 2] = form;
    return form;
  }
}
