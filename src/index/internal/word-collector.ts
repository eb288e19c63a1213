import { forEachToken } from '../../language/tokens.ts';
import type { IndexDocument } from '../../operations/ports.ts';
import type { Lexicon } from './lexicon.ts';

/** How much a word counts by where it stands. */
export const fieldWeights = { title: 4, summary: 2, body: 1 } as const;

/** Free places between two texts, so that no phrase runs from one into the next. */
const gap = 1;

/** Words of one document past this many are not indexed: 2²⁰, some 6 MB of text. */
const mostPositions = 2 ** 20;

/** What is added for one word form of a document; its positions are `keys[from..to) - base`, ascending. */
export type WordVisitor = (
  form: number,
  weight: number,
  keys: Float64Array,
  from: number,
  to: number,
  base: number,
) => void;

/** Cuts the texts of one document into word forms with their positions. One collector serves all documents in turn. */
export class WordCollector {
  readonly #lexicon: Lexicon;
  /** form × mostPositions + position, one for each word: sorted, they stand form by form. */
  #keys = new Float64Array(1024);
  #size = 0;
  #position = 0;
  /** Positions below this stand in titles, below the second in summaries. */
  #titleEnd = 0;
  #summaryEnd = 0;
  #length = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Weighted words of the longest language version: a text in seven languages is no longer than in one. */
  get length(): number {
    return this.#length;
  }

  collect({ title, summary, body }: IndexDocument): this {
    const lengths = new Map<string, number>();
    this.#size = 0;
    this.#position = 0;
    this.#read(title, fieldWeights.title, lengths);
    this.#titleEnd = this.#position;
    this.#read(summary, fieldWeights.summary, lengths);
    this.#summaryEnd = this.#position;
    this.#read(body, fieldWeights.body, lengths);
    this.#length = Math.max(0, ...lengths.values());
    return this;
  }

  each(visit: WordVisitor): void {
    const keys = this.#keys.subarray(0, this.#size).sort();
    for (let from = 0; from < keys.length; ) {
      const form = Math.floor((keys[from] ?? 0) / mostPositions);
      const base = form * mostPositions;
      let weight = 0;
      let to = from;
      for (; to < keys.length && (keys[to] ?? 0) < base + mostPositions; to += 1) {
        weight += this.#weightAt((keys[to] ?? 0) - base);
      }
      visit(form, weight, keys, from, to, base);
      from = to;
    }
  }

  #read(texts: IndexDocument['title'], weight: number, lengths: Map<string, number>): void {
    for (const { text, lang } of texts) {
      const before = this.#size;
      forEachToken(text, lang, (surface, term) => {
        if (this.#position >= mostPositions) return;
        this.#add(this.#lexicon.formOf(surface, term) * mostPositions + this.#position);
        this.#position += 1;
      });
      lengths.set(lang, (lengths.get(lang) ?? 0) + (this.#size - before) * weight);
      this.#position += gap;
    }
  }

  #add(key: number): void {
    if (this.#size === this.#keys.length) {
      const larger = new Float64Array(this.#size * 2);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    this.#keys[this.#size] = key;
    this.#size += 1;
  }

  #weightAt(position: number): number {
    if (position < this.#titleEnd) return fieldWeights.title;
    return position < this.#summaryEnd ? fieldWeights.summary : fieldWeights.body;
  }
}
