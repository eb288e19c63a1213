import { fold } from '../fold.ts';
import { stem } from './stem.ts';
import { type Stemmings, stemmingFor } from './stemming-of.ts';
import type { WordBatch } from './word-batch.ts';

/** A word as it is looked for. */
export interface Word {
  readonly surface: string;
  readonly term: string;
}

/**
 * Words remembered, each at its place for good. A list only grows, up to `mostWords`; when it is full a new list is
 * begun. So whoever remembers something about many words does so by list and place, without looking at them.
 */
export type WordList = readonly Word[];

/** Told of one word: its place in a list of words, and its place in the text. */
export type WordUse = (place: number, start: number, end: number, words: WordList) => void;

/** What a cache holds before it begins anew: about 10 MB. The vocabulary in daily use is a few thousand words. */
export const mostWords = 2 ** 16;
const fewestSlots = 2 ** 12;

/** In a slot: where the entry begins (0: the slot is free), and above that what is left of the hash. */
const entryBits = 21;
const entryMask = 2 ** entryBits - 1;
const mostUnits = entryMask;

/** An entry: place in `#words`, size, then the word as written. */
const sizeAt = 1;
const unitsAt = 2;

/** Stands at place 0, for all words of which folding leaves nothing. */
const nothing: Word = { surface: '', term: '' };

/** Drawn anew by each process, so that nobody can write a text whose words all fall into one slot. */
const multiplier = (Math.floor(Math.random() * 2 ** 29) * 8 + 5) | 0;

/**
 * Remembers surface and term of words as written, for one way of stemming. Words are compared where they stand in
 * their text, and a word that is new is copied, so that no text is kept in memory for one of its words. Entries lie in
 * order of arrival, so that the frequent ones lie together. When full, it forgets everything: what is frequent is back
 * after a few records.
 */
export class WordCache {
  readonly #stemmings: Stemmings;
  /** A power of two, at least half of them free. */
  #slots = new Int32Array(fewestSlots);
  #taken = 0;
  #words: Word[] = [nothing];
  #entries = new Uint16Array(2 ** 12);
  /** The first place is left out, since 0 says that a slot is free. */
  #used = 1;

  constructor(stemmings: Stemmings) {
    this.#stemmings = stemmings;
  }

  /** Tells `use` of the words of a batch in `text` (UTF-16 units), but for those of which folding leaves nothing. */
  tell(text: Uint16Array, batch: WordBatch, use: WordUse): void {
    const { starts, ends, found, count } = batch;
    if (!this.#hasRoomFor(batch)) this.#forget();
    this.#readSlots(text, batch);
    this.#findPlaces(text, batch);
    const words = this.#words;
    for (let i = 0; i < count; i += 1) {
      const place = found[i] ?? 0;
      if (place > 0) use(place, starts[i] ?? 0, ends[i] ?? 0, words);
    }
  }

  /** Each step is a loop of its own over all words, so that the processor fetches from many places in memory at once. */
  #readSlots(text: Uint16Array, { starts, ends, hashes, found, count }: WordBatch): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let i = 0; i < count; i += 1) {
      const hash = hashOf(text, starts[i] ?? 0, ends[i] ?? 0);
      hashes[i] = hash;
      found[i] = slots[hash & mask] ?? 0;
    }
  }

  /** Leaves the place of each word in `found`, where its first slot was. */
  #findPlaces(text: Uint16Array, { starts, ends, hashes, found, count }: WordBatch): void {
    for (let i = 0; i < count; i += 1) {
      const slot = found[i] ?? 0;
      const hash = hashes[i] ?? 0;
      const start = starts[i] ?? 0;
      const end = ends[i] ?? 0;
      const entry = this.#isIn(slot, hash, text, start, end)
        ? slot & entryMask
        : this.#entryOf(hash, text, start, end);
      found[i] = this.#entries[entry] ?? 0;
    }
  }

  #entryOf(hash: number, text: Uint16Array, start: number, end: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let place = hash & mask;
    for (let slot = slots[place] ?? 0; slot !== 0; slot = slots[place] ?? 0) {
      if (this.#isIn(slot, hash, text, start, end)) return slot & entryMask;
      place = (place + 1) & mask;
    }
    return this.#remember(hash, text, start, end);
  }

  #isIn(slot: number, hash: number, text: Uint16Array, start: number, end: number): boolean {
    if (slot === 0 || (slot ^ hash) >>> entryBits !== 0) return false;
    const entries = this.#entries;
    const entry = slot & entryMask;
    if (entries[entry + sizeAt] !== end - start) return false;
    for (let i = start, j = entry + unitsAt; i < end; i += 1, j += 1) {
      if (entries[j] !== text[i]) return false;
    }
    return true;
  }

  #remember(hash: number, text: Uint16Array, start: number, end: number): number {
    const size = end - start;
    const entry = this.#used;
    this.#used += unitsAt + size;
    if (this.#used > this.#entries.length) this.#entries = grown(this.#entries, this.#used);
    this.#entries.set(text.subarray(start, end), entry + unitsAt);
    this.#entries[entry] = this.#placeOfNew(String.fromCharCode(...text.subarray(start, end)));
    this.#entries[entry + sizeAt] = size;
    this.#taken += 1;
    if (this.#taken * 2 > this.#slots.length) this.#growSlots();
    this.#enter(hash, entry);
    return entry;
  }

  #placeOfNew(written: string): number {
    const surface = fold(written);
    if (surface === '') return 0;
    return this.#words.push({ surface, term: stem(surface, stemmingFor(surface, this.#stemmings)) }) - 1;
  }

  #hasRoomFor({ count, units }: WordBatch): boolean {
    return this.#taken + count < mostWords && this.#used + count * unitsAt + units <= mostUnits;
  }

  /** Others go on using the list of words there was. */
  #forget(): void {
    this.#slots = new Int32Array(fewestSlots);
    this.#taken = 0;
    this.#words = [nothing];
    this.#used = 1;
  }

  #growSlots(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (const slot of before) {
      if (slot === 0) continue;
      const entry = slot & entryMask;
      const start = entry + unitsAt;
      this.#enter(hashOf(this.#entries, start, start + (this.#entries[entry + sizeAt] ?? 0)), entry);
    }
  }

  /** Fills the first free slot. */
  #enter(hash: number, entry: number): void {
    const mask = this.#slots.length - 1;
    let place = hash & mask;
    while (this.#slots[place] !== 0) place = (place + 1) & mask;
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
