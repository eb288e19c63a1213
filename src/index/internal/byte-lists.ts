import { Column, int32 } from './column.ts';

/** Smallest room of a list is 8 bytes; each further size class doubles it. */
const smallest = 3;

/**
 * Many append-only lists of bytes in one growing array. Each list lies in one piece, so that reading is a plain loop;
 * a list that outgrows its room moves to one twice as large, and the room it leaves is given to the next that fits.
 */
export class ByteLists {
  bytes: Uint8Array = new Uint8Array(1 << 12);
  readonly start: Column;
  readonly size: Column;
  readonly #room: Column;
  #used = 0;
  /** Places left behind, by size class. */
  readonly #free: number[][] = [];

  constructor(sizes?: Int32Array, bytes?: Uint8Array) {
    this.size = sizes ? Column.from(int32, sizes) : new Column(int32);
    this.start = new Column(int32, this.size.length);
    this.#room = new Column(int32, this.size.length);
    for (let list = 0; list < this.size.length; list += 1) {
      this.start.push(this.#used);
      this.#room.push(this.size.at(list));
      this.#used += this.size.at(list);
    }
    if (bytes) this.bytes = bytes;
  }

  get used(): number {
    return this.#used;
  }

  /** A new, empty list; lists are numbered from 0. */
  addList(): void {
    this.start.push(0);
    this.size.push(0);
    this.#room.push(0);
  }

  /** Adds `count` bytes of `from`, beginning at `at`, to the end of a list. */
  append(list: number, from: Uint8Array, at: number, count: number): void {
    const size = this.size.at(list);
    if (size + count > this.#room.at(list)) this.#move(list, size + count);
    const { bytes } = this;
    const end = this.start.at(list) + size;
    for (let i = 0; i < count; i += 1) bytes[end + i] = from[at + i] ?? 0;
    this.size.put(list, size + count);
  }

  /** All lists one after the other without gaps, as the constructor takes them. */
  packed(): Uint8Array {
    let total = 0;
    for (let list = 0; list < this.size.length; list += 1) total += this.size.at(list);
    const out = new Uint8Array(total);
    let end = 0;
    for (let list = 0; list < this.size.length; list += 1) {
      const start = this.start.at(list);
      const size = this.size.at(list);
      if (size > 64) out.set(this.bytes.subarray(start, start + size), end);
      else for (let i = 0; i < size; i += 1) out[end + i] = this.bytes[start + i] ?? 0;
      end += size;
    }
    return out;
  }

  #move(list: number, need: number): void {
    const sizeClass = Math.max(smallest, 32 - Math.clz32(need - 1));
    const start = this.#take(sizeClass);
    const old = this.start.at(list);
    this.bytes.copyWithin(start, old, old + this.size.at(list));
    this.#leave(old, this.#room.at(list));
    this.start.put(list, start);
    this.#room.put(list, 2 ** sizeClass);
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
