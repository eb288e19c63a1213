/** Bytes of the first block; each further one is as large as all before, up to the most, unless one room needs more. */
const leastBlock = 2 ** 12;
const mostBlock = 2 ** 24;

/** The smallest room that is handed out: 8 bytes. */
const smallest = 4;

/**
 * Memory handed out in rooms, which lie in blocks that never move: what has been written is not copied because others
 * need more. Rooms are of 4, 5, 6 or 7 times a power of two bytes. What is left is handed out again before anything new
 * is, in parts if need be.
 */
export class Rooms {
  readonly blocks: Uint8Array[] = [];
  /** The room that was taken last: its block, where it begins there, and its bytes. */
  block = 0;
  start = 0;
  size = 0;
  /** The end of what has been handed out of the newest block. */
  #end = 0;
  #bytes = 0;
  /** Rooms left, by class: block and beginning of one after the other. */
  readonly #left: number[][] = [];

  /** Bytes of all blocks that have been handed out or left. */
  get used(): number {
    return this.#bytes - (this.blocks.at(-1)?.length ?? 0) + this.#end;
  }

  /** A block filled already; its rooms are its owner's. */
  addFull(bytes: Uint8Array): void {
    this.#add(bytes);
    this.#end = bytes.length;
  }

  /** Finds a room of so many bytes or some more, and says in `block`, `start` and `size` which. */
  take(bytes: number): void {
    const needed = classOf(bytes);
    this.size = bytesOf(needed);
    for (let at = needed; at < this.#left.length; at += 1) {
      const left = this.#left[at];
      if (left === undefined || left.length === 0) continue;
      this.start = left.pop() ?? 0;
      this.block = left.pop() ?? 0;
      this.leave(this.block, this.start + this.size, bytesOf(at) - this.size);
      return;
    }
    this.#takeNew();
  }

  #takeNew(): void {
    const newest = this.blocks.at(-1)?.length ?? 0;
    if (this.#end + this.size > newest) {
      this.leave(this.blocks.length - 1, this.#end, newest - this.#end);
      const shared = Math.min(mostBlock, Math.max(leastBlock, this.#bytes));
      this.#add(new Uint8Array(Math.max(shared, this.size)));
    }
    this.block = this.blocks.length - 1;
    this.start = this.#end;
    this.#end += this.size;
  }

  /** Gives back so many bytes, to be handed out again; fewer than a room has are lost. */
  leave(block: number, start: number, bytes: number): void {
    let at = start;
    for (let rest = bytes; rest >= bytesOf(smallest); ) {
      // A room of the class above would be larger than what there is.
      const found = classOf(rest + 1) - 1;
      let places = this.#left[found];
      if (places === undefined) {
        places = [];
        this.#left[found] = places;
      }
      places.push(block, at);
      const size = bytesOf(found);
      at += size;
      rest -= size;
    }
  }

  #add(bytes: Uint8Array): void {
    this.blocks.push(bytes);
    this.#bytes += bytes.length;
    this.#end = 0;
  }
}

/** The class of the smallest rooms that hold so many bytes. */
function classOf(bytes: number): number {
  if (bytes <= bytesOf(smallest)) return smallest;
  const shift = 29 - Math.clz32(bytes - 1);
  return shift * 4 + ((bytes - 1) >> shift) - 3;
}

function bytesOf(sizeClass: number): number {
  return (4 + (sizeClass & 3)) << (sizeClass >> 2);
}
