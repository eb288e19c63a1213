import type { RecordId } from '../../kernel/ids.ts';
import type { IndexChange, IndexDocument } from '../../operations/ports.ts';
import { Alphabet } from './alphabet.ts';
import { Documents, noYear } from './documents.ts';
import { FacetRows } from './facet-rows.ts';
import { languageBits } from './language-bits.ts';
import { Lexicon } from './lexicon.ts';
import { Postings } from './postings.ts';
import { WordCollector } from './word-collector.ts';
import { Workspace } from './workspace.ts';

/** Everything the index knows: which records, which words where, which facet values. */
export class Contents {
  readonly documents: Documents;
  readonly lexicon: Lexicon;
  readonly postings: Postings;
  readonly facets: FacetRows;
  readonly alphabet: Alphabet;
  readonly workspace = new Workspace();
  readonly #words: WordCollector;

  constructor(
    documents = new Documents(),
    lexicon = new Lexicon(),
    postings = new Postings(),
    facets = new FacetRows(),
    alphabet = new Alphabet(lexicon),
  ) {
    this.documents = documents;
    this.lexicon = lexicon;
    this.postings = postings;
    this.facets = facets;
    this.alphabet = alphabet;
    this.#words = new WordCollector(lexicon);
  }

  /** Makes changes in their order; when it returns, all that was put in can be found. */
  apply(changes: readonly IndexChange[]): void {
    try {
      for (const change of changes) {
        if ('put' in change) this.#put(change.put);
        else this.#remove(change.remove.recordId);
      }
    } finally {
      this.#writeWords();
    }
  }

  #put(document: IndexDocument): void {
    const { recordId, year = noYear, changed, facets } = document;
    const length = this.#words.collect(document, this.documents.size);
    this.#remove(recordId);
    this.documents.add(recordId, { length, year, changed, langs: languageBits(document) });
    this.facets.addRow(facets);
    if (this.#words.isFull) this.#writeWords();
  }

  #remove(recordId: RecordId): void {
    const doc = this.documents.remove(recordId);
    if (doc !== undefined) this.facets.addToLiving(doc, -1);
  }

  #writeWords(): void {
    const { postings, lexicon } = this;
    while (postings.forms < lexicon.size) postings.addForm();
    this.#words.tell(lexicon.size, (form, doc, weight, positions, count) =>
      postings.add(form, doc, weight, positions, count),
    );
  }

  /** How many times the word form stands in living documents, each document once. */
  livingWith(form: number): number {
    if (this.documents.dead === 0) return this.postings.count(form);
    const alive = this.documents.alive.data;
    let count = 0;
    for (const doc of this.postings.hits(form).docs) count += alive[doc] ?? 0;
    return count;
  }

  /** At most `limit` forms beginning with `prefix` that living documents have, those of most documents first. */
  frequentForms(prefix: string, limit: number): readonly number[] {
    const forms = this.alphabet.beginningWith(prefix);
    const count = (form: number): number => this.postings.count(form);
    const byCount = forms.sort((a, b) => count(b) - count(a) || a - b);
    const best: { form: number; living: number }[] = [];
    for (const form of byCount) {
      // Counts with the dead are upper bounds: past the limit no later form can have more.
      if (best.length >= limit && (best[limit - 1]?.living ?? 0) >= count(form)) break;
      const living = this.livingWith(form);
      if (living === 0) continue;
      best.push({ form, living });
      best.sort((a, b) => b.living - a.living);
    }
    return best.slice(0, limit).map(({ form }) => form);
  }

  /** As `frequentForms`, told as words, each once; none for an empty beginning. */
  frequentSurfaces(prefix: string, limit: number): readonly string[] {
    if (prefix === '') return [];
    const forms = this.frequentForms(prefix, limit * 2);
    return [...new Set(forms.map((form) => this.lexicon.surfaces[form] ?? ''))].slice(0, limit);
  }

  /** Bytes in typed arrays: what the index weighs, but for its texts (words, ids) and their tables. */
  get bytes(): number {
    const perForm = 4 * 5 * 2 + 3 * 4;
    const perDocument = 1 + 4 + 4 + 8 + 1 + 4;
    const { documents, lexicon, postings, facets } = this;
    return (
      postings.lists.used +
      lexicon.size * perForm +
      documents.size * perDocument +
      facets.row.length * facets.row.data.BYTES_PER_ELEMENT
    );
  }
}
