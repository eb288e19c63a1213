/** Buffers kept for the next search: two words, a filter and the order of what is found need fewer. */
const mostKept = 12;
const leastBytes = 2 ** 12;

/**
 * Memory in which one search after the other works. As much of it, new with each search, would make the runtime look
 * through all that it holds every few searches: a third of their time where there are a million records.
 */
export class Workspace {
  #kept: ArrayBuffer[] = [];
  readonly #taken: ArrayBuffer[] = [];

  /** Whatever stood there before stands there still; for the caller until `done`. */
  numbers(length: number): Int32Array {
    return new Int32Array(this.#take(length * Int32Array.BYTES_PER_ELEMENT), 0, length);
  }

  /** All 0; for the caller until `done`. */
  zeros(length: number): Int32Array {
    return this.numbers(length).fill(0);
  }

  /** As `numbers`. */
  keys(length: number): Float64Array {
    return new Float64Array(this.#take(length * Float64Array.BYTES_PER_ELEMENT), 0, length);
  }

  /** Nobody uses any more what was taken: the largest are kept. */
  done(): void {
    if (this.#taken.length === 0) return;
    this.#kept.push(...this.#taken);
    this.#taken.length = 0;
    this.#kept.sort((a, b) => a.byteLength - b.byteLength);
    this.#kept = this.#kept.slice(-mostKept);
  }

  /** The smallest kept that is large enough, else a new one. */
  #take(bytes: number): ArrayBuffer {
    const place = this.#kept.findIndex(({ byteLength }) => byteLength >= bytes);
    const [kept] = place < 0 ? [] : this.#kept.splice(place, 1);
    const buffer = kept ?? new ArrayBuffer(Math.max(leastBytes, 2 ** Math.ceil(Math.log2(bytes))));
    this.#taken.push(buffer);
    return buffer;
  }
}
