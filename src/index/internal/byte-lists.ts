import { Column, int32 } from './column.ts';
import type { Streamed } from './pieces.ts';

/** Smallest room of a list is 8 bytes; each further size class doubles it. */
const smallest = 3;

/** What is known of a list lies together, so that touching a list touches one place in memory. */
const width = 4;
const sizeAt = 1;
const roomAt = 2;
const markAt = 3;

/** Bytes of a slice of packed lists, unless one list is longer. */
const sliceBytes = 2 ** 22;

/**
 * Many append-only lists of bytes in one growing array. Each list lies in one piece, so that reading is a plain loop;
 * a list that outgrows its room moves to one twice as large, and the room it leaves is given to the next that fits.
 * With each list goes one number of its owner's, the mark.
 */
export class ByteLists {
  bytes: Uint8Array = new Uint8Array(1 << 12);
  readonly #heads = new Column(int32);
  #used = 0;
  /** Places left behind, by size class. */
  readonly #free: number[][] = [];

  get length(): number {
    return this.#heads.length / width;
  }

  /** Bytes taken, free rooms between the lists included. */
  get used(): number {
    return this.#used;
  }

  start(list: number): number {
    return this.#heads.at(list * width);
  }

  size(list: number): number {
    return this.#heads.at(list * width + sizeAt);
  }

  mark(list: number): number {
    return this.#heads.at(list * width + markAt);
  }

  setMark(list: number, mark: number): void {
    this.#heads.put(list * width + markAt, mark);
  }

  /** A new, empty list; lists are numbered from 0. */
  addList(mark: number): void {
    this.#addHead(0, 0, mark);
  }

  /** Adds `count` bytes of `from`, beginning at `at`, to the end of a list. */
  append(list: number, from: Uint8Array, at: number, count: number): void {
    const head = list * width;
    const heads = this.#heads.data;
    const size = heads[head + sizeAt] ?? 0;
    if (size + count > (heads[head + roomAt] ?? 0)) this.#move(head, size, size + count);
    const { bytes } = this;
    const end = (heads[head] ?? 0) + size;
    for (let i = 0; i < count; i += 1) bytes[end + i] = from[at + i] ?? 0;
    heads[head + sizeAt] = size + count;
  }

  /**
   * All lists as they are now, one after the other without free room, with their sizes and marks. They are copied as the
   * slices are asked for, `atOnce` bytes or one longer list, whatever is added meanwhile: what a list holds already stays.
   */
  pack(atOnce = sliceBytes): {
    readonly packed: Streamed;
    readonly sizes: Int32Array;
    readonly marks: Int32Array;
  } {
    const heads = this.#heads.copy();
    const sizes = new Int32Array(heads.length / width);
    const marks = new Int32Array(sizes.length);
    let length = 0;
    for (let list = 0; list < sizes.length; list += 1) {
      const size = heads[list * width + sizeAt] ?? 0;
      sizes[list] = size;
      marks[list] = heads[list * width + markAt] ?? 0;
      length += size;
    }
    return { packed: { length, slices: () => this.#slices(sizes, atOnce) }, sizes, marks };
  }

  *#slices(sizes: Int32Array, atOnce: number): Generator<Uint8Array> {
    let slice = new Uint8Array(atOnce);
    let end = 0;
    for (let list = 0; list < sizes.length; list += 1) {
      const size = sizes[list] ?? 0;
      if (end > 0 && end + size > slice.length) {
        yield slice.subarray(0, end);
        end = 0;
      }
      if (size > slice.length) slice = new Uint8Array(size);
      copyBytes(this.bytes, this.start(list), slice, end, size);
      end += size;
    }
    yield slice.subarray(0, end);
  }

  /** Takes over what `pack` gave. */
  static unpack(bytes: Uint8Array, sizes: Int32Array, marks: Int32Array): ByteLists {
    const lists = new ByteLists();
    lists.bytes = bytes;
    sizes.forEach((size, list) => {
      lists.#addHead(lists.#used, size, marks[list] ?? 0);
      lists.#used += size;
    });
    return lists;
  }

  #addHead(start: number, size: number, mark: number): void {
    for (const number of [start, size, size, mark]) this.#heads.push(number);
  }

  #move(head: number, size: number, need: number): void {
    const heads = this.#heads.data;
    const sizeClass = Math.max(smallest, 32 - Math.clz32(need - 1));
    const start = this.#take(sizeClass);
    const old = heads[head] ?? 0;
    this.bytes.copyWithin(start, old, old + size);
    this.#leave(old, heads[head + roomAt] ?? 0);
    heads[head] = start;
    heads[head + roomAt] = 2 ** sizeClass;
  }

  #take(sizeClass: number): number {
    const left = this.#free[sizeClass]?.pop();
    if (left !== undefined) return left;
    const start = this.#used;
    this.#used += 2 ** sizeClass;
    if (this.#used > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.#used, Math.ceil(this.bytes.length * 1.5)));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    return start;
  }

  /** Rooms read from a snapshot are of any size: they count as the class below. */
  #leave(start: number, room: number): void {
    const sizeClass = 31 - Math.clz32(room);
    if (sizeClass < smallest) return;
    let places = this.#free[sizeClass];
    if (places === undefined) {
      places = [];
      this.#free[sizeClass] = places;
    }
    places.push(start);
  }
}

/** Short stretches, which most are, are copied sooner by a plain loop. */
function copyBytes(from: Uint8Array, start: number, to: Uint8Array, at: number, count: number): void {
  if (count > 64) to.set(from.subarray(start, start + count), at);
  else for (let i = 0; i < count; i += 1) to[at + i] = from[start + i] ?? 0;
}
