import { forEachWord } from '../../language/tokens.ts';
import type { IndexDocument } from '../../operations/ports.ts';
import { FormMemory } from './form-memory.ts';
import type { Lexicon } from './lexicon.ts';

/** How much a word counts by where it stands: a summary often is all that is told of a record, and long. */
export const fieldWeights = { title: 4, summary: 1, body: 1 } as const;

/** Free places between two texts, so that no phrase runs from one into the next. */
const gap = 1;

/** Words of one document past this many are not indexed: 2²⁰, some 6 MB of text. */
const mostPositions = 2 ** 20;

/** Words of many documents are told together, up to about so many: what lies about them is then still at hand. */
const enough = 2 ** 15;

/**
 * Told of one word form in one document; its positions are the first `count`, ascending, to be read at once. All
 * documents of a form come one after the other, ascending.
 */
export type WordVisitor = (
  form: number,
  doc: number,
  weight: number,
  positions: Int32Array,
  count: number,
) => void;

/** Numbers that lie together for each word: document, position, weight, and the next word of the same form. */
const width = 4;
const positionAt = 1;
const weightAt = 2;
const nextAt = 3;
const none = -1;

/**
 * Cuts the texts of documents into word forms with their positions, and tells them form by form: to write to the lists
 * of a form is dear for the first document, since they have to be fetched from memory, and cheap for the others.
 */
export class WordCollector {
  readonly #memory: FormMemory;
  /** Of each word, in order of documents and positions: its form, and the numbers above. */
  #forms = new Int32Array(enough);
  #words = new Int32Array(enough * width);
  /** Of each form of the lexicon, while telling: where its first word stands in `#words`. */
  #first = new Int32Array(0);
  /** Those of one form in one document, while telling. */
  #positions = new Int32Array(0);
  /** Words of whole documents, and words with those of the document being read. */
  #kept = 0;
  #count = 0;
  #position = 0;

  constructor(lexicon: Lexicon) {
    this.#memory = new FormMemory(lexicon);
  }

  get isFull(): boolean {
    return this.#kept >= enough;
  }

  /**
   * Reads a document, which must be newer than those before. Answers its length, the weighted words of the longest
   * language version: a text in seven languages is no longer than in one.
   */
  collect({ title, summary, body }: IndexDocument, doc: number): number {
    const lengths = new Map<string, number>();
    this.#count = this.#kept;
    this.#position = 0;
    this.#read(title, doc, fieldWeights.title, lengths);
    this.#read(summary, doc, fieldWeights.summary, lengths);
    this.#read(body, doc, fieldWeights.body, lengths);
    this.#kept = this.#count;
    return Math.max(0, ...lengths.values());
  }

  /** Tells all words collected since the last time; `size` is that of the lexicon. */
  tell(size: number, visit: WordVisitor): void {
    if (this.#first.length < size) this.#first = new Int32Array(size * 2).fill(none);
    const first = this.#first;
    const words = this.#words;
    if (this.#positions.length < this.#kept) this.#positions = new Int32Array(this.#forms.length);
    const positions = this.#positions;
    for (const form of this.#stringWords()) {
      let word = first[form] ?? none;
      first[form] = none;
      while (word !== none) {
        const doc = words[word] ?? 0;
        let weight = 0;
        let count = 0;
        for (; word !== none && words[word] === doc; word = words[word + nextAt] ?? none) {
          positions[count] = words[word + positionAt] ?? 0;
          weight += words[word + weightAt] ?? 0;
          count += 1;
        }
        visit(form, doc, weight, positions, count);
      }
    }
    this.#kept = 0;
  }

  /** Strings together the words of each form, so that nothing needs sorting; answers the forms. */
  #stringWords(): Int32Array {
    const first = this.#first;
    const words = this.#words;
    const forms = this.#forms;
    // From the end, so that each word is put before those that follow it.
    let distinct = this.#kept;
    for (let i = this.#kept - 1; i >= 0; i -= 1) {
      const form = forms[i] ?? 0;
      const next = first[form] ?? none;
      words[i * width + nextAt] = next;
      first[form] = i * width;
      if (next === none) {
        // The forms of the words from here on have been read: there is room for the distinct ones.
        distinct -= 1;
        forms[distinct] = form;
      }
    }
    return forms.subarray(distinct, this.#kept);
  }

  #read(texts: IndexDocument['title'], doc: number, weight: number, lengths: Map<string, number>): void {
    for (const { text, lang } of texts) {
      const before = this.#count;
      this.#makeRoom(before + Math.min(text.length, mostPositions - this.#position));
      forEachWord(text, lang, (place, _start, _end, list) => {
        if (this.#position < mostPositions) this.#add(this.#memory.formOf(place, list), doc, weight);
      });
      lengths.set(lang, (lengths.get(lang) ?? 0) + (this.#count - before) * weight);
      this.#position += gap;
    }
  }

  #add(form: number, doc: number, weight: number): void {
    const words = this.#words;
    const word = this.#count * width;
    this.#forms[this.#count] = form;
    words[word] = doc;
    words[word + positionAt] = this.#position;
    words[word + weightAt] = weight;
    this.#count += 1;
    this.#position += 1;
  }

  #makeRoom(count: number): void {
    if (count <= this.#forms.length) return;
    const forms = new Int32Array(count * 2);
    const words = new Int32Array(count * 2 * width);
    forms.set(this.#forms);
    words.set(this.#words);
    this.#forms = forms;
    this.#words = words;
  }
}
