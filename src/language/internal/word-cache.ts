import { fold } from '../fold.ts';
import { stem } from './stem.ts';
import { type Stemmings, stemmingFor } from './stemming-of.ts';

/** A word as it is looked for. */
export interface Word {
  readonly surface: string;
  readonly term: string;
  /** One number never stands for two words (a word may come to have several): what others remember a word by. */
  readonly number: number;
}

/** What a cache holds before it is emptied: about 10 MB. The vocabulary in daily use is a few thousand words. */
const mostWords = 2 ** 16;
const mostUnits = 2 ** 20;

/** Four numbers lie together for each slot, so that looking a word up touches one place in memory. */
const width = 4;
const startAt = 1;
const sizeAt = 2;
/** Place of the word, from 1; 0 says that the slot is free. */
const wordAt = 3;

/** Drawn anew by each process, so that nobody can write a text whose words all fall into one slot. */
const multiplier = (Math.floor(Math.random() * 2 ** 29) * 8 + 5) | 0;

let lastNumber = 0;

/**
 * Remembers surface and term of words as written, for one way of stemming. Words are compared where they stand in
 * their text: nothing is cut out of it unless the word is new. When full, it forgets everything: what is frequent is
 * back after a few records.
 */
export class WordCache {
  readonly #stemmings: Stemmings;
  #slots = new Int32Array(2 ** 10 * width);
  #words: Word[] = [];
  /** The words as written, one after the other. */
  #units = new Uint16Array(2 ** 12);
  #used = 0;

  constructor(stemmings: Stemmings) {
    this.#stemmings = stemmings;
  }

  /** The word that stands in `text` from `start` up to `end`. */
  at(text: string, start: number, end: number): Word {
    const hash = hashOf(text, start, end);
    const slots = this.#slots;
    const last = slots.length - width;
    let slot = Math.imul(hash, width) & last;
    for (let place = slots[slot + wordAt] ?? 0; place > 0; place = slots[slot + wordAt] ?? 0) {
      if (slots[slot] === hash && slots[slot + sizeAt] === end - start) {
        const word = this.#words[place - 1];
        if (word !== undefined && this.#isAt(slots[slot + startAt] ?? 0, text, start, end)) return word;
      }
      slot = (slot + width) & last;
    }
    return this.#remember(hash, text, start, end);
  }

  #isAt(place: number, text: string, start: number, end: number): boolean {
    const units = this.#units;
    for (let i = start, j = place; i < end; i += 1, j += 1) {
      if (units[j] !== text.charCodeAt(i)) return false;
    }
    return true;
  }

  #remember(hash: number, text: string, start: number, end: number): Word {
    const size = end - start;
    if (this.#words.length >= mostWords || this.#used + size > mostUnits) this.#forget();
    if (this.#words.length * 2 * width >= this.#slots.length) this.#widen();
    if (this.#used + size > this.#units.length) this.#units = grown(this.#units, this.#used + size);
    const units = this.#units.subarray(this.#used, this.#used + size);
    for (let i = 0; i < size; i += 1) units[i] = text.charCodeAt(start + i);
    // Not a slice of the text: that would keep the whole text in memory for as long as the word is remembered.
    const surface = fold(String.fromCharCode(...units));
    lastNumber += 1;
    const word = { surface, term: stem(surface, stemmingFor(surface, this.#stemmings)), number: lastNumber };
    this.#words.push(word);
    enter(this.#slots, hash, this.#used, size, this.#words.length);
    this.#used += size;
    return word;
  }

  #forget(): void {
    this.#slots.fill(0);
    this.#words = [];
    this.#used = 0;
  }

  #widen(): void {
    const old = this.#slots;
    const wider = new Int32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += width) {
      const word = old[slot + wordAt] ?? 0;
      if (word > 0) enter(wider, old[slot] ?? 0, old[slot + startAt] ?? 0, old[slot + sizeAt] ?? 0, word);
    }
    this.#slots = wider;
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), multiplier);
  hash = Math.imul(hash ^ (hash >>> 15), multiplier);
  return hash ^ (hash >>> 16);
}

/** Fills the first free slot; there always is one. */
function enter(slots: Int32Array, hash: number, start: number, size: number, word: number): void {
  const last = slots.length - width;
  let slot = Math.imul(hash, width) & last;
  while (slots[slot + wordAt] !== 0) slot = (slot + width) & last;
  slots.set([hash, start, size, word], slot);
}

function grown(units: Uint16Array<ArrayBuffer>, least: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(Math.max(least, units.length * 2));
  larger.set(units);
  return larger;
}
