import type { IndexChange } from '../../operations/ports.ts';
import { ByteLists } from './byte-lists.ts';
import { Contents } from './contents.ts';
import { Documents } from './documents.ts';
import { FacetRows } from './facet-rows.ts';
import { Lexicon } from './lexicon.ts';
import { Postings, writeDoc } from './postings.ts';
import { afterVarint, readVarint } from './varint.ts';

/** The clock is looked at after so many forms. */
const formsAtOnce = 256;

/**
 * Writes the living part of an index anew, a slice at a time, without reading any text again. Documents and forms keep
 * their order. The old index goes on answering and changing meanwhile: what changes is noted and done again at the end.
 */
export class Compaction {
  readonly #old: Contents;
  readonly #documents = new Documents();
  readonly #facets = new FacetRows();
  /** New numbers of the documents there were at the beginning, -1 for the dead. */
  readonly #docs: Int32Array;
  /** New numbers of the forms, -1 for those that only dead documents had. */
  readonly #forms: Int32Array;
  /** Both lists of each form, right after each other: without the dead none needs more room than before. */
  readonly #bytes: Uint8Array;
  readonly #sizes: number[] = [];
  readonly #marks: number[] = [];
  readonly #since: IndexChange[] = [];
  #form = 0;
  #end = 0;

  constructor(old: Contents) {
    this.#old = old;
    this.#docs = copyDocuments(old, this.#documents, this.#facets);
    this.#forms = new Int32Array(old.lexicon.size).fill(-1);
    this.#bytes = new Uint8Array(old.postings.lists.used);
  }

  /** Changes that the old index has got since the beginning. */
  note(changes: readonly IndexChange[]): void {
    for (const change of changes) this.#since.push(change);
  }

  /** Works until `time` (as of `performance.now`), or until all is copied: then it answers true. */
  workUntil(time: number): boolean {
    while (this.#form < this.#forms.length) {
      const stop = Math.min(this.#form + formsAtOnce, this.#forms.length);
      for (; this.#form < stop; this.#form += 1) this.#copyForm(this.#form);
      if (performance.now() >= time) break;
    }
    return this.#form === this.#forms.length;
  }

  /** The new index, once all is copied. */
  finish(): Contents {
    const lists = ByteLists.unpack(
      this.#bytes.slice(0, this.#end),
      Int32Array.from(this.#sizes),
      Int32Array.from(this.#marks),
    );
    const lexicon = copyForms(this.#old.lexicon, this.#forms);
    const alphabet = this.#old.alphabet.renumbered(lexicon, this.#forms);
    const fresh = new Contents(this.#documents, lexicon, new Postings(lists), this.#facets, alphabet);
    fresh.apply(this.#since);
    return fresh;
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
    const from = this.#old.postings.lists.bytes;
    const bytes = this.#bytes;
    let end = at;
    for (let i = 0, place = this.#old.postings.placesOf(form); i < docs.length; i += 1) {
      const next = afterVarint(from, place) + readVarint(from, place);
      if ((docs[i] ?? -1) < 0) place = next;
      else while (place < next) bytes[end++] = from[place++] ?? 0;
    }
    return end;
  }
}

/** Answers the new number of each old document, -1 for the dead. */
function copyDocuments(old: Contents, documents: Documents, facets: FacetRows): Int32Array {
  const { recordIds, lengths, years, changed, size } = old.documents;
  const numbers = new Int32Array(size).fill(-1);
  const rows = facets.copierOf(old.facets);
  for (const doc of old.documents.all()) {
    numbers[doc] = documents.add(recordIds[doc] ?? '', lengths.at(doc), years.at(doc), changed.at(doc));
    rows(doc);
  }
  return numbers;
}

function copyForms(old: Lexicon, forms: Int32Array): Lexicon {
  const lexicon = new Lexicon();
  const terms = new Int32Array(old.terms.length).fill(-1);
  for (let form = 0; form < forms.length; form += 1) {
    if ((forms[form] ?? -1) < 0) continue;
    const term = old.termOf.at(form);
    if (terms[term] === -1) terms[term] = lexicon.addTerm(old.terms[term] ?? '');
    lexicon.add(old.surfaces[form] ?? '', terms[term] ?? 0);
  }
  return lexicon;
}
