import { Column, int32 } from './column.ts';

/**
 * The word forms of the index. A form is a surface (a word as it stands in texts, folded) with the term (stem) it is
 * found under; one surface can lead to different terms in different languages, then it is several forms.
 * Forms and terms are numbered from 0 in order of arrival.
 */
export class Lexicon {
  readonly surfaces: string[] = [];
  readonly terms: string[] = [];
  readonly termOf: Column = new Column(int32);
  readonly #bySurface = new Map<string, number>();
  readonly #byTerm = new Map<string, number>();
  /** Next form of the same surface, -1 at the end. */
  readonly #sameSurface = new Column(int32);
  /** Newest form of a term, and from each form the one before. */
  readonly #newestOf = new Column(int32);
  readonly #sameTerm = new Column(int32);

  get size(): number {
    return this.surfaces.length;
  }

  /** The number of a form; a new one is `size` as it was before the call. */
  formOf(surface: string, term: string): number {
    const first = this.#bySurface.get(surface) ?? -1;
    for (let form = first; form >= 0; form = this.#sameSurface.at(form)) {
      if (this.terms[this.termOf.at(form)] === term) return form;
    }
    return this.add(surface, this.#termNumber(term));
  }

  /** Adds a form known to be new. */
  add(surface: string, term: number): number {
    const form = this.surfaces.length;
    this.#sameSurface.push(this.#bySurface.get(surface) ?? -1);
    this.#bySurface.set(surface, form);
    this.surfaces.push(surface);
    this.termOf.push(term);
    this.#sameTerm.push(this.#newestOf.at(term));
    this.#newestOf.put(term, form);
    return form;
  }

  addTerm(term: string): number {
    const number = this.terms.length;
    this.terms.push(term);
    this.#byTerm.set(term, number);
    this.#newestOf.push(-1);
    return number;
  }

  /** All forms found under a term. */
  formsOf(term: string): readonly number[] {
    const number = this.#byTerm.get(term);
    const forms: number[] = [];
    if (number === undefined) return forms;
    for (let form = this.#newestOf.at(number); form >= 0; form = this.#sameTerm.at(form)) forms.push(form);
    return forms;
  }

  #termNumber(term: string): number {
    return this.#byTerm.get(term) ?? this.addTerm(term);
  }
}
