import { Column, int32 } from './column.ts';
import type { Streamed } from './pieces.ts';
import { Rooms } from './rooms.ts';

/** What is known of a list lies together, its block first, so that touching a list touches one place in memory. */
const width = 5;
const startAt = 1;
const sizeAt = 2;
const roomAt = 3;
const markAt = 4;

/** Lists shorter than this many bytes, which most are, get twice the room they need: they move half as often. */
const smallList = 128;

const nothing = new Uint8Array(0);

/** Bytes of a slice of packed lists, unless one list is longer. */
const sliceBytes = 2 ** 22;

/**
 * Many append-only lists of bytes. Each lies in one piece, so that reading is a plain loop; a list that outgrows its room
 * moves to a larger one, and the room it leaves is given to others. With each list goes one number of its owner's, the mark.
 */
export class ByteLists {
  readonly #heads = new Column(int32);
  readonly #rooms = new Rooms();

  get length(): number {
    return this.#heads.length / width;
  }

  /** Bytes taken, free rooms between the lists included. */
  get used(): number {
    return this.#rooms.used;
  }

  /** What a list lies in, from its `start` on; until something is added. */
  bytes(list: number): Uint8Array {
    return this.#rooms.blocks[this.#heads.at(list * width)] ?? nothing;
  }

  start(list: number): number {
    return this.#heads.at(list * width + startAt);
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
    const bytes = this.#rooms.blocks[heads[head] ?? 0] ?? nothing;
    const end = (heads[head + startAt] ?? 0) + size;
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
      copyBytes(this.bytes(list), this.start(list), slice, end, size);
      end += size;
    }
    yield slice.subarray(0, end);
  }

  /** Takes over what `pack` gave. */
  static unpack(bytes: Uint8Array, sizes: Int32Array, marks: Int32Array): ByteLists {
    const lists = new ByteLists();
    lists.#rooms.addFull(bytes);
    let end = 0;
    sizes.forEach((size, list) => {
      lists.#addHead(end, size, marks[list] ?? 0);
      end += size;
    });
    return lists;
  }

  #addHead(start: number, size: number, mark: number): void {
    for (const number of [0, start, size, size, mark]) this.#heads.push(number);
  }

  #move(head: number, size: number, need: number): void {
    const heads = this.#heads.data;
    const rooms = this.#rooms;
    const block = heads[head] ?? 0;
    const start = heads[head + startAt] ?? 0;
    rooms.take(need < smallList ? need * 2 : need);
    const to = rooms.blocks[rooms.block] ?? nothing;
    copyBytes(rooms.blocks[block] ?? nothing, start, to, rooms.start, size);
    heads[head] = rooms.block;
    heads[head + startAt] = rooms.start;
    const room = heads[head + roomAt] ?? 0;
    heads[head + roomAt] = rooms.size;
    rooms.leave(block, start, room);
  }
}

/** Short stretches, which most are, are copied sooner by a plain loop. */
function copyBytes(from: Uint8Array, start: number, to: Uint8Array, at: number, count: number): void {
  if (count > 64) to.set(from.subarray(start, start + count), at);
  else for (let i = 0; i < count; i += 1) to[at + i] = from[start + i] ?? 0;
}
