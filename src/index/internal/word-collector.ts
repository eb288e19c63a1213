import { forEachWord } from '../../language/tokens.ts';
import type { IndexDocument } from '../../operations/ports.ts';
import { Column, int32 } from './column.ts';
import { FormMemory } from './form-memory.ts';
import type { Lexicon } from './lexicon.ts';

/** How much a word counts by where it stands. */
export const fieldWeights = { title: 4, summary: 2, body: 1 } as const;

/** Free places between two texts, so that no phrase runs from one into the next. */
const gap = 1;

/** Words of one document past this many are not indexed: 2²⁰, some 6 MB of text. */
const mostPositions = 2 ** 20;

/** Told of one word form of a document; its positions are the first `count`, ascending, to be read at once. */
export type WordVisitor = (form: number, weight: number, positions: Int32Array, count: number) => void;

/** Numbers that lie together for each word form of the document being read. */
const width = 4;
const weightAt = 1;
const firstAt = 2;
const lastAt = 3;

/**
 * Cuts the texts of one document into word forms with their positions. One collector serves all documents in turn.
 * The words of a form are strung together as they come, so that nothing needs sorting.
 */
export class WordCollector {
  readonly #forms: FormMemory;
  /** Of each form of the lexicon: where it stands in `#own`, if what stands there is that form. */
  readonly #ownOf: Column = new Column(int32);
  /** Of each form of this document, in order of its first word: form, weight, first word, last word. */
  readonly #own: Column = new Column(int32, 1024);
  /** Of each word: its position, and the next word of the same form (-1: none). */
  readonly #positions: Column = new Column(int32, 1024);
  readonly #next: Column = new Column(int32, 1024);
  #told = new Int32Array(64);
  #position = 0;
  #length = 0;

  constructor(lexicon: Lexicon) {
    this.#forms = new FormMemory(lexicon);
  }

  /** Weighted words of the longest language version: a text in seven languages is no longer than in one. */
  get length(): number {
    return this.#length;
  }

  collect({ title, summary, body }: IndexDocument): this {
    const lengths = new Map<string, number>();
    this.#own.length = 0;
    this.#positions.length = 0;
    this.#next.length = 0;
    this.#position = 0;
    this.#read(title, fieldWeights.title, lengths);
    this.#read(summary, fieldWeights.summary, lengths);
    this.#read(body, fieldWeights.body, lengths);
    this.#length = Math.max(0, ...lengths.values());
    return this;
  }

  each(visit: WordVisitor): void {
    const own = this.#own.data;
    const next = this.#next.data;
    const positions = this.#positions.data;
    if (this.#told.length < this.#positions.length) this.#told = new Int32Array(this.#positions.length * 2);
    for (let at = 0; at < this.#own.length; at += width) {
      let count = 0;
      for (let word = own[at + firstAt] ?? -1; word >= 0; word = next[word] ?? -1) {
        this.#told[count] = positions[word] ?? 0;
        count += 1;
      }
      visit(own[at] ?? 0, own[at + weightAt] ?? 0, this.#told, count);
    }
  }

  #read(texts: IndexDocument['title'], weight: number, lengths: Map<string, number>): void {
    for (const { text, lang } of texts) {
      const before = this.#positions.length;
      forEachWord(text, lang, (word, _start, _end, number) => {
        if (this.#position >= mostPositions) return;
        this.#add(this.#forms.formOf(number, word), weight);
        this.#position += 1;
      });
      lengths.set(lang, (lengths.get(lang) ?? 0) + (this.#positions.length - before) * weight);
      this.#position += gap;
    }
  }

  #add(form: number, weight: number): void {
    const word = this.#positions.length;
    this.#positions.push(this.#position);
    this.#next.push(-1);
    while (this.#ownOf.length <= form) this.#ownOf.push(0);
    const own = this.#own;
    const at = this.#ownOf.at(form);
    if (at < own.length && own.data[at] === form) {
      this.#next.put(own.at(at + lastAt), word);
      own.put(at + lastAt, word);
      own.put(at + weightAt, own.at(at + weightAt) + weight);
      return;
    }
    this.#ownOf.put(form, own.length);
    own.push(form);
    own.push(weight);
    own.push(word);
    own.push(word);
  }
}
