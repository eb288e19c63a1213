import type { IndexChange } from '../../operations/ports.ts';
import { ByteLists } from './byte-lists.ts';
import { Contents } from './contents.ts';
import { Documents } from './documents.ts';
import { FacetRows } from './facet-rows.ts';
import { Lexicon } from './lexicon.ts';
import { Postings, writeDoc } from './postings.ts';
import { afterVarint, readVarint } from './varint.ts';

/** The clock is looked at after so many documents or forms. */
const atOnce = 256;

/**
 * Writes the living part of an index anew, a slice at a time, without reading any text again. Documents and forms keep
 * their order. The old index goes on answering and changing meanwhile: what changes is noted and done again at the end,
 * in slices too, until nothing is left.
 */
export class Compaction {
  readonly #old: Contents;
  readonly #documents = new Documents();
  readonly #facets = new FacetRows();
  readonly #steps: Generator<undefined, Contents>;
  /** New numbers of the documents there were at the beginning, -1 for the dead. */
  readonly #docs: Int32Array;
  /** New numbers of the forms, -1 for those that only dead documents had. */
  readonly #forms: Int32Array;
  /** Both lists of each form, right after each other: without the dead none needs more room than before. */
  readonly #bytes: Uint8Array;
  readonly #sizes: number[] = [];
  readonly #marks: number[] = [];
  readonly #since: IndexChange[] = [];
  #end = 0;

  constructor(old: Contents) {
    this.#old = old;
    this.#docs = new Int32Array(old.documents.size).fill(-1);
    this.#forms = new Int32Array(old.lexicon.size).fill(-1);
    this.#bytes = new Uint8Array(old.postings.lists.used);
    this.#steps = this.#work(old.documents.all());
  }

  /** Changes that the old index has got since the beginning. */
  note(changes: readonly IndexChange[]): void {
    for (const change of changes) this.#since.push(change);
  }

  /** Works until `time` (as of `performance.now`); answers the new index once it says all that the old one says. */
  workUntil(time: number): Contents | undefined {
    do {
      const { done, value } = this.#steps.next();
      if (done === true) return value;
    } while (performance.now() < time);
    return undefined;
  }

  *#work(living: Int32Array): Generator<undefined, Contents> {
    yield* this.#copyDocuments(living);
    for (let form = 0; form < this.#forms.length; form += 1) {
      this.#copyForm(form);
      if (form % atOnce === 0) yield;
    }
    const lists = ByteLists.unpack(
      this.#bytes.subarray(0, this.#end),
      Int32Array.from(this.#sizes),
      Int32Array.from(this.#marks),
    );
    yield;
    const lexicon = new Lexicon();
    yield* copyForms(this.#old.lexicon, this.#forms, lexicon);
    const alphabet = this.#old.alphabet.renumbered(lexicon, this.#forms);
    const fresh = new Contents(this.#documents, lexicon, new Postings(lists), this.#facets, alphabet);
    for (const change of this.#since) {
      fresh.apply([change]);
      yield;
    }
    return fresh;
  }

  *#copyDocuments(living: Int32Array): Generator<undefined, void> {
    const { recordIds, lengths, years, changed, langs } = this.#old.documents;
    const rows = this.#facets.copierOf(this.#old.facets);
    for (let place = 0; place < living.length; place += 1) {
      const doc = living[place] ?? 0;
      this.#docs[doc] = this.#documents.add(recordIds[doc] ?? '', {
        length: lengths.at(doc),
        year: years.at(doc),
        changed: changed.at(doc),
        langs: langs.at(doc),
      });
      rows(doc);
      if (place % atOnce === 0) yield;
    }
  }

  #copyForm(form: number): void {
    const { postings } = this.#old;
    const { docs, weights } = postings.hits(form);
    const start = this.#end;
    let end = start;
    let last = -1;
    let living = 0;
    for (let i = 0; i < docs.length; i += 1) {
      const doc = this.#docs[docs[i] ?? 0] ?? -1;
      // Read again by `#copyPlaces`, to know whose positions to copy.
      docs[i] = doc;
      if (doc < 0) continue;
      end = writeDoc(this.#bytes, end, doc - last, weights[i] ?? 1);
      last = doc;
      living += 1;
    }
    if (living === 0) return;
    this.#end = this.#copyPlaces(form, docs, end);
    this.#forms[form] = this.#sizes.length / 2;
    this.#sizes.push(end - start, this.#end - end);
    this.#marks.push(last, living);
  }

  #copyPlaces(form: number, docs: Int32Array, at: number): number {
    const { bytes: from, start } = this.#old.postings.placesOf(form);
    const bytes = this.#bytes;
    let end = at;
    for (let i = 0, place = start; i < docs.length; i += 1) {
      const next = afterVarint(from, place) + readVarint(from, place);
      if ((docs[i] ?? -1) < 0) place = next;
      else while (place < next) bytes[end++] = from[place++] ?? 0;
    }
    return end;
  }
}

/** The forms that have a new number, in its order. */
function* copyForms(old: Lexicon, forms: Int32Array, lexicon: Lexicon): Generator<undefined, void> {
  const terms = new Int32Array(old.terms.length).fill(-1);
  for (let form = 0; form < forms.length; form += 1) {
    if (form % atOnce === 0) yield;
    if ((forms[form] ?? -1) < 0) continue;
    const term = old.termOf.at(form);
    if (terms[term] === -1) terms[term] = lexicon.addTerm(old.terms[term] ?? '');
    lexicon.add(old.surfaces[form] ?? '', terms[term] ?? 0);
  }
}
