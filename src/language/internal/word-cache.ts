import { fold } from '../fold.ts';
import { stem } from './stem.ts';
import { type Stemmings, stemmingFor } from './stemming-of.ts';

/** A word as it is looked for. */
export interface Word {
  readonly surface: string;
  readonly term: string;
}

/**
 * Told of one word: `number` is from 1 and stands, for as long as the process lives, for this surface and term alone
 * (which may come to have several); it is what others remember a word by without looking at it.
 */
export type WordUse = (word: Word, start: number, end: number, number: number) => void;

/** What a cache holds before it is emptied: about 10 MB. The vocabulary in daily use is a few thousand words. */
const mostWords = 2 ** 16;
const slotCount = mostWords * 2;

/** In a slot: where the entry begins (0: the slot is free), and above that what is left of the hash. */
const entryBits = 21;
const entryMask = 2 ** entryBits - 1;
const mostUnits = entryMask;

/** An entry: place in `#words`, size, then the word as written. */
const sizeAt = 1;
const unitsAt = 2;

/** Drawn anew by each process, so that nobody can write a text whose words all fall into one slot. */
const multiplier = (Math.floor(Math.random() * 2 ** 29) * 8 + 5) | 0;

let lastNumber = 0;

/**
 * Remembers surface and term of words as written, for one way of stemming. Words are compared where they stand in
 * their text, and a word that is new is copied, so that no text is kept in memory for one of its words. Entries lie in
 * order of arrival, so that the frequent ones lie together. When full, it forgets everything: what is frequent is back
 * after a few records.
 */
export class WordCache {
  readonly #stemmings: Stemmings;
  readonly #slots = new Int32Array(slotCount);
  #words: Word[] = [];
  /** Of each word in `#words`; 0 where folding left nothing of it. */
  readonly #numbers = new Float64Array(mostWords);
  #entries = new Uint16Array(2 ** 12);
  /** The first place is left out, since 0 says that a slot is free. */
  #used = 1;

  constructor(stemmings: Stemmings) {
    this.#stemmings = stemmings;
  }

  /** Tells `use` of the word in `text` (UTF-16 units) from `start` up to `end`, unless folding leaves nothing of it. */
  tell(text: Uint16Array, start: number, end: number, use: WordUse): void {
    const entry = this.#entryOf(text, start, end);
    const place = this.#entries[entry] ?? 0;
    const word = this.#words[place];
    const number = this.#numbers[place] ?? 0;
    if (number > 0 && word !== undefined) use(word, start, end, number);
  }

  #entryOf(text: Uint16Array, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    const slots = this.#slots;
    let place = hash & (slotCount - 1);
    for (let slot = slots[place] ?? 0; slot !== 0; slot = slots[place] ?? 0) {
      const entry = slot & entryMask;
      if ((slot ^ hash) >>> entryBits === 0 && this.#isAt(entry, text, start, end)) return entry;
      place = (place + 1) & (slotCount - 1);
    }
    return this.#remember(hash, text, start, end);
  }

  #isAt(entry: number, text: Uint16Array, start: number, end: number): boolean {
    const entries = this.#entries;
    if (entries[entry + sizeAt] !== end - start) return false;
    for (let i = start, j = entry + unitsAt; i < end; i += 1, j += 1) {
      if (entries[j] !== text[i]) return false;
    }
    return true;
  }

  #remember(hash: number, text: Uint16Array, start: number, end: number): number {
    const size = end - start;
    if (this.#words.length === mostWords || this.#used + unitsAt + size > mostUnits) this.#forget();
    const entry = this.#used;
    this.#used += unitsAt + size;
    if (this.#used > this.#entries.length) this.#entries = grown(this.#entries, this.#used);
    const units = this.#entries.subarray(entry + unitsAt, this.#used);
    units.set(text.subarray(start, end));
    const surface = fold(String.fromCharCode(...units));
    lastNumber += 1;
    this.#numbers[this.#words.length] = surface === '' ? 0 : lastNumber;
    this.#entries[entry] = this.#words.length;
    this.#entries[entry + sizeAt] = size;
    this.#words.push({ surface, term: stem(surface, stemmingFor(surface, this.#stemmings)) });
    this.#enter(hash, entry);
    return entry;
  }

  #forget(): void {
    this.#slots.fill(0);
    this.#words = [];
    this.#used = 1;
  }

  /** Fills the first free slot; half of them always are. */
  #enter(hash: number, entry: number): void {
    let place = hash & (slotCount - 1);
    while (this.#slots[place] !== 0) place = (place + 1) & (slotCount - 1);
    this.#slots[place] = (hash & ~entryMask) | entry;
  }
}

function hashOf(text: Uint16Array, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ (text[i] ?? 0), multiplier);
  hash = Math.imul(hash ^ (hash >>> 15), multiplier);
  return hash ^ (hash >>> 16);
}

function grown(units: Uint16Array<ArrayBuffer>, least: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(Math.max(least, units.length * 2));
  larger.set(units);
  return larger;
}
